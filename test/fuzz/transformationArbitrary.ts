import * as fc from 'fast-check';
import { catalogue } from '../../src/core/transformation/catalogue/catalogue.ts';
import { documentedChains } from '../unit/core/transformation/documentedChains.ts';

/** Parameters with a value of their own, of another parameter, or none. */
const parameters = catalogue.flatMap(({ key, example, values, suggestions = [] }) => [
  key,
  `${key}-`,
  example,
  ...suggestions.map((value) => `${key}-${value}`),
  ...values.flatMap((kind) =>
    kind.kind === 'enum' ? kind.values.map(({ value }) => `${key}-${value}`) : [],
  ),
]);

const keys = catalogue.map(({ key }) => key);
const numbers = ['0', '1', '2', '50', '100', '70000', '0.5', '1.5', 'N40', '-40', '5000', '16500'];
const words =
  'red Red F00 FF0000FF #FF0000 %23fff true false auto undefined NaN iw_div_2 bw_mul_0.1 iw_by_2 ' +
  'cw_add_1_pow_2 a.png @@a@@b.png a/b%2Fc.jpg 1_2_3_4 hello aGVsbG8= aGVsbG8%3D pad_resize force ' +
  'top_left trafficlight max prompt-a%3Ab blurred_300 genfill ld-400_from-red_sp-2 ${x} {{ y }} %s';
const oddities =
  ', : - _ N % %2C %3A %2 l-end if-else if-end l-image l-text l-video l-foo if-w_gt_3 if-iw if- ' +
  'width-300 oi-logo.png ox-5 ot-hi raw-w-3 foo-1 constructor __proto__ é 🦊 ${a,b} #{ {{ <?= " \' & ? #';

const separator = fc.constantFrom(',', ',', ',', ':', ',l-image,i-a.png,', ',l-end,', '%2C', '');

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...parameters) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(...keys), fc.constantFrom(...numbers, ...words.split(' ')))
      .map(([key, value]) => `${key}-${value}`),
  },
  { weight: 1, arbitrary: fc.constantFrom(...oddities.split(' ')) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
);

const composed = fc
  .array(fc.tuple(piece, separator), { maxLength: 9 })
  .map((pieces) => pieces.flat().join(''));

/** A documented chain with a piece cut out and another put in. */
const mutated = fc
  .tuple(fc.constantFrom(...documentedChains), fc.nat(200), fc.nat(12), piece)
  .map(([chain, at, length, insert]) => {
    const start = at % (chain.length + 1);
    return chain.slice(0, start) + insert + chain.slice(start + length);
  });

/** Good, broken and strange transformations. */
export const transformationArbitrary: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: composed },
  { weight: 2, arbitrary: mutated },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
);
