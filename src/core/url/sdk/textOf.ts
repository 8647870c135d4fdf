/**
 * A value as `join` writes it, which is how the SDKs do.
 * @throws TypeError for a symbol, which `String` would print.
 */
export function textOf(value: unknown): string {
  if (typeof value === 'symbol') throw new TypeError('A symbol is no value of a parameter.');
  return String(value);
}
