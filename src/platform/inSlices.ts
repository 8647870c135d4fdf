import { setImmediate } from 'node:timers/promises';

/** Shorter than anybody notices. */
const sliceInMilliseconds = 8;
const stepsBetweenLooks = 16;

/**
 * Does work of many small steps; whatever else waits in this process has its turn in between.
 * @param isOutdated Whether nobody needs the work any more, asked between slices.
 * @returns What the work comes to, unless it is outdated before.
 */
export async function inSlices<Result>(
  work: Generator<unknown, Result>,
  isOutdated: () => boolean,
): Promise<Result | undefined> {
  let begin = performance.now();
  for (let steps = 1; ; steps++) {
    const { done, value } = work.next();
    if (done) return value;
    if (steps % stepsBetweenLooks !== 0) continue;
    if (performance.now() - begin < sliceInMilliseconds) continue;
    await setImmediate();
    if (isOutdated()) return undefined;
    begin = performance.now();
  }
}
