import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { inSlices } from '../../../src/platform/inSlices.ts';

/** Steps that each take some time, and what they come to. */
function* slowSteps(count: number, done: number[] = []): Generator<void, readonly number[]> {
  for (let step = 0; step < count; step++) {
    const end = performance.now() + 1;
    while (performance.now() < end);
    done.push(step);
    yield;
  }
  return done;
}

suite('work in slices', () => {
  test('is all done, and others have their turn meanwhile', async () => {
    const others = setImmediate('another');
    const work = inSlices(slowSteps(100), () => false);
    assert.equal(await Promise.race([work, others]), 'another');
    assert.equal((await work)?.length, 100);
  });

  test('ends where nobody needs it any more', async () => {
    const done: number[] = [];
    assert.equal(await inSlices(slowSteps(1000, done), () => done.length > 20), undefined);
    assert(done.length < 1000);
  });

  test('of no time is done at once', async () => {
    assert.deepEqual(await inSlices(slowSteps(0), () => true), []);
  });
});
