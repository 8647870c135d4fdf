/** A number as a number, where that prints the same. */
export function optionValue(text: string): string | number {
  return String(Number(text)) === text ? Number(text) : text;
}
