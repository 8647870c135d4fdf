import assert from 'node:assert/strict';
import { findImageKitStrings } from '../../src/core/language/findImageKitStrings.ts';
import { DocumentLinter } from '../../src/core/lint/documentLinter.ts';
import { Linter } from '../../src/core/lint/linter.ts';
import { moveTransformation, setTransformation } from '../../src/core/url/editUrl.ts';
import { parseImageKitUrl } from '../../src/core/url/parseImageKitUrl.ts';
import { ImageKitStringIndex } from '../../src/core/language/imageKitStringIndex.ts';

const linter = new Linter();

/** Edits of a URL, and of a document with it, say afterwards what a fresh look says. */
export function checkEdits(text: string, chain: string): void {
  checkUrlEdits(text);
  const before = `<img src="${text}">\n`;
  const document = new DocumentLinter(new ImageKitStringIndex(before, []), linter);
  document.findings();
  const at = Math.min(chain.length * 3, before.length);
  const after = before.slice(0, at) + chain + before.slice(at);
  document.index.update(after, { start: at, end: at, newEnd: at + chain.length });
  const fresh = new DocumentLinter(new ImageKitStringIndex(after, []), linter);
  assert.deepEqual(document.findings().map(place), fresh.findings().map(place));
  for (const { start, end } of findImageKitStrings(after, [])) {
    assert(start >= 0 && end >= start && end <= after.length);
  }
}

function place({ code, start, end }: { code: string; start: number; end: number }): string {
  return `${code} ${start} ${end}`;
}

function checkUrlEdits(text: string): void {
  const url = parseImageKitUrl(text, 0, []);
  if (!url) return;
  const set = parseImageKitUrl(setTransformation(url, 'w-3', 'query'), 0, []);
  assert.equal(set?.transformation?.text, 'w-3');
  assert.equal(set.transformation.position, 'query');
  const position = url.transformation?.position === 'path' ? 'query' : 'path';
  parseImageKitUrl(moveTransformation(url, position), 0, []);
}
