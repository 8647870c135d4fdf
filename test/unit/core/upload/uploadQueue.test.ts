import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { isImageKitError } from '../../../../src/core/api/imageKitError.ts';
import { uploadBatch } from '../../../../src/core/upload/uploadBatch.ts';
import { UploadQueue } from '../../../../src/core/upload/uploadQueue.ts';
import { fakeClock } from '../api/fakeClock.ts';

const never = new AbortController().signal;

/** Uploads that end when they are told to. */
class Works {
  /** By the number that each was given. */
  readonly started: number[] = [];
  readonly #ends = new Map<number, () => void>();

  start(queue: UploadQueue, number: number, signal = never): Promise<number> {
    return queue.run(() => {
      this.started.push(number);
      return new Promise((resolve) => {
        this.#ends.set(number, () => resolve(number));
      });
    }, signal);
  }

  async end(...numbers: readonly number[]): Promise<void> {
    for (const number of numbers) this.#ends.get(number)?.();
    await turn();
  }
}

suite('upload queue', () => {
  test('runs as many as it may, and the others in order', async () => {
    const queue = new UploadQueue({ highest: 2 });
    const works = new Works();
    const all = [0, 1, 2, 3, 4].map((number) => works.start(queue, number));
    await turn();
    assert.deepEqual(works.started, [0, 1]);
    await works.end(1);
    assert.deepEqual(works.started, [0, 1, 2]);
    await works.end(0, 2);
    assert.deepEqual(works.started, [0, 1, 2, 3, 4]);
    await works.end(3, 4);
    assert.deepEqual(await Promise.all(all), [0, 1, 2, 3, 4]);
  });

  test('paused, lets arrive what is on its way and starts nothing', async () => {
    const queue = new UploadQueue({ highest: 1 });
    const works = new Works();
    const first = works.start(queue, 0);
    const second = works.start(queue, 1);
    await turn();
    queue.pause();
    await works.end(0);
    assert.equal(await first, 0);
    assert.deepEqual(works.started, [0]);
    queue.resume();
    await turn();
    assert.deepEqual(works.started, [0, 1]);
    await works.end(1);
    assert.equal(await second, 1);
  });

  test('a cancel ends also what waits for a turn or is paused', async () => {
    const queue = new UploadQueue({ highest: 1 });
    const works = new Works();
    const first = works.start(queue, 0);
    await turn();
    queue.pause();
    const cancel = new AbortController();
    const waiting = works.start(queue, 1, cancel.signal);
    cancel.abort();
    await assert.rejects(waiting, (error) => isImageKitError(error, 'cancelled'));
    assert.deepEqual(works.started, [0]);
    await works.end(0);
    await first;
    queue.resume();
    const next = works.start(queue, 2);
    await turn();
    assert.deepEqual(works.started, [0, 2]);
    await works.end(2);
    await next;
  });

  test('after too many requests halves, waits as long as it was asked to, and grows again', async () => {
    const clock = fakeClock();
    const queue = new UploadQueue({ highest: 8, clock });
    queue.slowDown(2000);
    // Refused together with the first.
    queue.slowDown(1000);
    assert.equal(queue.limit, 4);
    const before = clock.now();
    assert.equal(queue.heldUntil, before + 2000);
    await queue.run(() => Promise.resolve(), never);
    assert.equal(clock.now() - before, 2000);
    queue.slowDown(500);
    assert.equal(queue.limit, 2);
    await queue.run(() => Promise.resolve(), never);
    assert.equal(clock.now() - before, 2500);
    await queue.run(() => Promise.resolve(), never);
    assert.equal(queue.limit, 3);
    for (let index = 0; index < 100; index++) await queue.run(() => Promise.resolve(), never);
    assert.equal(queue.limit, 8);
    for (let index = 0; index < 10; index++) queue.slowDown(0);
    assert.equal(queue.limit, 1);
  });

  test('a failure gives its turn on and speeds nothing up', async () => {
    const queue = new UploadQueue({ highest: 2 });
    queue.slowDown(0);
    for (let index = 0; index < 5; index++) {
      await assert.rejects(queue.run(() => Promise.reject(new Error('no')), never));
    }
    assert.equal(queue.limit, 1);
    assert.equal(await queue.run(() => Promise.resolve('next'), never), 'next');
  });

  test('is shared by batches, and each reports its own bytes', async () => {
    const queue = new UploadQueue({ highest: 2 });
    let running = 0;
    let most = 0;
    const batch = async (size: number): Promise<readonly number[]> => {
      const told: number[] = [];
      const sources = Array.from({ length: 6 }, (_, index) => ({ name: `${index}`, size }));
      await uploadBatch(sources, {
        queue,
        signal: never,
        onProgress: ({ sent, total }) => told.push(sent, total),
        upload: async (_source, onProgress) => {
          most = Math.max(most, ++running);
          onProgress(size / 2, size);
          await turn();
          onProgress(size, size);
          running--;
        },
      });
      return told;
    };
    const [one, other] = await Promise.all([batch(10), batch(100)]);
    assert.equal(most, 2);
    assert.deepEqual([one.at(-2), one.at(-1)], [60, 60]);
    assert.deepEqual([other.at(-2), other.at(-1)], [600, 600]);
  });
});
