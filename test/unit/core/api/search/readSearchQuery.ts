import assert from 'node:assert/strict';

/** `field OP value`, the value as its tokens. */
export interface Comparison {
  readonly field: string;
  readonly operator: string;
  readonly values: readonly (string | number | boolean)[];
}

/** Alternatives, of which each is all that must be true; parentheses only hold alternatives. */
export type Conjunction = readonly (readonly Comparison[])[];

interface Token {
  readonly kind: 'string' | 'word' | 'number' | 'symbol';
  readonly text: string;
}

/** How a string ends: at the next quote, or at the next one without a backslash before it. */
export type StringRule = 'plain' | 'escaped';

const strings: Readonly<Record<StringRule, RegExp>> = {
  plain: /"([^"]*)"/y,
  escaped: /"((?:[^"\\]|\\.)*)"/y,
};
const others: readonly (readonly [Token['kind'], RegExp])[] = [
  ['number', /-?\d+(?:\.\d+)?(?![\w.])/y],
  ['word', /[A-Za-z]+/y],
  ['symbol', /<=|>=|[<>=:()[\],]/y],
];

function tokensOf(query: string, rule: StringRule): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(query);
  };
  while (at < query.length) {
    const blank = match(/ +/y);
    if (blank) {
      at += blank[0].length;
      continue;
    }
    const string = match(strings[rule]);
    if (string) {
      tokens.push({ kind: 'string', text: string[1] ?? '' });
      at += string[0].length;
      continue;
    }
    const found = others
      .map(([kind, pattern]) => ({ kind, text: match(pattern)?.[0] }))
      .find(({ text }) => text !== undefined);
    assert.ok(found?.text !== undefined, `nothing starts at ${at} of ${query}`);
    tokens.push({ kind: found.kind, text: found.text });
    at += found.text.length;
  }
  return tokens;
}

/**
 * Reads a query of comparisons joined by AND, some of them alternatives in parentheses.
 * Independent of the builder; fails for anything else.
 */
export function readSearchQuery(query: string, rule: StringRule): Conjunction {
  const tokens = tokensOf(query, rule);
  let at = 0;
  const next = (): Token => tokens[at++] ?? assert.fail(`${query} ends too early`);
  const take = (text: string): boolean => {
    const token = tokens[at];
    if (token === undefined || token.kind === 'string' || token.text !== text) return false;
    at += 1;
    return true;
  };
  const readValue = (): string | number | boolean => {
    const { kind, text } = next();
    if (kind === 'string') return text;
    if (kind === 'number') return Number(text);
    assert.ok(text === 'true' || text === 'false', `${text} is no value`);
    return text === 'true';
  };
  const readComparison = (): Comparison => {
    const name = next();
    assert.ok(name.kind === 'word' || name.text.startsWith('customMetadata.'), name.text);
    const negation = take('NOT') ? 'NOT ' : '';
    const operator = negation + next().text;
    assert.match(operator, /^(?:(?:NOT )?(?:=|IN)|:|<=|>=|HAS)$/);
    if (!operator.endsWith('IN')) return { field: name.text, operator, values: [readValue()] };
    assert.ok(take('['));
    const values = [readValue()];
    while (take(',')) values.push(readValue());
    assert.ok(take(']'));
    return { field: name.text, operator, values };
  };
  const readTerm = (): Comparison[] => {
    if (!take('(')) return [readComparison()];
    const alternatives = [readComparison()];
    while (take('OR')) alternatives.push(readComparison());
    assert.ok(take(')'));
    return alternatives;
  };
  const terms = [readTerm()];
  while (take('AND')) terms.push(readTerm());
  assert.equal(at, tokens.length, `${query} goes on after its end`);
  return terms;
}
