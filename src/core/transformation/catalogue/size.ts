import type { ParameterDefinition, ValueKind } from './parameterDefinition.ts';
import { images, pictures } from './targets.ts';
import { expression, fraction, oneOf } from './values.ts';

const ratioSide = { kind: 'number', min: 0 } as const satisfies ValueKind;

/** Source: https://imagekit.io/docs/image-resize-and-crop */
export const sizeParameters: readonly ParameterDefinition[] = [
  {
    key: 'w',
    name: 'width',
    summary: 'Width of the output. With only one of width and height the other keeps the ratio.',
    values: [
      { kind: 'integer', min: 2, max: 65535, unit: 'px' },
      fraction,
      expression,
      oneOf({ value: 'auto', summary: 'The width that the browser asks for by client hints.' }),
    ],
    appliesTo: [...pictures, 'textLayer', 'canvasLayer'],
    suggestions: ['320', '480', '640', '768', '1024', '1280', '1920', '0.5', 'iw_div_2'],
    example: 'w-400',
    page: 'image-resize-and-crop#width---w',
  },
  {
    key: 'h',
    name: 'height',
    summary: 'Height of the output. With only one of width and height the other keeps the ratio.',
    values: [{ kind: 'integer', min: 2, max: 65535, unit: 'px' }, fraction, expression],
    appliesTo: [...pictures, 'canvasLayer'],
    suggestions: ['240', '360', '480', '600', '720', '1080', '0.5', 'ih_div_2'],
    example: 'h-300',
    page: 'image-resize-and-crop#height---h',
  },
  {
    key: 'ar',
    name: 'aspectRatio',
    summary: 'Ratio of width to height of the output.',
    values: [
      {
        kind: 'composite',
        form: '<width>-<height>',
        pattern: /^(?<width>[^-_]+)[-_](?<height>[^-_]+)$/,
        parts: { width: [ratioSide], height: [ratioSide] },
      },
      expression,
    ],
    appliesTo: pictures,
    suggestions: ['1-1', '4-3', '3-2', '16-9', '9-16'],
    example: 'ar-4-3',
    page: 'image-resize-and-crop#aspect-ratio---ar',
    needs: { how: 'one', of: ['w', 'h'] },
  },
];

/** Offered behind the ways to crop. Source: https://imagekit.io/docs/image-resize-and-crop */
export const densityParameters: readonly ParameterDefinition[] = [
  {
    key: 'dpr',
    name: 'dpr',
    aliases: ['DPR'],
    summary: 'Device pixel ratio: multiplies width and height.',
    values: [
      { kind: 'number', min: 0.1, max: 5 },
      oneOf({ value: 'auto', summary: 'The ratio that the browser tells by client hints.' }),
      expression,
    ],
    appliesTo: images,
    default: '1',
    phrase: 'at {value} × pixel density',
    suggestions: ['1', '1.5', '2', '3'],
    example: 'dpr-2',
    page: 'image-resize-and-crop#dpr---dpr',
    needs: { how: 'any', of: ['w', 'h'] },
  },
];
