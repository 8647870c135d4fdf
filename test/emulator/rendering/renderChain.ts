import { allParameters } from '../transformation/chain.ts';
import type { Layer, Step } from '../transformation/chain.ts';
import { holds } from '../transformation/condition.ts';
import { readColor, transparent } from '../transformation/readColor.ts';
import { evaluate } from '../transformation/readExpression.ts';
import type { Variables } from '../transformation/readExpression.ts';
import { TransformationError } from '../transformation/transformationError.ts';
import { fillBehind } from './backgroundFill.ts';
import { colorEffects, finalEffects, trim } from './effects.ts';
import { addBorder, roundCorners } from './frame.ts';
import { solid, variablesOf } from './picture.ts';
import type { Picture } from './picture.ts';
import { placeLayer } from './placeLayer.ts';
import { resize } from './resize.ts';
import { drawTextLayer } from './textLayer.ts';

/** Gives a page (from 1) of a layer's picture by its library path; undefined when there is none. */
export type LoadPicture = (path: string, page: number) => Promise<Picture | undefined>;

export interface RenderOptions {
  readonly load: LoadPicture;
  /** Where the bytes of a font of the library are. */
  readonly fontPath: (path: string) => string | undefined;
  /** The file's customCoordinates. */
  readonly customArea: string | null;
  /** Hears of every step of the base that is carried out, in order. */
  readonly onStep?: (step: Step) => void;
}

/**
 * Renders the steps one after the other. The parameters must have been judged before.
 * @param base the picture below, when the chain belongs to a layer.
 */
export async function renderChain(
  picture: Picture,
  steps: readonly Step[],
  options: RenderOptions,
  base?: Picture,
): Promise<Picture> {
  return await renderFrom(picture, picture, steps, options, base);
}

async function renderFrom(
  initial: Picture,
  picture: Picture,
  steps: readonly Step[],
  options: RenderOptions,
  base: Picture | undefined,
): Promise<Picture> {
  let current = picture;
  for (const step of steps) {
    const variables = variablesOf(initial, current, base);
    if (step.branching === undefined) {
      if (base === undefined) options.onStep?.(step);
      current = await renderStep(current, step, options, variables);
    } else {
      const { condition, whenTrue, whenFalse } = step.branching;
      const branch = holds(condition, variables) ? whenTrue : whenFalse;
      current = await renderFrom(initial, current, branch, options, base);
    }
  }
  return current;
}

async function renderStep(
  input: Picture,
  step: Step,
  options: RenderOptions,
  variables: Variables,
): Promise<Picture> {
  const { parameters } = step;
  let picture = await trim(input, parameters.get('t') ?? 'false');
  picture = await resize(picture, step, variables, options.customArea);
  for (const [key, effect] of Object.entries(colorEffects)) {
    const value = parameters.get(key);
    if (value !== undefined) picture = await effect(picture, value, variables);
  }
  for (const layer of step.layers) picture = await addLayer(picture, layer, options);
  const border = parameters.get('b');
  if (border !== undefined) picture = await addBorder(picture, border, variables);
  const radius = parameters.get('r');
  if (radius !== undefined) picture = await roundCorners(picture, radius);
  for (const [key, effect] of Object.entries(finalEffects)) {
    const value = parameters.get(key);
    if (value !== undefined) picture = await effect(picture, value, variables);
  }
  const background = parameters.get('bg');
  return background === undefined ? picture : await fillBehind(picture, background);
}

async function addLayer(base: Picture, layer: Layer, options: RenderOptions): Promise<Picture> {
  const parameters = allParameters(layer.steps);
  const own = await drawLayer(base, layer, parameters, options);
  return await placeLayer(base, own, parameters, variablesOf(own, own, base));
}

async function drawLayer(
  base: Picture,
  layer: Layer,
  parameters: ReadonlyMap<string, string>,
  options: RenderOptions,
): Promise<Picture> {
  if (layer.type === 'text') {
    return await drawTextLayer(layer, variablesOf(base, base, base), options.fontPath);
  }
  if (layer.input === 'ik_canvas') return await drawCanvas(base, layer, parameters, options);
  const loaded = await options.load(layer.input, Number(parameters.get('pg') ?? '1'));
  if (loaded === undefined) {
    throw new TransformationError(`the layer's picture ${layer.input} does not exist`, 'ENOENT');
  }
  const trimmed = await trim(loaded, parameters.get('t') ?? 'true');
  const steps = layer.steps.map((step) => without(step, ['t']));
  return await renderChain(trimmed, steps, options, base);
}

/** A block of one colour, as large as the base unless `w` and `h` say otherwise. */
async function drawCanvas(
  base: Picture,
  layer: Layer,
  parameters: ReadonlyMap<string, string>,
  options: RenderOptions,
): Promise<Picture> {
  const variables = variablesOf(base, base, base);
  const side = (key: string, whole: number): number => {
    const text = parameters.get(key);
    const value = text === undefined ? whole : evaluate(text, variables);
    return Math.max(1, Math.round(value <= 1 ? value * whole : value));
  };
  const ground = parameters.get('bg');
  const isGradient = parameters.has('e-gradient');
  const color = ground === undefined && isGradient ? transparent : readColor(ground ?? '000000');
  const al = parameters.get('al');
  const alpha = al === undefined || color.alpha < 1 ? color.alpha : Number(al) / 10;
  const block = await solid(side('w', base.width), side('h', base.height), { ...color, alpha });
  const steps = layer.steps.map((step) => without(step, ['w', 'h', 'bg', 't']));
  return await renderChain(block, steps, options, base);
}

function without(step: Step, keys: readonly string[]): Step {
  const kept = [...step.parameters].filter(([key]) => !keys.includes(key));
  return { parameters: new Map(kept), layers: step.layers };
}
