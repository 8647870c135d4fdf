import type { OffsetRange } from '../../text/offsetRange.ts';
import type { StringSyntax } from '../../text/stringSyntax.ts';
import { parseImageKitUrl } from '../../url/parseImageKitUrl.ts';
import { withOpenEnd } from '../readImageKitUrl.ts';
import { extentOfUrl, isTerminatorAt, longestUrl, quoteAt } from '../urlBoundaries.ts';
import type { Refactoring } from './refactoring.ts';
import { moveRefactoring } from './urlRefactorings.ts';

/** Stands for the endpoint that code puts before a path. */
const endpoint = 'https://ik.imagekit.io/any';

/**
 * What can be made of a path without its endpoint: `'/tr:w-300/a.jpg'`, `'/a.jpg?tr=w-300'`.
 * @param inside Something of the path.
 */
export function pathRefactorings(
  text: string,
  inside: OffsetRange,
  syntax: StringSyntax,
): Refactoring[] {
  let start = inside.start;
  const first = Math.max(0, start - longestUrl);
  while (start > first && !isTerminatorAt(text, start - 1)) start--;
  const quote = quoteAt(text, start - 1);
  if (quote === undefined || !/^\/(?!\/)/.test(text.slice(start, start + 2))) return [];
  const found = { start, ...extentOfUrl(text, start, syntax, quote) };
  const { end, holes } = withOpenEnd(text, found, syntax);
  if (text[end] !== quote) return [];
  const url = parseImageKitUrl(
    endpoint + text.slice(start, end),
    start - endpoint.length,
    [endpoint],
    holes,
  );
  const moved = url && moveRefactoring(url);
  if (!moved) return [];
  const edits = moved.edits.map(({ newText }) => ({
    start,
    end,
    newText: newText.slice(endpoint.length),
  }));
  return [{ ...moved, edits }];
}
