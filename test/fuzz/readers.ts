import { findImageKitStrings } from '../../src/core/language/findImageKitStrings.ts';
import { DocumentLinter } from '../../src/core/lint/documentLinter.ts';
import { Linter } from '../../src/core/lint/linter.ts';
import { parseTransformation } from '../../src/core/transformation/parse.ts';
import { moveTransformation, setTransformation } from '../../src/core/url/editUrl.ts';
import type { ImageKitUrl } from '../../src/core/url/imageKitUrl.ts';
import { parseImageKitUrl } from '../../src/core/url/parseImageKitUrl.ts';
import { ImageKitStringIndex } from '../../src/core/language/imageKitStringIndex.ts';

const linter = new Linter();
const endpoint = 'https://ik.imagekit.io/demo';

function urlOf(chain: string): ImageKitUrl | undefined {
  return parseImageKitUrl(`${endpoint}/a.jpg?tr=${chain}`, 0, []);
}

/** Everything that reads a text of somebody else, by what it does. */
export const readers: Readonly<Record<string, (text: string) => unknown>> = {
  parse: (text) => parseTransformation(text),
  lint: (text) =>
    linter.lintTransformation(parseTransformation(text), { targets: ['image', 'video'] }),
  fixes: (text) =>
    linter
      .lintTransformation(parseTransformation(text), { targets: ['image'] })
      // Each is checked by reading the text again.
      .slice(0, 3)
      .map(({ fixes }) => fixes),
  'read a URL': urlOf,
  'lint a URL': (text) => {
    const url = urlOf(text);
    return url && linter.lintUrl(url);
  },
  'edit a URL': (text) => {
    const url = urlOf(text);
    return url && [moveTransformation(url, 'path'), setTransformation(url, 'w-3')];
  },
  find: (text) => findImageKitStrings(`"${endpoint}/tr:${text}/a.jpg" "tr:${text}"`, []),
  'edit a document': (text) => {
    const before = `"tr:${text}"\n"tr:w-3"`;
    const document = new DocumentLinter(new ImageKitStringIndex(before, []), linter);
    document.findings();
    const after = `${before.slice(0, -1)}0"`;
    document.index.update(after, {
      start: before.length - 1,
      end: before.length - 1,
      newEnd: before.length,
    });
    return document.findings();
  },
};
