import assert from 'node:assert/strict';
import { systemClock } from '../../../../src/core/api/clock.ts';
import { isImageKitError } from '../../../../src/core/api/imageKitError.ts';

suite('system clock', () => {
  test('waits', async () => {
    const before = systemClock.now();
    await systemClock.wait(5);
    assert.ok(systemClock.now() > before);
  });

  test('waiting ends at once when the caller cancels', async () => {
    const controller = new AbortController();
    const waiting = systemClock.wait(60_000, controller.signal);
    controller.abort();
    await assert.rejects(waiting, (error) => isImageKitError(error, 'cancelled'));
  });

  test('a caller who cancelled before does not wait', async () => {
    const waiting = systemClock.wait(60_000, AbortSignal.abort('why'));
    await assert.rejects(waiting, (error) => {
      assert.ok(isImageKitError(error, 'cancelled'));
      assert.equal(error.cause, 'why');
      return true;
    });
  });
});
