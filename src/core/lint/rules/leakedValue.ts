import { catalogue } from '../../transformation/catalogue/catalogue.ts';
import { removeItem } from '../fixes.ts';
import type { Complaint, ParameterRule, RuleInfo, ValueRule } from '../rule.ts';
import { t } from '../../text/l10n.ts';

const info: RuleInfo = {
  code: 'S33',
  name: 'leakedValue',
  severity: 'error',
};

/** What a template or an SDK prints for a variable that has no value. */
const leaked = /^(?:undefined|null|NaN|(?:\[|%5B)object(?: |%20|\+)Object(?:\]|%5D))$/;
const longestLeaked = '%5Bobject%20Object%5D'.length;

function complain(text: string): Complaint | undefined {
  if (!leaked.test(text)) return undefined;
  return {
    message: t('A variable was {text} when this was printed; correct the code that did it.', {
      text,
    }),
  };
}

export const leakedValue: ValueRule = {
  ...info,
  checkValue({ text, parameter }, scope) {
    const complaint = complain(text);
    return complaint && { ...complaint, fixes: [removeItem(parameter, scope)] };
  },
};

const textKeys = catalogue
  .filter(({ values }) => values.some(({ kind }) => kind === 'text' || kind === 'path'))
  .map(({ key }) => key);

/** A text or path takes every value; `i-undefined` in a text layer may be meant. */
export const leakedText: ParameterRule = {
  ...info,
  keys: textKeys,
  skipsTexts: true,
  checkParameter(parameter) {
    if (parameter.valueLength > longestLeaked || parameter.holes.length > 0) return undefined;
    const { value } = parameter;
    if (!value) return undefined;
    const complaint = complain(value.text);
    return complaint && { ...complaint, at: value };
  },
};
