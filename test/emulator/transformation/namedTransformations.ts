import { parseChain } from './parseChain.ts';
import type { Step } from './chain.ts';
import { TransformationError } from './transformationError.ts';

/** The system's own names, found in the URLs of thumbnails. */
const named: ReadonlyMap<string, string> = new Map([
  ['ik_ml_thumbnail', 'w-240,h-240,c-at_max'],
  ['media_library_thumbnail', 'w-240,h-240,c-at_max'],
]);

export function usesNamedOnly(steps: readonly Step[]): boolean {
  const used = steps.flatMap((step) => [...step.parameters.keys()]);
  return used.length > 0 && used.every((key) => key === 'n');
}

/** @throws {TransformationError} for a name that does not exist. */
export function expandNamed(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => {
    const name = step.parameters.get('n');
    if (name === undefined) return [step];
    const text = named.get(name);
    if (text === undefined) throw new TransformationError(`no named transformation ${name}`);
    const rest = new Map([...step.parameters].filter(([key]) => key !== 'n'));
    const own: Step = { parameters: rest, layers: step.layers };
    return rest.size + step.layers.length === 0 ? parseChain(text) : [...parseChain(text), own];
  });
}
