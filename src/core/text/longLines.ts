/** In UTF-16 characters. Nobody wrote a longer line; language features pass over it to stay fast. */
export const longestLine = 20_000;

/** Whether the line of an offset is passed over. */
export function isInLongLine(text: string, offset: number): boolean {
  const begin = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return (end === -1 ? text.length : end) - begin > longestLine;
}

/** Whether any line of a text is passed over. */
export function hasLongLine(text: string): boolean {
  let begin = 0;
  while (text.length - begin > longestLine) {
    // From line to line as far as one may reach.
    const end = text.lastIndexOf('\n', begin + longestLine);
    if (end < begin) return true;
    begin = end + 1;
  }
  return false;
}
