import type { Item, Parameter, Step } from './tree.ts';
import { evaluate } from './value/evaluate.ts';
import { isFraction } from './value/number.ts';

/** In pixels. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** What a strategy makes of a picture and the box that is asked for. */
type Fit = (picture: PixelSize, box: PixelSize) => PixelSize | undefined;

const exactly: Fit = (_, box) => box;

/** By the value of `cm` or `c`. Source: https://imagekit.io/docs/image-resize-and-crop */
const fits: ReadonlyMap<string, Fit> = new Map([
  ['maintain_ratio', exactly],
  // No page tells what comes out where the picture would have to be enlarged.
  [
    'maintain_ratio_no_enlarge',
    (picture, box) => (Math.max(...scales(picture, box)) <= 1 ? box : undefined),
  ],
  ['force', exactly],
  ['at_max', (picture, box) => scaled(picture, Math.min(1, ...scales(picture, box)))],
  ['at_max_enlarge', (picture, box) => scaled(picture, Math.min(...scales(picture, box)))],
  ['at_least', (picture, box) => scaled(picture, Math.max(...scales(picture, box)))],
  ['pad_resize', exactly],
  ['pad_resize_no_enlarge', exactly],
  ['extract', exactly],
  ['pad_extract', exactly],
]);

function scales(picture: PixelSize, box: PixelSize): [number, number] {
  return [box.width / picture.width, box.height / picture.height];
}

function scaled({ width, height }: PixelSize, scale: number): PixelSize {
  return rounded({ width: width * scale, height: height * scale });
}

function rounded({ width, height }: PixelSize): PixelSize {
  return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
}

/** Parameters after which only ImageKit knows the size. */
const unpredictable: ReadonlySet<string> = new Set(
  'n t pg b dn orig e-edit e-upscale e-changebg e-distort e-shadow e-dropshadow e-genvar'.split(
    ' ',
  ),
);

/** Source: https://imagekit.io/docs/transformations */
const largestDimension = 65_535;
/** Source: https://imagekit.io/docs/image-resize-and-crop#dpr---dpr */
const largestMultiplied = 5000;

/**
 * The size of a picture after one step of a chain.
 * @param picture Its size before.
 * @param original The size of the asset, which `iw` and `ih` tell.
 * @returns `undefined` where the step has something that only ImageKit can calculate.
 */
export function resolveSize(
  { items }: Step,
  picture: PixelSize,
  original: PixelSize,
): PixelSize | undefined {
  const parameters = items.filter(isParameter);
  const isKnown =
    items.every(({ kind }) => kind !== 'conditional') &&
    parameters.every(
      ({ definition, holes }) =>
        definition && holes.length === 0 && !unpredictable.has(definition.key),
    );
  if (!isKnown) return undefined;
  const values = new Map(parameters.map(({ key, value }) => [key.text, value?.text ?? '']));
  const turned = turn(picture, values.get('rt'));
  // Which of them ImageKit does first no page tells.
  if (turned !== picture && (values.has('w') || values.has('h'))) return undefined;
  return turned && resize(turned, original, values);
}

function isParameter(item: Item): item is Parameter {
  return item.kind === 'parameter';
}

/** Quarter turns; any other angle makes room for the corners, and nobody tells how much. */
function turn(picture: PixelSize, angle = '0'): PixelSize | undefined {
  const quarters = Number(angle.replace('N', '-')) / 90;
  if (!Number.isInteger(quarters)) return undefined;
  return quarters % 2 === 0 ? picture : { width: picture.height, height: picture.width };
}

function resize(
  picture: PixelSize,
  original: PixelSize,
  values: ReadonlyMap<string, string>,
): PixelSize | undefined {
  const variables = sizeVariables(picture, original);
  const width = sideOf(values.get('w'), picture.width, variables);
  const height = sideOf(values.get('h'), picture.height, variables);
  if (width === 'unknown' || height === 'unknown') return undefined;
  if (width === undefined && height === undefined) {
    return values.has('fo') || values.has('cm') ? undefined : picture;
  }
  const isBox = values.has('ar') || (width !== undefined && height !== undefined);
  const ratio = values.has('ar')
    ? ratioOf(values.get('ar') ?? '', variables)
    : picture.width / picture.height;
  const density = evaluate(values.get('dpr') ?? '1', variables);
  if (ratio === undefined || density === undefined) return undefined;
  const box = multiplied(
    { width: width ?? (height ?? 1) * ratio, height: height ?? (width ?? 1) / ratio },
    density,
  );
  const fit = fits.get(values.get('cm') ?? values.get('c') ?? 'maintain_ratio');
  if (isBox) return fit?.(picture, rounded(box));
  return values.has('c') || values.has('cm') ? undefined : rounded(box);
}

/** ImageKit ignores a density that makes a side too small or too large. */
function multiplied({ width, height }: PixelSize, density: number): PixelSize {
  const sides = { width: width * density, height: height * density };
  const isIgnored = Object.values(sides).some((side) => side < 1 || side > largestMultiplied);
  return isIgnored ? { width, height } : sides;
}

/** What expressions call the sides of a picture and of the asset that it was made of. */
export function sizeVariables(
  picture: PixelSize,
  original: PixelSize,
): ReadonlyMap<string, number> {
  return new Map([
    ['iw', original.width],
    ['ih', original.height],
    ['iar', original.width / original.height],
    ['cw', picture.width],
    ['ch', picture.height],
    ['car', picture.width / picture.height],
  ]);
}

/** Below 1 a number is a share of the picture; what is too large is ignored. */
function sideOf(
  value: string | undefined,
  whole: number,
  variables: ReadonlyMap<string, number>,
): number | 'unknown' | undefined {
  if (value === undefined) return undefined;
  const side = isFraction(value) ? Number(value) * whole : evaluate(value, variables);
  if (side === undefined || side < 1) return 'unknown';
  return side > largestDimension ? undefined : side;
}

function ratioOf(value: string, variables: ReadonlyMap<string, number>): number | undefined {
  const [, width, height] = /^([\d.]+)[-_]([\d.]+)$/.exec(value) ?? [];
  const ratio =
    width === undefined ? evaluate(value, variables) : Number(width) / Number(height ?? '1');
  return ratio !== undefined && ratio > 0 && Number.isFinite(ratio) ? ratio : undefined;
}

/**
 * The sides of a layer that a step inside it asks for by an expression.
 * @param base The size of what is under the layer.
 */
export function resolveLayerSize({ items }: Step, base: PixelSize): Partial<PixelSize> {
  const variables = new Map([
    ['bw', base.width],
    ['bh', base.height],
    ['bar', base.width / base.height],
  ]);
  const side = (key: string): number | undefined => {
    const value = items.filter(isParameter).find((each) => each.key.text === key)?.value?.text;
    // A share is of the layer's own picture.
    if (value === undefined || isFraction(value)) return undefined;
    const pixels = evaluate(value, variables);
    return pixels === undefined ? undefined : Math.round(pixels);
  };
  const [width, height] = [side('w'), side('h')];
  return { ...(width !== undefined && { width }), ...(height !== undefined && { height }) };
}
