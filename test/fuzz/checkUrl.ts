import assert from 'node:assert/strict';
import type { Linter } from '../../src/core/lint/linter.ts';
import { parseImageKitUrl } from '../../src/core/url/parseImageKitUrl.ts';
import { checkFixes, checkFixingAll } from './checkTransformation.ts';

/** What must hold for every text that stands where a URL may stand. */
export function checkUrl(text: string, linter: Linter): void {
  const url = parseImageKitUrl(text, 0, []);
  if (!url) return;
  for (const part of [url.endpoint, url.assetPath, url.transformation, url.prefix, url.suffix]) {
    if (part) assert.equal(text.slice(part.start, part.end), part.text);
  }
  const now = 2_000_000;
  const lint = (changed: string): ReturnType<Linter['lintUrl']> => {
    const other = parseImageKitUrl(changed, 0, []);
    return other ? linter.lintUrl(other, { now }) : [];
  };
  checkFixes(text, lint);
  checkFixingAll(text, lint);
}
