import { ApiError } from '../server/apiError.ts';

export type SearchToken =
  | { readonly kind: 'string' | 'word' | 'symbol'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string; readonly value: number };

const pattern =
  /\s+|"(?<string>(?:[^"\\]|\\.)*)"|(?<symbol><=|>=|[<>=:()[\],])|(?<number>-?\d+(?:\.\d+)?)(?![\w.-])|(?<word>[\w.:-]*\w)/gy;

/** @throws {ApiError} 400 at the first character that starts nothing. */
export function readSearchTokens(query: string): SearchToken[] {
  const tokens: SearchToken[] = [];
  let end = 0;
  for (const match of query.matchAll(pattern)) {
    end = match.index + match[0].length;
    const { string, symbol, number, word } = match.groups ?? {};
    if (string !== undefined) {
      tokens.push({ kind: 'string', text: string.replaceAll(/\\(.)/g, '$1') });
    } else if (symbol !== undefined) tokens.push({ kind: 'symbol', text: symbol });
    else if (number !== undefined) {
      tokens.push({ kind: 'number', text: number, value: Number(number) });
    } else if (word !== undefined) tokens.push({ kind: 'word', text: word });
  }
  if (end !== query.length) throw badQuery(`unexpected text at position ${String(end)}`);
  return tokens;
}

export function badQuery(why: string): ApiError {
  return new ApiError(400, `The searchQuery parameter is invalid: ${why}.`);
}
