import type { Parameter, Step } from '../../transformation/tree.ts';
import { replaceSpan } from '../fixes.ts';
import type { ValueRule } from '../rule.ts';
import type { Scope } from '../scope.ts';
import { t } from '../../text/l10n.ts';

const wholeNumber = /^\d+$/;

/** `ar-4:3`, which reads as two steps. Source: https://imagekit.io/docs/image-resize-and-crop */
export const ratioColon: ValueRule = {
  code: 'C03',
  name: 'ratioColon',
  severity: 'warning',
  checkValue({ parameter, start }, scope) {
    const height = restOfRatio(parameter, scope);
    if (!height) return undefined;
    const at = { start, end: height.end };
    const ratio = `${parameter.value?.text ?? ''}-${height.key.text}`;
    return {
      at,
      message: t('A colon begins a new step; write the ratio as ar-{ratio}.', { ratio }),
      fixes: [replaceSpan(at, ratio, t('Change to ar-{ratio}', { ratio }))],
    };
  },
};

/** The `3` of `ar-4:3`. */
function restOfRatio({ key, value }: Parameter, { step, chain }: Scope): Parameter | undefined {
  if (key.text !== 'ar' || !wholeNumber.test(value?.text ?? '')) return undefined;
  return loneNumber(chain[chain.indexOf(step) + 1]);
}

/** Whether a parameter is the `3` of `ar-4:3`, which needs no complaint of its own. */
export function isRestOfRatio(parameter: Parameter, { step, chain }: Scope): boolean {
  if (loneNumber(step) !== parameter) return false;
  const last = chain[chain.indexOf(step) - 1]?.items.at(-1);
  return last?.kind === 'parameter' && last.key.text === 'ar';
}

function loneNumber(step: Step | undefined): Parameter | undefined {
  const item = step?.items[0];
  return item?.kind === 'parameter' && wholeNumber.test(item.key.text) && !item.value
    ? item
    : undefined;
}
