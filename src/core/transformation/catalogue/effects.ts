import type { ParameterDefinition, ValueKind } from './parameterDefinition.ts';
import { images } from './targets.ts';
import { colour, expression, flag, fraction, ninePositions, oneOf } from './values.ts';

const page = 'effects-and-enhancements';

const amount = [{ kind: 'number', min: 0 }] as const satisfies readonly ValueKind[];
const at = [{ kind: 'number' }] as const satisfies readonly ValueKind[];
/** The eight sides and corners, without the centre. */
const sides = ninePositions.filter(({ value }) => value !== 'center');

/** Effects that cost nothing. Source: https://imagekit.io/docs/effects-and-enhancements */
export const effectParameters: readonly ParameterDefinition[] = [
  {
    key: 'e-grayscale',
    name: 'grayscale',
    aliases: ['effectGray'],
    summary: 'Turns the picture to black and white.',
    values: [flag],
    appliesTo: images,
    phrase: 'convert to grayscale',
    example: 'e-grayscale',
    page: `${page}#grayscale---e-grayscale`,
  },
  {
    key: 'e-contrast',
    name: 'contrastStretch',
    aliases: ['effectContrast'],
    summary: 'Stretches the contrast to the full range.',
    values: [flag],
    appliesTo: images,
    phrase: 'stretch the contrast',
    example: 'e-contrast',
    page: `${page}#contrast-stretch---e-contrast`,
  },
  {
    key: 'e-sharpen',
    name: 'sharpen',
    aliases: ['effectSharpen'],
    summary: 'Sharpens the picture; a number sets how much.',
    values: [flag, { kind: 'number', min: 0 }],
    appliesTo: images,
    phrase: 'sharpen by {value}',
    flagPhrase: 'sharpen',
    suggestions: ['10', '50'],
    example: 'e-sharpen-10',
    page: `${page}#sharpen---e-sharpen`,
  },
  {
    key: 'e-usm',
    name: 'unsharpMask',
    aliases: ['effectUSM', 'effectUsm'],
    summary: 'Sharpens with an unsharp mask.',
    values: [
      // The SDKs print it without a value, which no page confirms.
      flag,
      {
        kind: 'composite',
        form: '<radius>-<sigma>-<amount>-<threshold>',
        pattern: /^(?<radius>[^-]*)-(?<sigma>[^-]*)-(?<amount>[^-]*)-(?<threshold>[^-]*)$/,
        parts: { radius: amount, sigma: amount, amount, threshold: amount },
      },
    ],
    appliesTo: images,
    phrase: 'sharpen with an unsharp mask',
    suggestions: ['2-2-0.8-0.024'],
    example: 'e-usm-2-2-0.8-0.024',
    page: `${page}#unsharp-mask---e-usm`,
    note: 'AVIF is not produced with it.',
  },
  {
    key: 'e-shadow',
    name: 'shadow',
    aliases: ['effectShadow'],
    summary: 'Draws a shadow under the opaque parts of a transparent picture.',
    values: [
      flag,
      {
        kind: 'pairs',
        form: 'bl-<blur 0–15>_st-<saturation 0–100>_x-<%>_y-<%>',
        parts: {
          bl: [{ kind: 'number', min: 0, max: 15 }],
          st: [{ kind: 'number', min: 0, max: 100 }],
          x: [{ kind: 'number', min: -100, max: 100 }],
          y: [{ kind: 'number', min: -100, max: 100 }],
        },
      },
    ],
    appliesTo: images,
    phrase: 'add a shadow',
    suggestions: ['bl-10_st-30_x-2_y-2'],
    example: 'e-shadow-bl-15_st-40_x-10_y-N5',
    page: `${page}#shadow---e-shadow`,
    note: 'For pictures of up to 2 megapixels.',
  },
  {
    key: 'e-gradient',
    name: 'gradient',
    aliases: ['effectGradient'],
    summary: 'Lays a linear gradient of two colours over the picture.',
    values: [
      flag,
      {
        kind: 'pairs',
        form: 'ld-<direction>_from-<colour>_to-<colour>_sp-<stop>',
        phrase: 'from {from} to {to}',
        parts: {
          ld: [{ kind: 'integer', min: 0, max: 359, unit: '°' }, oneOf(...sides)],
          from: [colour],
          to: [colour],
          sp: [fraction, { kind: 'integer', min: 1, unit: 'px' }, expression],
        },
      },
    ],
    appliesTo: [...images, 'canvasLayer'],
    phrase: 'lay a gradient over it ({value})',
    flagPhrase: 'lay a gradient over it',
    suggestions: ['ld-top_from-FFFFFF_to-00000000'],
    example: 'e-gradient-ld-top_from-FFFFFF_to-00000000_sp-0.9',
    page: `${page}#gradient---e-gradient`,
  },
  {
    key: 'e-distort',
    name: 'distort',
    summary: 'Warps the picture: p- moves its four corners, a- bends it to an arc.',
    values: [
      {
        kind: 'composite',
        form: 'p-<x1>_<y1>_<x2>_<y2>_<x3>_<y3>_<x4>_<y4>',
        pattern:
          /^p-(?<x1>[^_]*)_(?<y1>[^_]*)_(?<x2>[^_]*)_(?<y2>[^_]*)_(?<x3>[^_]*)_(?<y3>[^_]*)_(?<x4>[^_]*)_(?<y4>[^_]*)$/,
        parts: { x1: at, y1: at, x2: at, y2: at, x3: at, y3: at, x4: at, y4: at },
        phrase: 'by moving its corners',
      },
      {
        kind: 'composite',
        form: 'a-<degrees>',
        pattern: /^a-(?<angle>.*)$/,
        parts: { angle: [{ kind: 'number', min: -360, max: 360 }] },
        phrase: 'to an arc of {angle}°',
      },
    ],
    appliesTo: images,
    phrase: 'distort {value}',
    suggestions: ['a-45'],
    example: 'e-distort-a-N45',
    page: `${page}#distort---e-distort`,
  },
  {
    key: 'e-colorize',
    name: 'colorize',
    summary: 'Tints the picture with a colour.',
    values: [
      flag,
      {
        kind: 'pairs',
        form: 'co-<colour>_in-<intensity 0–100>',
        parts: { co: [colour], in: [{ kind: 'number', min: 0, max: 100 }] },
        phrase: 'in {co} at {in} %',
      },
    ],
    appliesTo: ['image'],
    phrase: 'tint {value}',
    flagPhrase: 'tint',
    suggestions: ['co-red_in-50'],
    example: 'e-colorize-co-red_in-50',
    page: `${page}#colorize---e-colorize`,
  },
];
