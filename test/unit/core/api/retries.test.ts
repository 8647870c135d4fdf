import assert from 'node:assert/strict';
import type { Repeatability } from '../../../../src/core/api/apiRequest.ts';
import { ImageKitError, isImageKitError } from '../../../../src/core/api/imageKitError.ts';
import { holdAfter, retryPolicy, retryWait } from '../../../../src/core/api/retryPolicy.ts';
import { answeringClient, exampleFile, recordingClient } from './recordingTransport.ts';

const soon = { 'x-ratelimit-reset': '40' };
const lost = new ImageKitError('connectionLost', 'broke off');
const move = { sourceFilePath: '/a.jpg', destinationPath: '/b' };

suite('retries', () => {
  test('a list succeeds after refusals, each time as late as the service asks', async () => {
    const { client, requests, clock } = recordingClient(
      { status: 429, headers: soon },
      { status: 503, headers: { 'retry-after': '2' } },
      { body: [exampleFile] },
    );
    assert.equal((await client.assets.list()).length, 1);
    assert.equal(requests.length, 3);
    assert.deepEqual(clock.waits, [40, 2000]);
  });

  test('a list without a hint comes back twice as late each time, and gives up with the last error', async () => {
    const { client, requests, clock } = recordingClient({ status: 500 });
    await assert.rejects(client.assets.list(), (error) => isImageKitError(error, 'server'));
    assert.equal(requests.length, 3);
    assert.deepEqual(clock.waits, [500, 1000]);
  });

  test('waiting ends at once when the caller cancels', async () => {
    const { client, requests, clock } = recordingClient({ status: 429, headers: soon });
    const controller = new AbortController();
    clock.onWait = () => controller.abort();
    const listing = client.assets.list({}, { signal: controller.signal });
    await assert.rejects(listing, (error) => isImageKitError(error, 'cancelled'));
    assert.equal(requests.length, 1);
  });

  test('what was refused for its rate comes again, even an upload: nothing was done', async () => {
    const refusedOnce = () =>
      recordingClient({ status: 429, headers: soon }, { body: exampleFile });
    const uploading = refusedOnce();
    const uploaded = await uploading.client.files.upload({
      file: new Blob(['x']),
      fileName: 'a.jpg',
    });
    assert.equal(uploaded.fileId, exampleFile.fileId);
    assert.equal(uploading.requests.length, 2);
    const moving = refusedOnce();
    await moving.client.files.move(move);
    assert.equal(moving.requests.length, 2);
  });

  test('a service that asks for a long wait is not asked again', async () => {
    const { client, requests } = recordingClient({
      status: 429,
      headers: { 'x-ratelimit-reset': '60000' },
    });
    await assert.rejects(client.assets.list(), (error) => isImageKitError(error, 'rateLimited'));
    assert.equal(requests.length, 1);
  });

  test('a move, a copy, a rename and a new folder are sent once when nobody knows what became of them', async () => {
    for (const failure of [{ status: 500 }, { status: 502 }, { status: 504 }, lost]) {
      const { client, requests } = recordingClient(failure);
      await assert.rejects(client.files.move(move), ImageKitError);
      await assert.rejects(client.files.copy(move), ImageKitError);
      await assert.rejects(
        client.files.rename({ filePath: '/a', newFileName: 'b' }),
        ImageKitError,
      );
      await assert.rejects(
        client.folders.create({ folderName: 'a', parentFolderPath: '/' }),
        ImageKitError,
      );
      assert.equal(requests.length, 4);
    }
  });

  test('details that are set twice are the same; an extension would run twice', async () => {
    const { client, requests } = recordingClient(lost, { body: exampleFile }, lost);
    await client.files.update('abc', { tags: ['a'] });
    assert.equal(requests.length, 2);
    await assert.rejects(
      client.files.update('abc', { extensions: [{ name: 'remove-bg' }] }),
      ImageKitError,
    );
    assert.equal(requests.length, 3);
  });

  test('a delete whose answer was lost is done when the file is gone', async () => {
    for (const failure of [{ status: 502 }, lost]) {
      const { client, requests } = recordingClient(failure, { status: 404 });
      await client.files.delete('abc');
      assert.equal(requests.length, 2);
    }
  });

  test('a delete of what was never there fails, also after a refusal', async () => {
    for (const answers of [
      [{ status: 404 }],
      [{ status: 429, headers: soon }, { status: 404 }],
    ] as const) {
      const { client } = recordingClient(...answers);
      await assert.rejects(client.files.delete('abc'), (error) =>
        isImageKitError(error, 'notFound'),
      );
    }
  });

  test('a delete that the service failed to do is not repeated', async () => {
    const { client, requests } = recordingClient({ status: 500 });
    await assert.rejects(client.files.delete('abc'), (error) => isImageKitError(error, 'server'));
    assert.equal(requests.length, 1);
  });

  test('a refused key, bad input, a time-out and an unreachable host are not tried again', async () => {
    for (const failure of [
      { status: 400 },
      { status: 401 },
      { status: 403 },
      { status: 423 },
      new ImageKitError('unreachable', 'x'),
      new ImageKitError('certificate', 'x'),
      new ImageKitError('timedOut', 'x'),
    ]) {
      const { client, requests } = recordingClient(failure);
      await assert.rejects(client.assets.list(), ImageKitError);
      assert.equal(requests.length, 1);
    }
  });

  test('a failure that is none of the transport’s is passed on as it is', async () => {
    const bug = new TypeError('a bug');
    const { client, requests } = answeringClient(() => bug);
    await assert.rejects(client.assets.list(), (error) => error === bug);
    assert.equal(requests.length, 1);
  });
});

suite('retry policy', () => {
  const wait = (
    error: ImageKitError,
    attempt: number,
    random = 0,
    repeat: Repeatability = 'read',
  ): number | undefined => retryWait(retryPolicy, { repeat, host: 'api' }, error, attempt, random);
  const limited = (retryAfterMs: number): ImageKitError =>
    new ImageKitError('rateLimited', 'x', { retryAfterMs, status: 429 });

  test('waits twice as long each time, less by chance', () => {
    assert.equal(wait(lost, 1), 500);
    assert.equal(wait(lost, 2), 1000);
    assert.equal(wait(lost, 1, 0.5), 437.5);
    assert.equal(wait(lost, 3), undefined);
  });

  test('waits as long as the service says, more by chance, but not for minutes', () => {
    const busy = (retryAfterMs: number): ImageKitError =>
      new ImageKitError('server', 'x', { retryAfterMs, status: 503 });
    assert.equal(wait(busy(0), 1, 0.9), 0);
    assert.equal(wait(busy(1000), 1), 1000);
    assert.equal(wait(busy(1000), 1, 0.8), 1200);
    assert.equal(wait(busy(10_000), 2), 10_000);
    assert.equal(wait(busy(10_001), 1), undefined);
    assert.equal(wait(busy(1000), 3), undefined);
  });

  test('sends nothing after a refusal for as long as the service says, and backs off on its own', () => {
    const hold = (error: ImageKitError, refusals: number): number =>
      holdAfter(retryPolicy, error, refusals);
    assert.deepEqual([hold(limited(0), 1), hold(limited(90_000), 1)], [0, 90_000]);
    assert.deepEqual([hold(limited(0), 2), hold(limited(0), 3)], [500, 1000]);
    const unsaid = new ImageKitError('rateLimited', 'x');
    assert.deepEqual([hold(unsaid, 1), hold(unsaid, 2), hold(unsaid, 20)], [500, 1000, 10_000]);
  });

  const server = (status: number): ImageKitError => new ImageKitError('server', 'x', { status });
  const tooSlow = new ImageKitError('timedOut', 'x', { status: 408 });
  const rows: readonly [string, ImageKitError, readonly Repeatability[]][] = [
    ['429', limited(1), ['read', 'idempotent', 'once']],
    ['500', server(500), ['read']],
    ['501', server(501), ['read']],
    ['502', server(502), ['read', 'idempotent']],
    ['503', server(503), ['read', 'idempotent']],
    ['504', server(504), ['read', 'idempotent']],
    ['408', tooSlow, ['read', 'idempotent']],
    ['a lost connection', lost, ['read', 'idempotent']],
    ['our own time-out', new ImageKitError('timedOut', 'x'), []],
    ['a conflict', new ImageKitError('conflict', 'x', { status: 409 }), []],
    ['a locked folder', new ImageKitError('locked', 'x', { status: 423 }), []],
    ['a cancel', new ImageKitError('cancelled', 'x'), []],
  ];
  for (const [what, error, repeated] of rows) {
    test(`after ${what} repeats ${repeated.join(', ') || 'nothing'}`, () => {
      const all: readonly Repeatability[] = ['read', 'idempotent', 'once'];
      assert.deepEqual(
        all.filter((repeat) => wait(error, 1, 0, repeat) !== undefined),
        repeated,
      );
    });
  }
});
