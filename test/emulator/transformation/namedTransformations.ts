import { parseChain } from './parseChain.ts';
import { everyStep } from './chain.ts';
import type { Step } from './chain.ts';
import { TransformationError } from './transformationError.ts';

/** Gives the transformation of an enabled name. */
export type FindNamed = (name: string) => string | undefined;

/** The system's own names, found in the URLs of thumbnails. */
const builtIn: ReadonlyMap<string, string> = new Map([
  ['ik_ml_thumbnail', 'w-240,h-240,c-at_max'],
  ['media_library_thumbnail', 'w-240,h-240,c-at_max'],
]);

/** A name may stand for another name, but not without end. */
const maximumDepth = 5;

export function usesNamedOnly(steps: readonly Step[]): boolean {
  const used = everyStep(steps).flatMap((step) => [
    ...step.parameters.keys(),
    ...step.layers.map(() => 'l'),
  ]);
  return used.length > 0 && used.every((key) => key === 'n');
}

/** @throws {TransformationError} for a name that does not exist or is disabled. */
export function expandNamed(steps: readonly Step[], find: FindNamed, depth = 0): Step[] {
  return steps.flatMap((step) => {
    const { branching } = step;
    if (branching !== undefined) {
      const whenTrue = expandNamed(branching.whenTrue, find, depth);
      const whenFalse = expandNamed(branching.whenFalse, find, depth);
      return [{ ...step, branching: { ...branching, whenTrue, whenFalse } }];
    }
    const name = step.parameters.get('n');
    if (name === undefined) return [step];
    const text = builtIn.get(name) ?? find(name);
    if (text === undefined || depth >= maximumDepth) {
      throw new TransformationError(`no named transformation ${name}`);
    }
    const meant = expandNamed(parseChain(text.replace(/^tr:/, '')), find, depth + 1);
    const rest = new Map([...step.parameters].filter(([key]) => key !== 'n'));
    const own: Step = { parameters: rest, layers: step.layers };
    return rest.size + step.layers.length === 0 ? meant : [...meant, own];
  });
}
