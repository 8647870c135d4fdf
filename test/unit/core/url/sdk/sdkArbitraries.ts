import * as fc from 'fast-check';
import {
  browserKeys,
  classicKeys,
  nodeKeys,
} from '../../../../../src/core/url/sdk/transformationKeys.ts';

// Options as people write them, and as they get them wrong.

export const urlEndpoint = 'https://ik.imagekit.io/test_url_endpoint';

const awkward = fc.constantFrom(
  'a,b:c',
  'Grüße 😀',
  '50% off',
  '/logos/a b.png/',
  '//x//',
  '$& $1',
  'a?b#c',
  '../x',
  "it's",
  'a\\b',
);
const value = fc.oneof(
  fc.integer({ min: -50, max: 3000 }),
  fc.double({ min: 0, max: 2, noNaN: true }),
  fc.boolean(),
  fc.constantFrom(
    '',
    ' ',
    '-',
    'auto',
    'true',
    'false',
    'at_max',
    'iw_div_2',
    'FF0000',
    '/a/b.jpg/',
  ),
  awkward,
  fc.constantFrom(null, undefined, [], [240, 480], ['a', null], {}, 0, Number.NaN),
);

const strange = [
  'unknown',
  'w',
  'WIDTH',
  'Width',
  'e-sharpen',
  'e-grayscale',
  'di',
  'ff',
  't',
  'sr',
  'RAW',
  '',
  'lm',
  'overlay',
];

/** Steps in which every key stands once, so that their order is that of the object. */
function stepsOf(names: readonly string[], values: fc.Arbitrary<unknown>) {
  const entry = fc.tuple(fc.constantFrom(...names, ...strange), values);
  return fc
    .uniqueArray(entry, { selector: ([name]) => name, maxLength: 5 })
    .map((entries) => Object.fromEntries(entries));
}

const text = fc.oneof(
  fc.constantFrom('Hello World', 'logo.png', 'a/b c.png'),
  awkward,
  fc.string({ maxLength: 12 }),
  fc.constantFrom('', 5, null, undefined),
);
const size = fc.oneof(
  fc.integer({ min: -5, max: 500 }),
  fc.constantFrom('bw_div_2', 'N10', '', '0'),
);
const partly: { requiredKeys: [] } = { requiredKeys: [] };

function overlayOf(steps: fc.Arbitrary<unknown>) {
  return fc.record(
    {
      type: fc.constantFrom(
        'text',
        'image',
        'video',
        'subtitle',
        'solidColor',
        'other',
        '',
        undefined,
      ),
      text,
      input: text,
      color: fc.constantFrom('red', 'FF000080', ''),
      encoding: fc.constantFrom('auto', 'plain', 'base64', 'other', undefined),
      layerMode: fc.constantFrom('multiply', 'displace', ''),
      position: fc.record(
        {
          x: size,
          y: size,
          xCenter: size,
          yCenter: size,
          anchorPoint: fc.constantFrom('top', 'left'),
          focus: fc.constantFrom('center', 'top_left'),
        },
        partly,
      ),
      timing: fc.record({ start: size, end: size, duration: size }, partly),
      transformation: steps,
    },
    partly,
  );
}

function chainsOf(names: readonly string[]) {
  const plain = fc.array(stepsOf(names, value), { maxLength: 3 });
  const overlay = fc.oneof(overlayOf(plain), fc.constantFrom(null, 'text', []));
  const step = fc.oneof(
    { weight: 4, arbitrary: stepsOf(names, value) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(stepsOf(names, value), overlay)
        .map(([before, layer]) => ({ ...before, overlay: layer })),
    },
    { weight: 1, arbitrary: fc.constantFrom(null, undefined, {}) },
  );
  return fc.array(step, { maxLength: 4 });
}

/** Keys of the browser's SDK; both modern ones know nearly the same. */
export const browserChains = chainsOf([...browserKeys.names.keys()]);
export const nodeChains = chainsOf([...nodeKeys.names.keys()]);
export const classicChains = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: stepsOf([...classicKeys.names.keys(), 'raw'], value) },
    { weight: 1, arbitrary: fc.constantFrom(null, {}) },
  ),
  { maxLength: 4 },
);

const segment = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9_.-]{1,8}$/),
  fc.constantFrom('a b.jpg', 'é.jpg', 'x%20y.jpg', '..', '.', '', 'a+b', "it's.png", 'a(1).png'),
);
export const path = fc
  .tuple(
    fc.constantFrom('/', '', '//'),
    fc.array(segment, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', '', '', '?v=1', '?v=a b&w=%20', '#top', '/'),
  )
  .map(([start, segments, end]) => start + segments.join('/') + end);

export const absolute = fc
  .tuple(
    fc.constantFrom(urlEndpoint, 'https://images.example.com', 'http://127.0.0.1:7480/demo'),
    path,
  )
  .map(([base, rest]) => `${base}/${rest}`);

export const endpoints = fc.constantFrom(
  urlEndpoint,
  `${urlEndpoint}/`,
  'https://images.example.com',
  'https://images.example.com/',
  'https://demo.example.com/demo',
  'https://img.example.com/a/b c',
  'HTTPS://Images.Example.com/X',
);

export const queryParameters = fc.oneof(
  fc.dictionary(
    fc.oneof(fc.stringMatching(/^[a-z]{1,4}$/), fc.constantFrom('a b', 'ü', 'tr')),
    fc.oneof(
      fc.constantFrom('1', 'a b', 'ä&=', '', "~!'()*"),
      fc.integer(),
      fc.constantFrom(null, true),
    ),
    { maxKeys: 2 },
  ),
  fc.constantFrom(undefined, {}),
);

export const position = fc.constantFrom('path', 'query', undefined, '');
