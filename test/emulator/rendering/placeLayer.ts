import { center, positions } from '../transformation/positions.ts';
import { evaluate } from '../transformation/readExpression.ts';
import type { Variables } from '../transformation/readExpression.ts';
import { displace, layerModes } from './layerModes.ts';
import type { Picture } from './picture.ts';
import { drawOver } from './place.ts';

/** Draws a finished layer at `lx`/`ly`, `lxc`/`lyc` (with `lap`) or `lfo`, in the way of `lm`. */
export async function placeLayer(
  base: Picture,
  layer: Picture,
  parameters: ReadonlyMap<string, string>,
  variables: Variables,
): Promise<Picture> {
  const free = ['lx', 'ly', 'lxc', 'lyc'].some((key) => parameters.has(key));
  const focus = positions[parameters.get('lfo') ?? 'center'] ?? center;
  const anchor = positions[parameters.get('lap') ?? 'top_left'] ?? center;
  const along = (axis: 'x' | 'y', room: number, own: number): number => {
    if (!free) return Math.round((room - own) * focus[axis]);
    const start = parameters.get(`l${axis}`);
    const middle = parameters.get(`l${axis}c`);
    const wanted =
      start !== undefined
        ? fromEdge(start, room, own, variables) - own * anchor[axis]
        : middle !== undefined
          ? evaluate(middle, variables) - own / 2
          : (room - own) * center[axis];
    // The service keeps a layer inside the picture.
    return Math.round(Math.min(Math.max(wanted, 0), Math.max(0, room - own)));
  };
  const mode = parameters.get('lm') ?? '';
  if (mode === 'displace') {
    const strength = (key: string): number => evaluate(parameters.get(key) ?? '0', variables);
    return await displace(base, layer, strength('lx'), strength('ly'));
  }
  const draw = layerModes[mode] ?? drawOver;
  return await draw(
    base,
    layer,
    along('x', base.width, layer.width),
    along('y', base.height, layer.height),
  );
}

/** A negative distance is read from the right or bottom edge. */
function fromEdge(text: string, room: number, own: number, variables: Variables): number {
  const value = evaluate(text, variables);
  return value < 0 ? room - own + value : value;
}
