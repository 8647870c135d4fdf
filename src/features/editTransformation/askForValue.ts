import type { EditedTransformation } from '../../core/language/editing/editedTransformation.ts';
import {
  problemOfTyped,
  typedOf,
  valueOfTyped,
  type TypedParameter,
} from '../../core/language/editing/typedValue.ts';
import { t } from '../../core/text/l10n.ts';
import type { Layer, Parameter } from '../../core/transformation/tree.ts';
import { describeForms } from '../../core/transformation/value/describeForms.ts';
import { askSteps } from '../../platform/askSteps.ts';
import { pickItem, type PickRow } from '../../platform/pickItem.ts';

/** What becomes of a parameter. */
export type ValueAnswer = { readonly value: string } | 'remove';

interface Surroundings {
  /** The innermost layer around it. */
  readonly layer: Layer | undefined;
  /** Whether something would be left without it. */
  readonly isRemovable: boolean;
}

/**
 * The value of a parameter, from the catalogue's or typed.
 * @returns `undefined` where the person gave up.
 */
export async function askForValue(
  edited: EditedTransformation,
  parameter: Parameter,
  { layer, isRemovable }: Surroundings,
): Promise<ValueAnswer | undefined> {
  const { key, value, definition } = parameter;
  const title = definition ? `${key.text} · ${definition.name}` : key.text;
  const isTypeable = definition?.values.some(({ kind }) => kind !== 'enum' && kind !== 'flag');
  const remove: PickRow<ValueAnswer | 'type'> = {
    label: `$(trash) ${t('Remove {name}', { name: key.text })}`,
    value: 'remove',
  };
  const type: PickRow<ValueAnswer | 'type'> = {
    label: `$(edit) ${t('Type a Value…')}`,
    value: 'type',
  };
  const answer = await pickItem<ValueAnswer | 'type'>({
    title,
    placeholder: definition ? describeForms(definition.values) : t('unknown parameter'),
    rows: [
      ...(isTypeable ? [type] : []),
      ...edited.valuesOf(parameter).map((each) => ({
        label: each.insertText === value?.text ? `$(check) ${each.label}` : each.label,
        description: each.detail,
        value: { value: each.insertText },
      })),
      ...(isRemovable ? [remove] : []),
    ],
  });
  if (answer !== 'type') return answer;
  const isText = layer?.open.value?.text === 'text';
  return definition && typeValue(title, value?.text ?? '', { definition, isText });
}

async function typeValue(
  title: string,
  value: string,
  parameter: TypedParameter,
): Promise<ValueAnswer | undefined> {
  const answers = await askSteps([
    {
      title,
      prompt: t(parameter.definition.summary),
      placeholder: parameter.definition.example,
      value: typedOf(value, parameter),
      validate: (typed) => problemOfTyped(typed, parameter),
    },
  ]);
  const [typed] = answers ?? [];
  return typed === undefined ? undefined : { value: valueOfTyped(typed, parameter) };
}
