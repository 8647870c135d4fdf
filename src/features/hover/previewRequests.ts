import * as v from 'valibot';
import * as vscode from 'vscode';
import { MissingTargetError } from '../../platform/missingTargetError.ts';
import { t } from '../../core/text/l10n.ts';

const previewRequestSchema = v.object({
  url: v.string(),
  document: v.string(),
  line: v.number(),
  character: v.number(),
});

/** The place of a hover whose picture a person asked for. */
export type PreviewRequest = Readonly<v.InferOutput<typeof previewRequestSchema>>;

/** Pictures that the person asked for in this session, although they cost something. */
export class PreviewRequests {
  readonly #requested = new Set<string>();

  has(url: string): boolean {
    return this.#requested.has(url);
  }

  /**
   * Remembers the wish and shows the hover again, now with its picture.
   * @throws MissingTargetError unless the argument is that of a hover's link.
   */
  async load(argument: unknown): Promise<void> {
    if (!v.is(previewRequestSchema, argument)) {
      throw new MissingTargetError(t('Point at an ImageKit URL and use the link in its hover.'));
    }
    this.#requested.add(argument.url);
    const editor = vscode.window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === argument.document,
    );
    if (!editor) return;
    // The command shows the hover of the cursor, not of the mouse.
    const position = new vscode.Position(argument.line, argument.character);
    await vscode.window.showTextDocument(editor.document, {
      viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active,
      selection: new vscode.Range(position, position),
    });
    // A hover that is open is only focused by the next command, not asked for again.
    await vscode.commands.executeCommand('editor.action.hideHover');
    await vscode.commands.executeCommand('editor.action.showHover');
  }
}
