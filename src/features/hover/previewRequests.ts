import * as v from 'valibot';
import * as vscode from 'vscode';
import { documentPlaceSchema, goTo } from '../../platform/documentPlace.ts';
import { MissingTargetError } from '../../platform/missingTargetError.ts';
import { t } from '../../core/text/l10n.ts';

const previewRequestSchema = v.object({ ...documentPlaceSchema.entries, url: v.string() });

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
    // The command shows the hover of the cursor, not of the mouse.
    if (!(await goTo(argument))) return;
    // A hover that is open is only focused by the next command, not asked for again.
    await vscode.commands.executeCommand('editor.action.hideHover');
    await vscode.commands.executeCommand('editor.action.showHover');
  }
}
