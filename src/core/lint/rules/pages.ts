import { removeItem, replaceValue } from '../fixes.ts';
import type { ParameterRule } from '../rule.ts';
import { extensionOf } from './urlFacts.ts';
import { t } from '../../text/l10n.ts';

// Pages and layers of documents. Source: https://imagekit.io/docs/image-resize-and-crop

export const pageWithoutSuffix: ParameterRule = {
  code: 'B20',
  name: 'pageWithoutThumbnail',
  severity: 'warning',
  keys: ['pg'],
  inLayer: false,
  checkParameter(_, { source: { url } }) {
    if (!url || url.suffix?.text === 'ik-thumbnail.jpg') return undefined;
    const { end } = url.assetPath;
    return {
      message: t('A page needs /ik-thumbnail.jpg behind the path of the file; add it.'),
      fixes: url.suffix
        ? []
        : [
            {
              title: t('Add /ik-thumbnail.jpg'),
              edits: [{ start: end, end, newText: '/ik-thumbnail.jpg' }],
            },
          ],
    };
  },
};

export const pageInCondition: ParameterRule = {
  code: 'B21',
  name: 'pageInCondition',
  severity: 'error',
  keys: ['pg'],
  checkParameter(page, scope) {
    if (scope.conditions === 0) return undefined;
    return {
      message: t('A condition cannot choose a page; move pg out of it.'),
      fixes: [removeItem(page, scope)],
    };
  },
};

export const pagesOfOthers: ParameterRule = {
  code: 'B22',
  name: 'pagesOfOthers',
  severity: 'warning',
  keys: ['pg'],
  inLayer: false,
  checkParameter(parameter, { source }) {
    const extension = extensionOf(source);
    if (extension === undefined || extension === 'psd') return undefined;
    if (!Number.isNaN(parameter.wholeNumber) || parameter.holes.length > 0) return undefined;
    const [page] = /\d+/.exec(parameter.value?.text ?? '') ?? [];
    return {
      message: t('Only a PSD has layers to choose from; use one page number.'),
      fixes: [page === undefined ? undefined : replaceValue(parameter, page)],
    };
  },
};
