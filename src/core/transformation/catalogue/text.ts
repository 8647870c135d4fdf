import type { EnumValue, ParameterDefinition } from './parameterDefinition.ts';
import { colour, expression, oneOf, pixels } from './values.ts';

const page = 'add-overlays-on-images#add-text-over-image';
const written = ['textLayer', 'subtitleLayer'] as const;

const styles = ['b', 'i', 'strikethrough'].map((value) => ({ value, summary: 'A style.' }));

/** Source: https://imagekit.io/docs/add-overlays-on-images#supported-text-font-list */
const fontNames =
  'Amaranth|Arvo|Chivo|Crimson Text|exo|Kanit|Lato|Lora|Montserrat|PT_Serif|Open Sans|Roboto|' +
  'Old Standard|Ubuntu|Vollkorn|AbrilFatFace|Audiowide|Fredoka One|Gravitas One|Lobster|Monoton|' +
  'PT Mono';

/** As they stand in a URL, spaces encoded. */
const fonts: readonly EnumValue[] = fontNames
  .split('|')
  .map((name) => ({ value: name.replaceAll(' ', '%20'), summary: 'A font of ImageKit’s own.' }));

/** How text and subtitles look. Source: https://imagekit.io/docs/add-overlays-on-images */
export const textParameters: readonly ParameterDefinition[] = [
  {
    key: 'fs',
    name: 'fontSize',
    summary: 'Size of the font.',
    values: [{ kind: 'integer', min: 1, unit: 'px' }, expression],
    appliesTo: written,
    phrase: 'font size {value}',
    suggestions: ['24', '45', '60', 'bh_div_20'],
    example: 'fs-45',
    page,
    openQuestion: 'No page tells the default.',
  },
  {
    key: 'ff',
    name: 'fontFamily',
    summary: 'A built-in font, or the path of a font file of the media library with @@ for /.',
    values: [oneOf(...fonts), { kind: 'path' }],
    appliesTo: written,
    phrase: 'font {value}',
    example: 'ff-Roboto',
    page,
    openQuestion: 'No page tells the default.',
  },
  {
    key: 'co',
    name: 'fontColor',
    aliases: ['color'],
    summary: 'Colour of the text.',
    values: [colour],
    appliesTo: written,
    phrase: 'in {value}',
    example: 'co-FFFFFF',
    page,
    openQuestion: 'No page tells the default.',
  },
  {
    key: 'ia',
    name: 'innerAlignment',
    summary: 'Alignment of the lines; it shows when w is wider than the text.',
    values: [
      oneOf(
        { value: 'left', summary: 'Left.', phrase: 'left' },
        { value: 'center', summary: 'Centred.', phrase: 'centre' },
        { value: 'right', summary: 'Right.', phrase: 'right' },
      ),
    ],
    appliesTo: ['textLayer'],
    default: 'center',
    phrase: 'aligned {value}',
    example: 'ia-left',
    page,
  },
  {
    key: 'pa',
    name: 'padding',
    summary: 'Space around the text: one to four numbers, in CSS order.',
    values: [
      { kind: 'integer', min: 0, unit: 'px' },
      { kind: 'list', form: '<top>_<right>_<bottom>_<left>', of: [pixels], counts: [2, 3, 4] },
      expression,
    ],
    appliesTo: ['textLayer'],
    default: '0',
    phrase: 'padding {value}',
    suggestions: ['10', '10_20'],
    example: 'pa-10_20',
    page,
  },
  {
    key: 'al',
    name: 'alpha',
    summary: 'Transparency from 1 to 9.',
    values: [{ kind: 'integer', min: 1, max: 9 }],
    appliesTo: ['textLayer', 'canvasLayer'],
    phrase: 'alpha {value}',
    suggestions: ['3', '5', '7'],
    example: 'al-7',
    page,
    openQuestion: 'No page tells whether 1 or 9 is the most transparent.',
  },
  {
    key: 'tg',
    name: 'typography',
    summary: 'Bold, italic or struck through; several joined by _.',
    values: [
      oneOf(
        { value: 'b', summary: 'Bold.', phrase: 'bold' },
        { value: 'i', summary: 'Italic.', phrase: 'italic' },
        { value: 'b_i', summary: 'Bold and italic.', phrase: 'bold and italic' },
        {
          value: 'strikethrough',
          summary: 'Struck through; not for subtitles.',
          phrase: 'struck through',
        },
      ),
      { kind: 'list', form: 'b_i_strikethrough', of: [oneOf(...styles)], counts: [2, 3] },
    ],
    appliesTo: written,
    phrase: '{value}',
    example: 'tg-b_i',
    page,
  },
  {
    key: 'lh',
    name: 'lineHeight',
    summary: 'Height of a line; it counts when the text wraps.',
    values: [{ kind: 'integer', min: 1, unit: 'px' }, expression],
    appliesTo: ['textLayer'],
    phrase: 'line height {value}',
    example: 'lh-40',
    page,
  },
  {
    key: 'fol',
    name: 'fontOutline',
    summary: 'Outline of subtitles.',
    values: [
      {
        kind: 'composite',
        form: '<width in px>_<colour>',
        pattern: /^(?<width>[^_]*)_(?<colour>[^_]*)$/,
        parts: { width: [pixels], colour: [colour] },
        phrase: '{width} px in {colour}',
      },
    ],
    appliesTo: ['subtitleLayer'],
    phrase: 'outline {value}',
    example: 'fol-2_000000',
    page: 'add-overlays-on-videos',
  },
  {
    key: 'fsh',
    name: 'fontShadow',
    summary: 'Shadow of subtitles.',
    values: [
      {
        kind: 'composite',
        form: '<colour>_<distance in px>',
        pattern: /^(?<colour>[^_]*)_(?<distance>[^_]*)$/,
        parts: { colour: [colour], distance: [pixels] },
        phrase: 'in {colour}, {distance} px away',
      },
    ],
    appliesTo: ['subtitleLayer'],
    phrase: 'shadow {value}',
    example: 'fsh-blue_2',
    page: 'add-overlays-on-videos',
  },
];
