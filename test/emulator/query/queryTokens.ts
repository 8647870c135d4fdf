import { QuerySyntaxError } from './querySyntaxError.ts';

export type QueryToken =
  | { readonly kind: 'string' | 'word' | 'symbol'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string; readonly value: number };

const pattern =
  /\s+|"(?<string>(?:[^"\\]|\\.)*)"|(?<symbol><=|>=|[<>=:()[\],])|(?<number>-?\d+(?:\.\d+)?)(?![\w.-])|(?<word>[\w.:-]*\w)/gy;

/** @throws {QuerySyntaxError} at the first character that starts nothing. */
export function readQueryTokens(query: string): QueryToken[] {
  const tokens: QueryToken[] = [];
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
  if (end !== query.length) {
    throw new QuerySyntaxError(`unexpected text at position ${String(end)}`);
  }
  return tokens;
}
