/** In UTF-16 characters. Nobody wrote a longer line; language features pass over it to stay fast. */
export const longestLine = 20_000;

/** Whether the line of an offset is passed over. */
export function isInLongLine(text: string, offset: number): boolean {
  // No further than it has to be looked: thousands of offsets may be in one endless line.
  const before = text.slice(Math.max(0, offset - longestLine - 1), offset);
  const newline = before.lastIndexOf('\n');
  if (newline === -1 && before.length > longestLine) return true;
  const begin = offset - (before.length - newline - 1);
  const hasEnd = text.slice(offset, begin + longestLine + 1).includes('\n');
  return !hasEnd && text.length - begin > longestLine;
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
