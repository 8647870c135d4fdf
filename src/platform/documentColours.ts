import type * as vscode from 'vscode';
import { DocumentColours } from '../core/language/documentColours.ts';
import { changeBetween } from '../core/text/textChange.ts';

/** What is known of a document, and of which text and circumstances it is known. */
interface Known {
  readonly colours: DocumentColours;
  readonly circumstances: string;
  version: number;
  text: string;
}

const known = new WeakMap<vscode.TextDocument, Known>();

/**
 * The colours of a document as it is now; what was read of it before is read again only where it
 * was edited.
 * @param text All of it.
 * @param endpoints URL endpoints beside ImageKit's own hosts.
 */
export function coloursOf(
  document: vscode.TextDocument,
  text: string,
  endpoints: readonly string[],
): DocumentColours {
  const { languageId, version } = document;
  const circumstances = [languageId, ...endpoints].join('\n');
  const before = known.get(document);
  if (before?.circumstances !== circumstances) {
    const colours = new DocumentColours(text, endpoints, { languageId });
    known.set(document, { colours, circumstances, version, text });
    return colours;
  }
  if (before.version !== version) {
    before.colours.update(text, changeBetween(before.text, text));
    before.version = version;
    before.text = text;
  }
  return before.colours;
}
