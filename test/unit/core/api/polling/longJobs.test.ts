import assert from 'node:assert/strict';
import { ImageKitError, isImageKitError } from '../../../../../src/core/api/imageKitError.ts';
import { waitForFolderJob, waitForPurge } from '../../../../../src/core/api/polling/longJobs.ts';
import type { PollOptions } from '../../../../../src/core/api/polling/pollUntil.ts';
import {
  answeringClient,
  recordingClient,
  type Answer,
  type Recording,
} from '../recordingTransport.ts';

const pending = { body: { jobId: 'j', status: 'Pending' } };
const completed = { body: { jobId: 'j', status: 'Completed' } };
const minute = 60_000;

function waitOn({ client, clock }: Recording, options: PollOptions = {}) {
  return waitForFolderJob(client.folders.job, 'j', { clock, random: () => 0, ...options });
}

suite('long jobs', () => {
  test('are asked for later and later, until they are done', async () => {
    const recording = recordingClient(...Array.from({ length: 12 }, () => pending), completed);
    assert.equal((await waitOn(recording)).status, 'Completed');
    assert.equal(recording.requests.length, 13);
    const { waits } = recording.clock;
    assert.deepEqual(waits.slice(0, 4), [500, 750, 1125, 1687.5]);
    assert.equal(waits.at(-1), 15_000);
    assert.ok(waits.every((wait, index) => index === 0 || wait >= (waits[index - 1] ?? 0)));
  });

  test('a job that is done is asked for once', async () => {
    const recording = recordingClient(completed);
    await waitOn(recording);
    assert.deepEqual(recording.clock.waits, []);
    assert.equal(recording.requests.length, 1);
  });

  test('a job that was done in part is done', async () => {
    const partial = { status: 207, body: { jobId: 'j', status: 'Partial success', message: 'm' } };
    const recording = recordingClient(pending, partial);
    assert.equal((await waitOn(recording)).status, 'Partial success');
  });

  test('chance takes off a part of each wait', async () => {
    const recording = recordingClient(pending, pending, completed);
    await waitOn(recording, { random: () => 1 });
    assert.deepEqual(recording.clock.waits, [375, 562.5]);
  });

  test('end at the time limit with a look at it, and say that the job goes on', async () => {
    const recording = recordingClient(pending);
    const start = recording.clock.now();
    await assert.rejects(waitOn(recording, { timeLimitMs: minute }), (error) =>
      isImageKitError(error, 'stillRunning'),
    );
    assert.equal(recording.clock.now(), start + minute);
    await assert.rejects(waitOn(recording), (error) => isImageKitError(error, 'stillRunning'));
    assert.equal(recording.clock.now(), start + 31 * minute);
  });

  test('end at once when the caller cancels', async () => {
    const recording = recordingClient(pending);
    const controller = new AbortController();
    recording.clock.onWait = () => controller.abort();
    await assert.rejects(waitOn(recording, { signal: controller.signal }), (error) =>
      isImageKitError(error, 'cancelled'),
    );
    assert.equal(recording.requests.length, 1);
    assert.equal(recording.requests[0]?.signal, controller.signal);
  });

  test('go on over a network that fails for a while', async () => {
    const failures: readonly Answer[] = [
      new ImageKitError('unreachable', 'x'),
      new ImageKitError('timedOut', 'x'),
      { status: 429, headers: { 'x-ratelimit-reset': '50000' } },
    ];
    const recording = recordingClient(...failures, completed);
    assert.equal((await waitOn(recording)).status, 'Completed');
    assert.deepEqual(recording.clock.waits, [500, 750, 50_000]);
  });

  test('that nobody could ask for end at the time limit with the last failure as the cause', async () => {
    const away = new ImageKitError('unreachable', 'x');
    await assert.rejects(waitOn(recordingClient(away), { timeLimitMs: minute }), (error) => {
      assert.ok(isImageKitError(error, 'stillRunning'));
      assert.equal(error.cause, away);
      return true;
    });
  });

  test('fail with what does not pass: an unknown job, a refused key', async () => {
    for (const [status, reason] of [
      [404, 'notFound'],
      [401, 'unauthorized'],
    ] as const) {
      const recording = recordingClient(pending, { status });
      await assert.rejects(waitOn(recording), (error) => isImageKitError(error, reason));
      assert.equal(recording.requests.length, 2);
    }
  });

  test('a purge is waited for in the same way', async () => {
    const { client, clock, requests } = answeringClient((_, index) => ({
      body: { status: index < 2 ? 'Pending' : 'Completed' },
    }));
    const options = { clock, random: () => 0 };
    const done = await waitForPurge(client.cache.invalidation, 'r1', options);
    assert.equal(done.status, 'Completed');
    assert.deepEqual(clock.waits, [2000, 3000]);
    assert.ok(requests.every(({ url }) => url.endsWith('/v1/files/purge/r1')));
  });
});
