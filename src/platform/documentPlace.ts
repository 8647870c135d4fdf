import * as v from 'valibot';
import * as vscode from 'vscode';

/** A place in a document, as a link of a hover gives it to a command. */
export const documentPlaceSchema = v.object({
  /** URI. */
  document: v.string(),
  line: v.number(),
  character: v.number(),
});

export type DocumentPlace = Readonly<v.InferOutput<typeof documentPlaceSchema>>;

export function placeAt({ uri }: vscode.TextDocument, position: vscode.Position): DocumentPlace {
  return { document: uri.toString(), line: position.line, character: position.character };
}

/**
 * Puts the cursor there.
 * @returns `undefined` where no editor shows the document.
 */
export async function goTo(place: DocumentPlace): Promise<vscode.TextEditor | undefined> {
  const editor = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === place.document,
  );
  if (!editor) return undefined;
  const position = new vscode.Position(place.line, place.character);
  return vscode.window.showTextDocument(editor.document, {
    viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active,
    selection: new vscode.Range(position, position),
  });
}
