import type {
  Addition,
  EditedTransformation,
} from '../../core/language/editing/editedTransformation.ts';
import { parameterOf, type EditorRow } from '../../core/language/editing/editorRows.ts';
import { t } from '../../core/text/l10n.ts';
import * as vscode from 'vscode';
import type { PickRow } from '../../platform/pickItem.ts';

export type EditChoice =
  | { readonly kind: 'write' }
  | { readonly kind: 'change'; readonly row: EditorRow }
  | { readonly kind: 'add'; readonly addition: Addition };

/** The list of everything in a transformation and of what can be done with it. */
export function transformationRows(
  edited: EditedTransformation,
  isChanged: boolean,
): readonly PickRow<EditChoice>[] {
  const rows = edited.rows();
  let step = 0;
  return [
    ...(isChanged
      ? [
          {
            label: `$(check) ${t('Write to the Document')}`,
            description: edited.chain,
            value: { kind: 'write' },
          } as const,
        ]
      : []),
    ...rows.flatMap((row): PickRow<EditChoice>[] => [
      ...(row.beginsStep
        ? [
            {
              label: t('Step {number}', { number: ++step }),
              kind: vscode.QuickPickItemKind.Separator,
            },
          ]
        : []),
      rowOf(row),
    ]),
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    { label: `$(add) ${t('Add Parameter…')}`, value: { kind: 'add', addition: 'parameter' } },
    ...(rows.length > 0
      ? [
          {
            label: `$(add) ${t('Add Step…')}`,
            value: { kind: 'add', addition: 'step' },
          } as const,
        ]
      : []),
  ];
}

function rowOf(row: EditorRow): PickRow<EditChoice> {
  const { key, value, definition } = parameterOf(row.item);
  const text = value ? `${key.text}-${value.text}` : key.text;
  return {
    // Spaces at the beginning would be cut.
    label: `${'\u2003'.repeat(row.depth)}${text}`,
    description: definition?.name ?? t('unknown parameter'),
    value: { kind: 'change', row },
  };
}
