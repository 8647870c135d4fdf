import { isNumber, numberOf } from '../../transformation/value/number.ts';
import { exchangeValues } from '../fixes.ts';
import { relation } from '../relation.ts';
import type { ParameterRule } from '../rule.ts';
import { findInStep } from '../scope.ts';
import { t } from '../../text/l10n.ts';

// When a layer shows. Source: https://imagekit.io/docs/transformations#overlay-using-layers

export const durationIgnored = relation({
  code: 'L04',
  name: 'layerDurationIgnored',
  severity: 'warning',
  keys: ['ldu'],
  beside: ['leo'],
  message: 'ldu is ignored beside leo; remove it.',
  fix: 'remove',
});

export const endBeforeStart: ParameterRule = {
  code: 'L05',
  name: 'layerEndsBeforeStart',
  severity: 'warning',
  keys: ['leo'],
  beside: ['lso'],
  checkParameter(time, { step }) {
    const begin = findInStep(step, 'lso');
    const [start, end] = [begin?.value?.text, time.value?.text];
    if (!begin || start === undefined || end === undefined) return undefined;
    if (!isNumber(start) || !isNumber(end) || numberOf(end) > numberOf(start)) return undefined;
    return {
      message: t('The layer starts at {start} s and would never show; make leo larger.', { start }),
      fixes: [exchangeValues(begin, time)],
    };
  },
};
