/**
 * Whether a when-clause can hold with these context keys, whatever all others are. Knows `!`, `&&`,
 * `||` and comparisons, of which VS Code's own have no brackets around them here.
 */
export function mayHold(
  clause: string | undefined,
  context: Readonly<Record<string, boolean>>,
): boolean {
  if (clause === undefined) return true;
  return clause
    .split('||')
    .some((terms) => terms.split('&&').every((term) => mayBe(term.trim(), context)));
}

function mayBe(term: string, context: Readonly<Record<string, boolean>>): boolean {
  if (term === 'false') return false;
  const [, not, key = ''] = /^(!?)([\w.]+)$/.exec(term) ?? [];
  const value = context[key];
  // A comparison, or a key that nobody has said anything about.
  return value === undefined || value !== (not === '!');
}
