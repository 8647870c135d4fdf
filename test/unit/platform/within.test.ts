import assert from 'node:assert/strict';
import { Deadline, within } from '../../../src/platform/within.ts';

suite('within', () => {
  test('gives what is there, and nothing for what is late or fails', async () => {
    assert.equal(await within(Promise.resolve(1), 1000), 1);
    assert.equal(await within(new Promise(() => undefined), 1), undefined);
    assert.equal(await within(Promise.reject(new Error('no')), 1000), undefined);
  });

  test('a failure that comes later is nobody’s', async () => {
    let fail: (error: Error) => void = () => undefined;
    const late = new Promise<never>((_, reject) => {
      fail = reject;
    });
    assert.equal(await within(late, 1), undefined);
    fail(new Error('late'));
    await new Promise((resolve) => {
      setTimeout(resolve, 1);
    });
  });

  test('behind a deadline there is only what was there', async () => {
    const deadline = new Deadline(0);
    assert.equal(await deadline.within(Promise.resolve(1)), 1);
    assert.equal(await deadline.within(new Promise(() => undefined)), undefined);
  });
});
