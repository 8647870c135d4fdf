import type { Step } from '../transformation/chain.ts';
import { evaluate, readNumber } from '../transformation/readExpression.ts';
import type { Variables } from '../transformation/readExpression.ts';
import { TransformationError } from '../transformation/transformationError.ts';
import { cropStrategies } from './cropStrategies.ts';
import type { Picture } from './picture.ts';
import { scale } from './place.ts';

const maximumSide = 65_535;
const maximumScaledSide = 5000;

/** Carries out `w`, `h`, `ar`, `c`, `cm`, `fo`, `x`, `y`, `xc`, `yc`, `dpr` of a step. */
export async function resize(
  picture: Picture,
  step: Step,
  variables: Variables,
  customArea: string | null,
): Promise<Picture> {
  const { parameters } = step;
  const { width, height } = readSize(step, picture, variables);
  if (width === undefined && height === undefined) return picture;
  const ratio = picture.width / picture.height;
  if (width === undefined || height === undefined) {
    const size = {
      width: Math.max(1, Math.round(width ?? (height ?? 1) * ratio)),
      height: Math.max(1, Math.round(height ?? (width ?? 1) / ratio)),
    };
    const keep = parameters.get('c') === 'at_max' && size.width > picture.width;
    return keep ? picture : await scale(picture, checkArea(size));
  }
  const size = checkArea({ width: Math.round(width), height: Math.round(height) });
  const name = parameters.get('cm') ?? parameters.get('c') ?? 'maintain_ratio';
  const strategy = cropStrategies[name];
  if (strategy === undefined) throw new TransformationError(`unknown crop ${name}`);
  return await strategy(picture, size, { parameters, variables, customArea });
}

function readSize(
  { parameters }: Step,
  picture: Picture,
  variables: Variables,
): { width: number | undefined; height: number | undefined } {
  let width = readSide(parameters.get('w'), picture.width, variables);
  let height = readSide(parameters.get('h'), picture.height, variables);
  const ratio = readRatio(parameters.get('ar'), variables);
  // A ratio completes one side; with both or none of them it means nothing.
  if (ratio !== undefined && (width === undefined) !== (height === undefined)) {
    width ??= (height ?? 1) * ratio;
    height ??= width / ratio;
  }
  const density = Number(parameters.get('dpr') ?? '1');
  const sides = [width, height].filter((side) => side !== undefined).map((side) => side * density);
  if (sides.some((side) => side < 1 || (density !== 1 && side > maximumScaledSide))) {
    return { width, height };
  }
  return {
    width: width === undefined ? undefined : width * density,
    height: height === undefined ? undefined : height * density,
  };
}

/** Up to 1 a number is a share of the picture; a side that is too large is ignored. */
function readSide(
  text: string | undefined,
  whole: number,
  variables: Variables,
): number | undefined {
  if (text === undefined) return undefined;
  const value = evaluate(text, variables);
  if (!(value > 0)) throw new TransformationError(`${text} gives no positive size`);
  const pixels = value <= 1 && readNumber(text) !== undefined ? value * whole : value;
  return pixels > maximumSide ? undefined : Math.max(1, pixels);
}

function readRatio(text: string | undefined, variables: Variables): number | undefined {
  if (text === undefined) return undefined;
  const [, left, right] = /^([\d.]+)[-_]([\d.]+)$/.exec(text) ?? [];
  const ratio =
    left === undefined ? evaluate(text, variables) : Number(left) / Number(right ?? '1');
  if (!(ratio > 0) || !Number.isFinite(ratio)) {
    throw new TransformationError(`ar-${text} is no ratio`);
  }
  return ratio;
}

function checkArea<T extends { width: number; height: number }>(size: T): T {
  if (size.width * size.height > 100_000_000) {
    throw new TransformationError('the result would have more than 100 megapixels', 'ELIMIT');
  }
  return size;
}
