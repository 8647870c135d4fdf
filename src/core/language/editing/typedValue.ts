import { t } from '../../text/l10n.ts';
import { decodeText } from '../../text/decodeText.ts';
import type { ParameterDefinition } from '../../transformation/catalogue/parameterDefinition.ts';
import { acceptsValue } from '../../transformation/value/acceptsValue.ts';
import { describeForms } from '../../transformation/value/describeForms.ts';

/** A parameter whose value is typed. */
export interface TypedParameter {
  readonly definition: ParameterDefinition;
  /** Whether it is the text of a text layer, and no path of the media library. */
  readonly isText: boolean;
}

/** A value as a person types it: `blog/logo.png` for `blog@@logo.png`, `50 %` for `50%20%25`. */
export function typedOf(value: string, parameter: TypedParameter): string {
  if (!takes(parameter, 'text') && !takes(parameter, 'path')) return value;
  return decodeText(isPath(parameter) ? value.replaceAll('@@', '/') : value);
}

/** The value as it stands in a URL. */
export function valueOfTyped(typed: string, parameter: TypedParameter): string {
  const others = parameter.definition.values.filter(
    ({ kind }) => kind !== 'text' && kind !== 'path',
  );
  // What has signs of its own keeps them.
  if (others.length === parameter.definition.values.length || acceptsValue(typed, others)) {
    return typed;
  }
  return isPath(parameter)
    ? typed.split('/').map(encodeURIComponent).join('@@')
    : encodeURIComponent(typed);
}

/** What is wrong with it as one sentence, or `undefined`. */
export function problemOfTyped(typed: string, parameter: TypedParameter): string | undefined {
  const { key, values } = parameter.definition;
  return acceptsValue(valueOfTyped(typed, parameter), values)
    ? undefined
    : t('{key} takes: {forms}.', { key, forms: describeForms(values) });
}

function isPath(parameter: TypedParameter): boolean {
  return takes(parameter, 'path') && !parameter.isText;
}

function takes({ definition }: TypedParameter, wanted: 'text' | 'path'): boolean {
  return definition.values.some(({ kind }) => kind === wanted);
}
