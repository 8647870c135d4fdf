/** How template languages open and close a hole in a string; the longer ones come first. */
const bracketed: readonly (readonly [open: string, close: string])[] = [
  ['<?', '?>'],
  ['<%', '%>'],
  ['{{', '}}'],
  ['${', '}'],
  ['#{', '}'],
  ['{', '}'],
  ['\\(', ')'],
];

/** Brackets that a hole may have inside, by those that close it. */
const nested: Readonly<Record<string, string>> = { '}': '{', ')': '(' };

/** `$width` in PHP, Kotlin, Groovy and shells. */
const simpleName = /\$[A-Za-z_]\w*/y;

const longestHole = 500;

/**
 * Finds the end of an interpolation hole that begins at `index`: `${…}`, `#{…}`, `{…}`, `{{…}}`,
 * `<?= … ?>`, `<%= … %>`, `\(…)`, `$name` and `%s`.
 * @returns The offset behind the hole, or `undefined` where none begins or it has no end within 500
 * characters, which keeps scanning linear.
 */
export function holeEnd(text: string, index: number): number | undefined {
  switch (text.charCodeAt(index)) {
    case 0x25 /* % */:
      return directiveEnd(text, index);
    case 0x24 /* $ */:
      return bracketedEnd(text, index) ?? patternEnd(simpleName, text, index);
    case 0x5c /* \ */:
    case 0x23 /* # */:
    case 0x7b /* { */:
    case 0x3c /* < */:
      return bracketedEnd(text, index);
    default:
      return undefined;
  }
}

/**
 * Behind `%s` and `%d`, with a number between as in `%1$s`; never a percent-encoded byte. Read by
 * hand because most percent signs of a URL begin such a byte.
 */
function directiveEnd(text: string, index: number): number | undefined {
  let end = index + 1;
  while (isDigit(text.charCodeAt(end))) end++;
  if (end > index + 1 && text[end++] !== '$') return undefined;
  if (text[end] === 's') return end + 1;
  return text[end] === 'd' && !/[0-9a-f]/i.test(text[end + 1] ?? '') ? end + 1 : undefined;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function patternEnd(pattern: RegExp, text: string, index: number): number | undefined {
  pattern.lastIndex = index;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function bracketedEnd(text: string, index: number): number | undefined {
  const pair = bracketed.find(([open]) => text.startsWith(open, index));
  if (!pair) return undefined;
  const [open, close] = pair;
  const inner = nested[close];
  const from = index + open.length;
  return inner === undefined ? plainEnd(text, from, close) : balancedEnd(text, from, inner, close);
}

function plainEnd(text: string, from: number, close: string): number | undefined {
  const end = text.slice(from, from + longestHole).indexOf(close);
  return end === -1 ? undefined : from + end + close.length;
}

/** Behind the bracket that closes; an object literal inside the hole has braces of its own. */
function balancedEnd(text: string, from: number, open: string, close: string): number | undefined {
  if (plainEnd(text, from, close) === undefined) return undefined;
  let depth = 1;
  const limit = Math.min(text.length, from + longestHole);
  for (let index = from; index < limit; index++) {
    if (text[index] === open) depth++;
    else if (text[index] === close && --depth === 0) return index + 1;
  }
  return undefined;
}

/** The first of some characters outside a hole, or `to`. */
export function indexOutsideHoles(
  text: string,
  characters: string,
  from: number,
  to = text.length,
): number {
  let index = from;
  while (index < to) {
    const behindHole = holeEnd(text, index);
    if (behindHole === undefined && characters.includes(text[index] ?? '')) return index;
    index = behindHole ?? index + 1;
  }
  return to;
}

/** Whether a template fills in any part of a text. */
export function hasHole(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (holeEnd(text, index) !== undefined) return true;
  }
  return false;
}
