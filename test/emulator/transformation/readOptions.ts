/**
 * Reads the list inside an effect, such as `bl-15_st-40`; an underscore may also stand in a value.
 * @param keys that the effect knows.
 * @returns undefined for a text that is no such list. An empty text is an empty one.
 */
export function readOptions(
  text: string,
  keys: readonly string[],
): ReadonlyMap<string, string> | undefined {
  const options = new Map<string, string>();
  if (text === '' || text === 'true') return options;
  const start = new RegExp(`_(?=(?:${keys.join('|')})-)`);
  for (const part of text.split(start)) {
    const dash = part.indexOf('-');
    const key = part.slice(0, dash);
    if (dash === -1 || !keys.includes(key) || options.has(key)) return undefined;
    options.set(key, part.slice(dash + 1));
  }
  return options;
}
