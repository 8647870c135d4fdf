import * as v from 'valibot';
import * as vscode from 'vscode';
import {
  EditedTransformation,
  type EditingContext,
} from '../../core/language/editing/editedTransformation.ts';
import { findImageKitUrlAt } from '../../core/language/findImageKitUrls.ts';
import { t } from '../../core/text/l10n.ts';
import type { AccountSession } from '../../platform/accountSession.ts';
import { documentPlaceSchema, goTo } from '../../platform/documentPlace.ts';
import type { DocumentLimits, LineText } from '../../platform/documentLimits.ts';
import { traitsOf } from '../../platform/documentTraits.ts';
import { MissingTargetError } from '../../platform/missingTargetError.ts';
import { askForEdits } from './askForEdits.ts';

/**
 * Edits the transformation under the cursor in lists, by its parameters and their values.
 * @param place A `DocumentPlace` to go to before.
 * @throws MissingTargetError where there is none.
 */
export async function editTransformation(
  session: AccountSession,
  limits: DocumentLimits,
  place: unknown,
): Promise<void> {
  const editor = v.is(documentPlaceSchema, place)
    ? await goTo(place)
    : vscode.window.activeTextEditor;
  const line = editor && limits.lineAt(editor.document, editor.selection.active);
  const found =
    line &&
    startOf(line, {
      endpoints: await session.urlEndpoints(),
      traits: traitsOf(editor.document),
    });
  if (!editor || !found) {
    throw new MissingTargetError(t('Put the cursor on an ImageKit URL or a transformation first.'));
  }
  const { version } = editor.document;
  const edited = await askForEdits(found);
  if (edited) await apply(editor.document, version, line, edited.text);
}

/** @throws MissingTargetError for a signed URL, whose signature would be wrong afterwards. */
function startOf(
  { text, offset }: LineText,
  context: EditingContext,
): EditedTransformation | undefined {
  const url = findImageKitUrlAt(text, offset, context.endpoints, context.traits);
  if (url?.query.some(({ name }) => name.text === 'ik-s')) {
    throw new MissingTargetError(
      t('This URL is signed for what it is: remove its signature first (Refactor…).'),
    );
  }
  return (
    EditedTransformation.at(text, offset, context) ??
    (url && EditedTransformation.of(text, url, context))
  );
}

/** One step of undo, which touches only what is different. */
async function apply(
  document: vscode.TextDocument,
  version: number,
  line: LineText,
  after: string,
): Promise<void> {
  if (document.isClosed || document.version !== version) {
    throw new MissingTargetError(t('The file was changed in the meantime; nothing was replaced.'));
  }
  const { text: before } = line;
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let tail = 0;
  const longest = Math.min(before.length, after.length) - start;
  while (tail < longest && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const edit = new vscode.WorkspaceEdit();
  const range = line.toRange({ start, end: before.length - tail });
  edit.replace(document.uri, range, after.slice(start, after.length - tail));
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new MissingTargetError(t('This file is read-only; nothing was replaced.'));
  }
}
