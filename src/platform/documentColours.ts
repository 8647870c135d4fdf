import type * as vscode from 'vscode';
import type { ColourSpan } from '../core/language/colours.ts';
import { DocumentColours } from '../core/language/documentColours.ts';
import type { ImageKitStringIndex } from '../core/language/imageKitStringIndex.ts';
import { stringsOf } from './documentStrings.ts';
import { inSlices } from './inSlices.ts';

const known = new WeakMap<ImageKitStringIndex, DocumentColours>();

/**
 * The colours of a document as it is now.
 * @param text All of it.
 * @param endpoints URL endpoints beside ImageKit's own hosts.
 */
export function coloursOf(
  document: vscode.TextDocument,
  text: string,
  endpoints: readonly string[],
): DocumentColours {
  const index = stringsOf(document, text, endpoints);
  const colours = known.get(index) ?? new DocumentColours(index);
  known.set(index, colours);
  return colours;
}

/**
 * All of them; the first time in a large document others have their turn in between.
 * @returns Nothing for a version that is not the document's any more.
 */
export async function colourSpansOf(
  document: vscode.TextDocument,
  text: string,
  endpoints: readonly string[],
): Promise<readonly ColourSpan[]> {
  const { version } = document;
  const colours = coloursOf(document, text, endpoints);
  const isOutdated = (): boolean => document.isClosed || document.version !== version;
  return (await inSlices(colours.readAhead(), isOutdated)) ? colours.spans() : [];
}
