import type { ParameterDefinition, ValueKind } from './parameterDefinition.ts';
import { images, pictures } from './targets.ts';
import { colour, oneOf, pixels } from './values.ts';

const page = 'effects-and-enhancements';

const corner = [pixels, oneOf({ value: 'max', summary: 'As round as possible.' })];
const tolerance = { kind: 'number', min: 0, max: 100 } as const satisfies ValueKind;

/** Corners, geometry and colour. Source: https://imagekit.io/docs/effects-and-enhancements */
export const appearanceParameters: readonly ParameterDefinition[] = [
  {
    key: 'r',
    name: 'radius',
    summary: 'Rounds the corners: one radius, or four from the top left clockwise.',
    values: [
      { kind: 'integer', min: 0, unit: 'px' },
      oneOf({
        value: 'max',
        summary: 'As round as possible: a circle or ellipse.',
        phrase: 'a circle or ellipse',
      }),
      {
        kind: 'composite',
        form: '<top left>_<top right>_<bottom right>_<bottom left>',
        pattern: /^(?<a>[^_]*)_(?<b>[^_]*)_(?<c>[^_]*)_(?<d>[^_]*)$/,
        parts: { a: corner, b: corner, c: corner, d: corner },
        phrase: '{a}, {b}, {c} and {d} px, from the top left clockwise',
      },
    ],
    appliesTo: [...pictures, 'textLayer', 'canvasLayer'],
    phrase: 'round the corners to {value}',
    suggestions: ['8', '16', '24'],
    example: 'r-20',
    page: `${page}#radius---r`,
    note: 'With c or cm put it into the next step of the chain.',
  },
  {
    key: 'rt',
    name: 'rotation',
    aliases: ['rotate'],
    summary: 'Rotates clockwise by degrees; N before the number turns the other way.',
    values: [
      { kind: 'number', unit: '°' },
      oneOf({
        value: 'auto',
        only: 'images',
        summary: 'As the EXIF orientation says.',
        wholePhrase: 'rotate as its EXIF orientation says',
      }),
    ],
    appliesTo: ['image', 'documentThumbnail', 'video', 'imageLayer', 'videoLayer', 'textLayer'],
    phrase: 'rotate by {value}',
    suggestions: ['90', '180', '270', 'N90'],
    example: 'rt-90',
    page: `${page}#rotate---rt`,
    note: 'Videos turn by 0, 90, 180, 270 or 360 degrees only.',
  },
  {
    key: 'fl',
    name: 'flip',
    summary: 'Mirrors the picture.',
    values: [
      oneOf(
        { value: 'h', summary: 'Left and right change places.', phrase: 'horizontally' },
        { value: 'v', summary: 'Top and bottom change places.', phrase: 'vertically' },
        { value: 'h_v', summary: 'Both.', phrase: 'horizontally and vertically' },
        { value: 'v_h', summary: 'Both.', phrase: 'vertically and horizontally' },
      ),
    ],
    appliesTo: ['image', 'documentThumbnail', 'imageLayer', 'textLayer'],
    phrase: 'mirror {value}',
    example: 'fl-h',
    page: `${page}#flip---fl`,
    openQuestion: 'No page tells whether a video can be mirrored.',
  },
  {
    key: 'o',
    name: 'opacity',
    summary: 'Opacity of the picture: 0 is invisible, 100 opaque.',
    values: [{ kind: 'integer', min: 0, max: 100, unit: '%' }],
    appliesTo: images,
    default: '100',
    phrase: 'set the opacity to {value}',
    suggestions: ['25', '50', '75'],
    example: 'o-50',
    page: `${page}#opacity---o`,
  },
  {
    key: 't',
    name: 'trim',
    summary: 'Trims edges of one colour; a number is the tolerance.',
    values: [
      oneOf(
        { value: 'true', summary: 'Trim.', wholePhrase: 'trim the edges' },
        {
          value: 'false',
          summary: 'Do not trim; layers are trimmed by default.',
          wholePhrase: 'keep the edges',
        },
      ),
      { kind: 'integer', min: 1, max: 99 },
    ],
    appliesTo: images,
    phrase: 'trim the edges (tolerance {value})',
    suggestions: ['10'],
    example: 't-true',
    page: `${page}#trim-edges---t`,
  },
  {
    key: 'bl',
    name: 'blur',
    summary: 'Blurs the picture.',
    values: [{ kind: 'integer', min: 1, max: 100 }],
    appliesTo: images,
    phrase: 'blur by {value}',
    suggestions: ['5', '10', '20'],
    example: 'bl-10',
    page: `${page}#blur---bl`,
  },
  {
    key: 'cr',
    name: 'colorReplace',
    summary: 'Replaces a colour, by default the dominant one, by another.',
    values: [
      {
        kind: 'composite',
        form: '<to>_<tolerance 0–100>_<from>',
        pattern: /^(?<to>[^_]*)_(?<tolerance>[^_]*)_(?<from>[^_]*)$/,
        parts: { to: [colour], tolerance: [tolerance], from: [colour] },
        phrase: '{from} by {to} with tolerance {tolerance}',
      },
      {
        kind: 'composite',
        form: '<to>_<tolerance 0–100>',
        pattern: /^(?<to>[^_]*)_(?<tolerance>[^_]*)$/,
        parts: { to: [colour], tolerance: [tolerance] },
        phrase: 'the dominant colour by {to} with tolerance {tolerance}',
      },
      {
        kind: 'composite',
        form: '<to>',
        pattern: /^(?<to>[^_]*)$/,
        parts: { to: [colour] },
        phrase: 'the dominant colour by {to}',
      },
    ],
    appliesTo: ['image'],
    phrase: 'replace {value}',
    example: 'cr-red_30_FF0022',
    page: `${page}#color-replace---cr`,
  },
];
