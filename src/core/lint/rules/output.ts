import type { Parameter } from '../../transformation/tree.ts';
import { removeItem } from '../fixes.ts';
import type { ParameterRule, UrlRule } from '../rule.ts';
import { findInStep, valueInStep } from '../scope.ts';
import { extensionOf, hasAnyParameter, stepsOf } from './urlFacts.ts';
import { t } from '../../text/l10n.ts';

// Format and delivery. Source: https://imagekit.io/docs/image-optimization

export const avifImpossible: ParameterRule = {
  code: 'B15',
  name: 'avifImpossible',
  severity: 'warning',
  keys: ['f'],
  beside: ['cp', 'e-usm'],
  checkParameter({ value }, { step }) {
    if (value?.text !== 'avif') return undefined;
    const other =
      valueInStep(step, 'cp') === 'true' ? 'cp-true' : findInStep(step, 'e-usm') && 'e-usm';
    return other
      ? { message: t('ImageKit makes no AVIF with {other}; drop one of them.', { other }) }
      : undefined;
  },
};

export const gifOfStill: ParameterRule = {
  code: 'B16',
  name: 'gifOfStill',
  severity: 'warning',
  keys: ['f'],
  inLayer: false,
  checkParameter({ value }, { source }) {
    const extension = extensionOf(source);
    const isOther = extension !== undefined && extension !== 'gif' && !source.url?.suffix;
    if (value?.text !== 'gif' || !isOther) return undefined;
    return { message: t('ImageKit makes a GIF of a GIF only; choose another format.') };
  },
};

const raster = ['f', 'w', 'h', 'n', 'orig'];

export const svgUntouched: UrlRule = {
  code: 'B17',
  name: 'svgUntouched',
  severity: 'warning',
  checkUrl(url, source) {
    const steps = stepsOf(source);
    if (extensionOf(source) !== 'svg' || steps === 'unknown' || steps.length === 0)
      return undefined;
    if (hasAnyParameter(steps, raster) || !url.transformation) return undefined;
    return {
      at: url.transformation,
      message: t('An SVG passes untouched; add f-png or a size to transform it.'),
    };
  },
};

/** A setting of one format beside another format, where it does nothing. */
export const uselessWithFormat: ParameterRule = {
  code: 'B18',
  name: 'uselessWithFormat',
  severity: 'warning',
  keys: ['pr', 'lo', 'q'],
  beside: ['f', 'lo'],
  checkParameter(parameter, scope) {
    const format = valueInStep(scope.step, 'f') ?? '';
    const reason = uselessness(parameter, format, valueInStep(scope.step, 'lo') === 'true');
    return reason === undefined
      ? undefined
      : { message: t('{reason}; remove it.', { reason }), fixes: [removeItem(parameter, scope)] };
  },
};

function uselessness(
  { key, value }: Parameter,
  format: string,
  isLossless: boolean,
): string | undefined {
  if (key.text === 'q') {
    if (format === 'png') return t('PNG has no quality, so that q has no effect');
    return isLossless ? t('q has no effect beside lo-true') : undefined;
  }
  if (value?.text !== 'true') return undefined;
  if (key.text === 'pr') {
    return /^(?:webp|avif|png|gif)$/.test(format)
      ? t('pr is for JPEG, not for {format}', { format })
      : undefined;
  }
  return /^(?:jpe?g|avif)$/.test(format)
    ? t('lo is for WebP and PNG, not for {format}', { format })
    : undefined;
}

export const originalWithOthers: ParameterRule = {
  code: 'B19',
  name: 'originalWithOthers',
  severity: 'warning',
  keys: ['orig'],
  checkParameter({ value }, { step, chain }) {
    if (value?.text !== 'true' || (step.items.length === 1 && chain.length === 1)) return undefined;
    return {
      message: t('orig-true delivers the untouched file; remove everything else, or orig.'),
    };
  },
};

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
    if (!scope.isInConditional) return undefined;
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
  checkParameter(page, { source }) {
    const extension = extensionOf(source);
    if (extension === undefined || extension === 'psd') return undefined;
    if (!Number.isNaN(page.wholeNumber) || page.holes.length > 0) return undefined;
    return { message: t('Only a PSD has layers to choose from; use one page number.') };
  },
};

export const absoluteDefault: ParameterRule = {
  code: 'B24',
  name: 'absoluteDefaultImage',
  severity: 'warning',
  keys: ['di'],
  checkParameter({ value }) {
    if (!value || !/^https?(?::|%3a)/i.test(value.text)) return undefined;
    return { at: value, message: t('Use a path of the media library with @@ for /, not a URL.') };
  },
};

export const nameOfTransformation: ParameterRule = {
  code: 'B25',
  name: 'nameOfTransformation',
  severity: 'warning',
  keys: ['n'],
  checkParameter({ value, holes }) {
    if (!value || holes.length > 0 || /^\w+$/.test(value.text)) return undefined;
    return { at: value, message: t('Names have letters, digits and _ only; correct the name.') };
  },
};

export const paidCredentials: ParameterRule = {
  code: 'B26',
  name: 'paidCredentials',
  severity: 'off',
  keys: ['c2pa'],
  checkParameter: () => ({
    message: t('Content credentials are a paid add-on; without it the answer is 403.'),
  }),
};
