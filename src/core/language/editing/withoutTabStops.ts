/** The text of a snippet with the first choice or the default in place of each tab stop. */
export function withoutTabStops(snippet: string): string {
  return snippet
    .replaceAll(/\$\{\d+\|([^,|}]*)[^}]*\}/g, '$1')
    .replaceAll(/\$\{\d+:([^}]*)\}/g, '$1')
    .replaceAll(/\$\d+/g, '');
}
