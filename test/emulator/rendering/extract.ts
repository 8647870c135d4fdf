import { center } from '../transformation/positions.ts';
import type { Position } from '../transformation/positions.ts';
import { evaluate } from '../transformation/readExpression.ts';
import { TransformationError } from '../transformation/transformationError.ts';
import type { CropOptions } from './cropStrategies.ts';
import { finish, open } from './picture.ts';
import type { Picture } from './picture.ts';
import { cut } from './place.ts';
import type { Size } from './place.ts';

/**
 * `cm-extract`: a region at its original size, placed by `x`/`y`, by its centre `xc`/`yc`, or by
 * the focus.
 * @throws {TransformationError} when a region with coordinates leaves the picture.
 */
export async function extractAt(
  picture: Picture,
  size: Size,
  position: Position,
  options: CropOptions,
): Promise<Picture> {
  const x = readStart(options, 'x', size.width);
  const y = readStart(options, 'y', size.height);
  if (x === undefined && y === undefined) {
    const part = {
      width: Math.min(size.width, picture.width),
      height: Math.min(size.height, picture.height),
    };
    return await cut(picture, part, position);
  }
  const left = x ?? Math.round((picture.width - size.width) * center.x);
  const top = y ?? Math.round((picture.height - size.height) * center.y);
  const fits =
    left >= 0 &&
    top >= 0 &&
    left + size.width <= picture.width &&
    top + size.height <= picture.height;
  if (!fits) throw new TransformationError('the region to extract leaves the picture');
  return await finish(open(picture).extract({ left, top, ...size }));
}

function readStart(options: CropOptions, axis: 'x' | 'y', side: number): number | undefined {
  const start = options.parameters.get(axis);
  if (start !== undefined) return Math.round(evaluate(start, options.variables));
  const middle = options.parameters.get(`${axis}c`);
  if (middle === undefined) return undefined;
  return Math.round(evaluate(middle, options.variables) - side / 2);
}
