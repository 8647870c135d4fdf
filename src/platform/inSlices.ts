import { setImmediate } from 'node:timers/promises';

/** Shorter than anybody notices. */
const sliceInMilliseconds = 8;

/**
 * Does work of many small steps; whatever else waits in this process has its turn in between.
 * @param isOutdated Whether nobody needs the work any more, asked between slices.
 * @returns Whether all of it was done.
 */
export async function inSlices(
  work: Iterable<unknown>,
  isOutdated: () => boolean,
): Promise<boolean> {
  let begin = performance.now();
  for (const _ of work) {
    if (performance.now() - begin < sliceInMilliseconds) continue;
    await setImmediate();
    if (isOutdated()) return false;
    begin = performance.now();
  }
  return true;
}
