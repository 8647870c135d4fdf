function repeat(piece: string): (length: number) => string {
  return (length) => piece.repeat(Math.ceil(length / piece.length));
}

/** Texts that punish a parser or rule that looks back too often, of about the length asked for. */
export const hostileTexts: Readonly<Record<string, (length: number) => string>> = {
  'one step of the same parameter': repeat('w-3,'),
  'one step of unknown parameters': repeat('foo-3,'),
  'empty parameters': repeat(','),
  'empty steps': repeat(':'),
  steps: repeat('w-3,h-2:'),
  'open layers': repeat('l-image,'),
  'open conditions': repeat('if-w_gt_3,'),
  'closed layers': repeat('l-text,i-a,l-end,'),
  'ends of layers': repeat('l-end,'),
  'open holes': repeat('${'),
  'open braces': repeat('{'),
  'open tags': repeat('<?'),
  holes: repeat('${a},'),
  'encoded separators': repeat('w-3%2C'),
  'a long value': (length) => `w-${'9'.repeat(length)}`,
  'a long list': (length) => `r-${'1_'.repeat(length / 2)}`,
  'a long expression': (length) => `w-iw${'_mul_2'.repeat(length / 6)}`,
  'a long condition': (length) => `if-w_gt_1${'_and_w_gt_1'.repeat(length / 11)}`,
  'a long gradient': (length) => `e-gradient-${'from-red_'.repeat(length / 9)}`,
  'a long text': (length) => `l-text,i-${'a'.repeat(length)},l-end`,
  'a long base64': (length) => `l-text,ie-${'aaaa'.repeat(length / 4)},l-end`,
  'legacy overlays': repeat('oi-a.png,ox-3,'),
  hyphens: repeat('-'),
  'percent signs': repeat('%'),
};
