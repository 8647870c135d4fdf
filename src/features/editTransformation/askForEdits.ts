import type {
  Addition,
  EditedTransformation,
} from '../../core/language/editing/editedTransformation.ts';
import { lastInside, type EditorRow } from '../../core/language/editing/editorRows.ts';
import { t } from '../../core/text/l10n.ts';
import { pickItem } from '../../platform/pickItem.ts';
import { askForValue } from './askForValue.ts';
import { transformationRows } from './transformationRows.ts';

/**
 * Lets a person change a transformation until it is to be written.
 * @returns `undefined` where nothing is to be written.
 */
export async function askForEdits(
  start: EditedTransformation,
): Promise<EditedTransformation | undefined> {
  let edited = start;
  for (;;) {
    const choice = await pickItem({
      title: t('Edit Transformation'),
      placeholder:
        edited.sentences.length === 0
          ? t('Nothing is changed yet: add a parameter')
          : edited.sentences.join(' · '),
      rows: transformationRows(edited, edited.text !== start.text),
    });
    if (!choice) return undefined;
    if (choice.kind === 'write') return edited;
    edited =
      choice.kind === 'add'
        ? await add(edited, edited.rows().at(-1), choice.addition)
        : await change(edited, choice.row);
  }
}

async function change(edited: EditedTransformation, row: EditorRow): Promise<EditedTransformation> {
  const { item, layer } = row;
  const without = edited.without(row);
  if (item.kind === 'parameter') {
    const answer = await askForValue(edited, item, { layer, isRemovable: without !== undefined });
    if (answer === 'remove') return without ?? edited;
    return answer ? edited.withValue(item, answer.value) : edited;
  }
  const last = lastInside(row, edited.rows());
  const answer = await pickItem<'add' | 'remove'>({
    title: item.open.value ? `${item.open.key.text}-${item.open.value.text}` : item.open.key.text,
    placeholder: t('What to do with this block'),
    rows: [
      ...(last ? [{ label: `$(add) ${t('Add to This Layer…')}`, value: 'add' } as const] : []),
      ...(without ? [{ label: `$(trash) ${t('Remove')}`, value: 'remove' } as const] : []),
    ],
  });
  if (answer === 'remove') return without ?? edited;
  return answer === 'add' ? add(edited, last, 'parameter') : edited;
}

async function add(
  edited: EditedTransformation,
  behind: EditorRow | undefined,
  addition: Addition,
): Promise<EditedTransformation> {
  const entry = await pickItem({
    title: addition === 'step' ? t('Add Step') : t('Add Parameter'),
    placeholder: t('Choose what it does'),
    rows: edited
      .additions(behind, addition)
      .map((each) => ({ label: each.label, description: each.detail, value: each })),
  });
  if (!entry) return edited;
  const { edited: next, added } = edited.with(behind, entry, addition);
  if (!added) return next;
  const value = await askForValue(next, added, { layer: behind?.layer, isRemovable: false });
  // Without a value it would be half a parameter.
  return value && value !== 'remove' ? next.withValue(added, value.value) : edited;
}
