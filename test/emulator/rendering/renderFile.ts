import type { Step } from '../transformation/chain.ts';
import { chooseFormat, encode, isAnimated } from './encode.ts';
import { decodeAnimation, stack } from './frames.ts';
import type { Picture } from './picture.ts';
import { renderChain } from './renderChain.ts';
import type { RenderOptions } from './renderChain.ts';

export interface SourceFile {
  readonly path: string;
  /** The stored format, which the answer keeps unless told otherwise. */
  readonly format: string;
  readonly decode: () => Promise<Picture>;
  /** Whether all frames are wanted, where there are several. */
  readonly moves: boolean;
}

/**
 * Carries out a chain and writes the result.
 * @param accept the Accept header, which `f-auto` goes by.
 */
export async function renderFile(
  source: SourceFile,
  steps: readonly Step[],
  accept: string | undefined,
  options: RenderOptions,
): Promise<{ mime: string; bytes: Buffer }> {
  const wanted = chooseFormat(steps, source.format, accept);
  const animation =
    source.moves && isAnimated(wanted) ? await decodeAnimation(source.path) : undefined;
  if (animation !== undefined) {
    const frames: Picture[] = [];
    for (const frame of animation.frames) frames.push(await renderChain(frame, steps, options));
    return await encode(stack(frames), wanted, steps, source.path, animation);
  }
  const taken: Step[] = [];
  const picture = await renderChain(await source.decode(), steps, {
    ...options,
    onStep: (step) => taken.push(step),
  });
  // Also the format may depend on a condition.
  return await encode(picture, chooseFormat(taken, source.format, accept), taken, source.path);
}
