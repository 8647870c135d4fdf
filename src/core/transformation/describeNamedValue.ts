import { t } from '../text/l10n.ts';
import type { EnumValue } from './catalogue/parameterDefinition.ts';

/** What a value with a name means, as one sentence. */
export function describeNamedValue({ value, summary, phrase, wholePhrase }: EnumValue): string {
  if (summary !== undefined) return t(summary);
  const text = t(phrase ?? wholePhrase ?? value);
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}
