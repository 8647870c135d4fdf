import type * as vscode from 'vscode';
import { ImageKitStringIndex } from '../core/language/imageKitStringIndex.ts';
import { changeBetween } from '../core/text/textChange.ts';

/** What is known of a document, and under which circumstances and of which version. */
interface Known {
  readonly index: ImageKitStringIndex;
  readonly circumstances: string;
  version: number;
}

const known = new WeakMap<vscode.TextDocument, Known>();

/**
 * The ImageKit strings of a document as it is now, found once for all features; what was read of it
 * before is read again only where it was edited, and the index stays the same object.
 * @param text All of it.
 * @param endpoints URL endpoints beside ImageKit's own hosts.
 */
export function stringsOf(
  document: vscode.TextDocument,
  text: string,
  endpoints: readonly string[],
): ImageKitStringIndex {
  const { languageId, version } = document;
  const circumstances = [languageId, ...endpoints].join('\n');
  const before = known.get(document);
  if (before?.circumstances !== circumstances) {
    const index = new ImageKitStringIndex(text, endpoints, { languageId });
    known.set(document, { index, circumstances, version });
    return index;
  }
  if (before.version !== version) {
    before.index.update(text, changeBetween(before.index.text, text));
    before.version = version;
  }
  return before.index;
}
