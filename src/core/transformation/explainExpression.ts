/** Source: https://imagekit.io/docs/arithmetic-expressions-in-transformations */
const variables: ReadonlyMap<string, string> = new Map([
  ['iw', 'original width'],
  ['ih', 'original height'],
  ['iar', 'original ratio'],
  ['cw', 'current width'],
  ['ch', 'current height'],
  ['car', 'current ratio'],
  ['bw', 'base width'],
  ['bh', 'base height'],
  ['bar', 'base ratio'],
  ['idu', 'original duration'],
  ['bdu', 'base duration'],
  ['idn', 'original density'],
]);

const operators: ReadonlyMap<string, string> = new Map([
  ['add', '+'],
  ['sub', '−'],
  ['mul', '×'],
  ['div', '÷'],
  ['mod', 'mod'],
  ['pow', '^'],
]);

const number = /^N?\d+(?:\.\d+)?$/;

/** A number with a real minus: `N40` becomes −40. `undefined` where it is none. */
export function explainNumber(value: string): string | undefined {
  return number.test(value) ? value.replace('N', '−') : undefined;
}

/** The arithmetic of a value, or `undefined` where it is none: `iw_div_2` → "original width ÷ 2". */
export function explainExpression(value: string): string | undefined {
  const parts = value.split('_');
  if (parts.length % 2 === 0 || !parts.some((part) => variables.has(part))) {
    return undefined;
  }
  const words = parts.map((part, index) => {
    if (index % 2 === 1) return operators.get(part);
    return variables.get(part) ?? explainNumber(part);
  });
  return words.includes(undefined) ? undefined : words.join(' ');
}

const hexColour = /^([0-9a-f]{6})(\d\d)?$/i;

/** `FFAABB50` becomes "#FFAABB at 50 % opacity"; `undefined` where it is no hex colour. */
export function explainHexColour(value: string): string | undefined {
  const [, rgb, opacity] = hexColour.exec(value) ?? [];
  if (rgb === undefined) return undefined;
  return opacity === undefined ? `#${rgb}` : `#${rgb} at ${Number(opacity)} % opacity`;
}
