/** Tags that are longer, or farther away, are not looked for. */
const longestTag = 2000;
const mostCandidates = 20;

const tagName = /<[A-Za-z][\w.:-]*/y;
const space = /\s+/y;
const attributeName = /[^\s"'<>=/{}]+/y;
const unquoted = /[^\s>"'{]+/y;

/**
 * Whether a quote opens the value of an attribute: `<Client privateKey="…`, in HTML, JSX and their
 * like, and not that of an assignment: `const privateKey="…`.
 * @param quote Where the quote stands.
 */
export function opensAttribute(text: string, quote: number): boolean {
  if (text[quote - 1] !== '=') return false;
  let tag = quote;
  for (let candidate = 0; candidate < mostCandidates; candidate++) {
    tag = text.lastIndexOf('<', tag - 1);
    if (tag === -1 || quote - tag > longestTag) return false;
    if (isValueOf(text, tag, quote)) return true;
    if (tag === 0) return false;
  }
  return false;
}

/** Reads the attributes of the tag until the quote is the next thing behind a `=`. */
function isValueOf(text: string, tag: number, quote: number): boolean {
  let index = endOf(tagName, text, tag);
  while (index !== undefined && index < quote) {
    const behindSpace = endOf(space, text, index);
    if (behindSpace === undefined) return false;
    // `{...props}` stands among the attributes.
    const behindName = endOf(attributeName, text, behindSpace) ?? endOfBraces(text, behindSpace);
    if (behindName === undefined || text[behindName] !== '=') {
      index = behindName;
      continue;
    }
    const value = behindName + 1;
    if (value === quote) return true;
    index = endOfQuoted(text, value) ?? endOfBraces(text, value) ?? endOf(unquoted, text, value);
  }
  return false;
}

function endOf(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function endOfQuoted(text: string, start: number): number | undefined {
  const quote = text[start];
  if (quote !== '"' && quote !== "'") return undefined;
  const end = text.indexOf(quote, start + 1);
  return end === -1 ? undefined : end + 1;
}

function endOfBraces(text: string, start: number): number | undefined {
  if (text[start] !== '{') return undefined;
  let depth = 0;
  for (let index = start; index < Math.min(text.length, start + longestTag); index++) {
    if (text[index] === '{') depth++;
    else if (text[index] === '}' && --depth === 0) return index + 1;
  }
  return undefined;
}
