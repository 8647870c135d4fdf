import type { StringSyntax } from './stringSyntax.ts';

/** How template languages open and close a hole in a string; the longer ones come first. */
const bracketed: readonly (readonly [open: string, close: string])[] = [
  ['<?', '?>'],
  ['<%', '%>'],
  ['{{', '}}'],
  ['${', '}'],
  ['#{', '}'],
  ['{', '}'],
];

/** Brackets that a hole may have inside, by those that close it. */
const nested: Readonly<Record<string, string>> = { '}': '{' };

/** `$width` in PHP, Kotlin, Groovy and shells. */
const simpleName = /\$[A-Za-z_]\w*/y;

/** What Razor reads on for behind a name: `@Model.Widths[0]`, `@Width()`. */
const razorName = /@[A-Za-z_]\w*(?:\.[A-Za-z_]\w*|\[[^\]\s]{0,99}\]|\([^()\s]{0,99}\))*/y;

/**
 * `<width>`, which documentation writes for what is to be filled in; a tag of HTML that follows a URL
 * does not stand between the hyphen and the separator of a parameter.
 */
const placeholder = /(?<=[-_])<[A-Za-z][\w-]{0,49}>(?=[,:/_&])/y;

/** Behind a percent sign that begins no percent-encoded byte. */
const directives = [
  // %WIDTH%
  String.raw`(?![0-9a-fA-F]{2})[A-Za-z_]\w{2,99}%(?![0-9a-fA-F]{2})`,
  String.raw`[A-Z][A-Z_]{3,99}%(?![0-9a-fA-F]{2})`,
  // Python's %(width)s, Ruby's %{width} and %<width>d
  String.raw`\(\w{1,99}\)[-+ #0]*\d*(?:\.\d+)?[a-zA-Z]`,
  String.raw`\{\w{1,99}\}`,
  String.raw`<\w{1,99}>[-+ #0]*\d*(?:\.\d+)?[a-zA-Z]`,
  // %1$s, %-10s, %.2f, %02d
  String.raw`\d+\$[-+ #0]*\d*(?:\.\d+)?[@a-zA-Z]`,
  String.raw`[-+#]\d*(?:\.\d+)?[a-zA-Z]`,
  String.raw`\d*\.\d+[dfFeEgGs]`,
  String.raw`0[1-9][duxX](?![a-zA-Z0-9])`,
  // %d, which is none in %d0
  String.raw`[dfFeEcb](?![0-9a-fA-F])`,
  String.raw`l{1,2}[diux]|[@giqstTuvx]`,
];
const directive = new RegExp(`%(?:${directives.join('|')})`, 'y');

const longestHole = 500;

/**
 * Finds the end of an interpolation hole that begins at `index`: `${…}`, `#{…}`, `{…}`, `{{…}}`,
 * `<?= … ?>`, `<%= … %>`, `<width>` as a value, `%s` and its like, and what is one in the language alone: `$name`, `\(…)`,
 * `@name`.
 * @returns The offset behind the hole, or `undefined` where none begins or it has no end within 500
 * characters, which keeps scanning linear.
 */
export function holeEnd(text: string, index: number, syntax: StringSyntax): number | undefined {
  switch (text.charCodeAt(index)) {
    case 0x25 /* % */:
      return directiveEnd(text, index);
    case 0x24 /* $ */:
      return (
        bracketedEnd(text, index) ??
        (syntax.fillings.has('dollar')
          ? (patternEnd(simpleName, text, index) ?? parenthesisEnd(text, index, '$('))
          : undefined)
      );
    case 0x5c /* \ */:
      return syntax.fillings.has('backslash') ? parenthesisEnd(text, index, '\\(') : undefined;
    case 0x40 /* @ */:
      return syntax.fillings.has('at') ? razorEnd(text, index) : undefined;
    case 0x23 /* # */:
    case 0x7b /* { */:
      return bracketedEnd(text, index);
    case 0x3c /* < */:
      return bracketedEnd(text, index) ?? patternEnd(placeholder, text, index);
    default:
      return undefined;
  }
}

/**
 * Nearly all percent signs of a URL begin an encoded byte; of those are none `%1$s`, `%10.2f`, `%02d`
 * and `%BASE_URL%`, which go on like no encoded text does.
 */
function directiveEnd(text: string, index: number): number | undefined {
  const isByte = isHexDigit(text.charCodeAt(index + 1)) && isHexDigit(text.charCodeAt(index + 2));
  if (text[index + 1] === '%' || (isByte && !/[$.duxX_A-Z]/.test(text[index + 3] ?? ''))) {
    return undefined;
  }
  return isByte &&
    !/^(?:\d+\$|(?!20)\d+\.|0[1-9][duxX]|[A-Z][A-Z_]{3})/.test(text.slice(index + 1, index + 7))
    ? undefined
    : patternEnd(directive, text, index);
}

/** Setting the bit 0x20 makes a letter small. */
function isHexDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x66);
}

function patternEnd(pattern: RegExp, text: string, index: number): number | undefined {
  pattern.lastIndex = index;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** `@@` is an at sign, also for ImageKit a slash. */
function razorEnd(text: string, index: number): number | undefined {
  if (text[index - 1] === '@') return undefined;
  return parenthesisEnd(text, index, '@(') ?? patternEnd(razorName, text, index);
}

function parenthesisEnd(text: string, index: number, open: string): number | undefined {
  return text.startsWith(open, index)
    ? balancedEnd(text, index + open.length, '(', ')')
    : undefined;
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

/**
 * Behind the bracket that closes; an object literal inside the hole has braces of its own, and those
 * in its strings close nothing.
 */
function balancedEnd(text: string, from: number, open: string, close: string): number | undefined {
  if (plainEnd(text, from, close) === undefined) return undefined;
  let depth = 1;
  const limit = Math.min(text.length, from + longestHole);
  for (let index = from; index < limit; index++) {
    const character = text[index];
    if (character === open) depth++;
    else if (character === close && --depth === 0) return index + 1;
    else index = stringEnd(text, index, limit) ?? index;
  }
  return undefined;
}

/** Where a string ends that begins here; a quote behind a letter is an apostrophe. */
function stringEnd(text: string, index: number, limit: number): number | undefined {
  const quote = text[index];
  if ((quote !== '"' && quote !== "'") || /\w/.test(text[index - 1] ?? '')) return undefined;
  const end = text.slice(index + 1, limit).indexOf(quote);
  return end === -1 ? undefined : index + 1 + end;
}
