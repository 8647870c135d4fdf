import type { ParameterDefinition } from './parameterDefinition.ts';
import { focusObjects } from './focusObjects.ts';
import { images, pictures } from './targets.ts';
import { coordinate, expression, ninePositions, oneOf } from './values.ts';

/** What the four coordinates of an extracted area have in common. */
const ofExtract = {
  values: [coordinate, expression],
  appliesTo: images,
  page: 'image-resize-and-crop#extract-crop-strategy---cm-extract',
  needs: { how: 'any', of: ['cm'] },
  note: 'Only with cm-extract.',
} as const satisfies Partial<ParameterDefinition>;

/** Crop, focus and zoom. Source: https://imagekit.io/docs/image-resize-and-crop */
export const cropParameters: readonly ParameterDefinition[] = [
  {
    key: 'c',
    name: 'crop',
    summary: 'How the picture is brought to the size when both width and height are given.',
    values: [
      oneOf(
        {
          value: 'maintain_ratio',
          summary: 'Exact size; what does not fit is cropped. The default.',
          phrase: 'cropping what does not fit',
        },
        {
          value: 'force',
          summary: 'Exact size; the picture is stretched or squeezed.',
          phrase: 'stretching the picture',
        },
        {
          value: 'at_max',
          summary: 'At most this size, nothing cropped; a smaller picture stays as it is.',
          phrase: 'fitting inside without enlarging',
        },
        {
          value: 'at_max_enlarge',
          only: 'images',
          summary: 'At most this size, nothing cropped; a smaller picture is enlarged.',
          phrase: 'fitting inside, enlarging where needed',
        },
        {
          value: 'at_least',
          summary: 'At least this size, nothing cropped; one side is exact.',
          phrase: 'covering at least that area',
        },
        {
          value: 'maintain_ratio_no_enlarge',
          only: 'images',
          summary: 'Exact size by cropping, unless the picture would have to be enlarged.',
          phrase: 'cropping what does not fit, without enlarging',
          unconfirmed: true,
        },
      ),
    ],
    appliesTo: pictures,
    default: 'maintain_ratio',
    example: 'c-at_max',
    page: 'image-resize-and-crop#crop-crop-modes--focus',
    needs: { how: 'all', of: ['w', 'h'] },
    excludes: ['cm'],
  },
  {
    key: 'cm',
    name: 'cropMode',
    summary: 'Pads the picture to the size, or cuts an area out of it.',
    values: [
      oneOf(
        {
          value: 'pad_resize',
          summary: 'Exact size; the whole picture with padding in the background colour.',
          phrase: 'padding the rest',
        },
        {
          value: 'extract',
          summary: 'Cuts an area of this size out of the picture, without resizing it.',
          wholePhrase: 'cut {area} out of the picture without resizing',
        },
        {
          value: 'pad_extract',
          only: 'images',
          summary: 'As extract; a smaller picture is padded.',
          wholePhrase: 'cut {area} out of the picture, padding where it is smaller',
        },
        {
          value: 'pad_resize_no_enlarge',
          only: 'images',
          summary: 'As pad_resize; a smaller picture is padded, not enlarged.',
          phrase: 'padding the rest without enlarging',
          unconfirmed: true,
        },
        {
          value: 'pad_extract_no_shrink',
          only: 'images',
          summary: 'As pad_extract; the output is never smaller than the source.',
          wholePhrase: 'cut {area} out of the picture, padding but never shrinking it',
          unconfirmed: true,
        },
      ),
    ],
    appliesTo: pictures,
    example: 'cm-pad_resize',
    page: 'image-resize-and-crop#crop-crop-modes--focus',
    needs: { how: 'all', of: ['w', 'h'] },
    excludes: ['c'],
  },
  {
    key: 'fo',
    name: 'focus',
    summary:
      'The part of the picture that stays when it is cropped, or the side where it is padded.',
    values: [
      oneOf(
        {
          value: 'auto',
          only: 'images',
          summary: 'The part that ImageKit finds most important. Images only.',
          phrase: 'the most important part',
        },
        {
          value: 'face',
          only: 'images',
          summary: 'The face, or all faces, that ImageKit finds. Images only.',
          phrase: 'the face',
        },
        {
          value: 'custom',
          only: 'images',
          summary: 'The area stored with the file as its custom coordinates. Images only.',
          phrase: 'the area stored with the file',
        },
        ...ninePositions,
        ...focusObjects,
        {
          value: 'auto-custom_override',
          only: 'images',
          summary: 'The area stored with the file, or else the most important part.',
          phrase: 'the area stored with the file, or else the most important part',
          unconfirmed: true,
        },
      ),
      {
        kind: 'composite',
        form: '<object>_<object>',
        pattern: /^(?<first>[^_]+)_(?<second>[^_]*)$/,
        parts: { first: [oneOf(...focusObjects)], second: [oneOf(...focusObjects)] },
        phrase: '{first} and {second}',
        unconfirmed: true,
      },
    ],
    appliesTo: pictures,
    default: 'center',
    example: 'fo-face',
    page: 'image-resize-and-crop#focus---fo',
  },
  {
    key: 'z',
    name: 'zoom',
    summary: 'Zoom of the crop around a face or object: below 1 wider, above 1 tighter.',
    values: [{ kind: 'number', min: 0 }],
    appliesTo: images,
    default: '1.0',
    phrase: 'zoom {value} ×',
    example: 'z-0.5',
    page: 'image-resize-and-crop#zoom---z',
    needs: { how: 'any', of: ['fo'] },
    note: 'Needs fo-face or fo with an object.',
  },
  {
    ...ofExtract,
    key: 'x',
    name: 'x',
    summary: 'Left edge of the area that cm-extract cuts out.',
    phrase: 'from x = {value}',
    example: 'x-100',
    excludes: ['xc'],
  },
  {
    ...ofExtract,
    key: 'y',
    name: 'y',
    summary: 'Top edge of the area that cm-extract cuts out.',
    phrase: 'from y = {value}',
    example: 'y-300',
    excludes: ['yc'],
  },
  {
    ...ofExtract,
    key: 'xc',
    name: 'xCenter',
    summary: 'Horizontal centre of the area that cm-extract cuts out.',
    phrase: 'centred at x = {value}',
    example: 'xc-300',
    excludes: ['x'],
  },
  {
    ...ofExtract,
    key: 'yc',
    name: 'yCenter',
    summary: 'Vertical centre of the area that cm-extract cuts out.',
    phrase: 'centred at y = {value}',
    example: 'yc-500',
    excludes: ['y'],
  },
];
