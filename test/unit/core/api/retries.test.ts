import assert from 'node:assert/strict';
import { ImageKitError, isImageKitError } from '../../../../src/core/api/imageKitError.ts';
import type { HttpRequest } from '../../../../src/core/api/httpTransport.ts';
import { retryPolicy, retryWait } from '../../../../src/core/api/retryPolicy.ts';
import { exampleFile, recordingClient } from './recordingTransport.ts';

const soon = { 'x-ratelimit-reset': '1' };
const bytes = new Blob(['x']);

suite('retries', () => {
  test('a list succeeds after two refusals', async () => {
    const { client, requests } = recordingClient(
      { status: 429, headers: soon },
      { status: 503, headers: soon },
      { body: [exampleFile] },
    );
    assert.equal((await client.assets.list()).length, 1);
    assert.equal(requests.length, 3);
  });

  test('a list gives up after the third refusal with the last error', async () => {
    const { client, requests } = recordingClient({ status: 429, headers: soon });
    await assert.rejects(client.assets.list(), (error) => isImageKitError(error, 'rateLimited'));
    assert.equal(requests.length, 3);
  });

  test('waiting ends at once when the caller cancels', async () => {
    const { client, requests } = recordingClient({
      status: 429,
      headers: { 'x-ratelimit-reset': '9000' },
    });
    const controller = new AbortController();
    const listing = client.assets.list({}, { signal: controller.signal });
    setTimeout(() => controller.abort(), 10);
    await assert.rejects(listing, (error) => isImageKitError(error, 'cancelled'));
    assert.equal(requests.length, 1);
  });

  test('an upload, a delete and a new folder are sent once, whatever happens', async () => {
    const failures = [
      { status: 429, headers: soon },
      { status: 500 },
      new ImageKitError('connectionLost', 'broke off'),
    ];
    for (const failure of failures) {
      const { client, requests } = recordingClient(failure);
      await assert.rejects(client.files.upload({ file: bytes, fileName: 'a.jpg' }), ImageKitError);
      await assert.rejects(client.files.delete('abc'), ImageKitError);
      await assert.rejects(
        client.folders.create({ folderName: 'a', parentFolderPath: '/' }),
        ImageKitError,
      );
      assert.equal(requests.length, 3);
    }
  });

  test('a refused key, bad input and an unreachable host are not tried again', async () => {
    for (const failure of [
      { status: 401 },
      { status: 400 },
      new ImageKitError('unreachable', 'x'),
    ]) {
      const { client, requests } = recordingClient(failure);
      await assert.rejects(client.assets.list(), ImageKitError);
      assert.equal(requests.length, 1);
    }
  });
});

function limited(retryAfterMs: number): ImageKitError {
  return new ImageKitError('rateLimited', 'x', { retryAfterMs });
}

function wait(
  error: ImageKitError,
  attempt: number,
  random = 0,
  method: HttpRequest['method'] = 'GET',
): number | undefined {
  return retryWait(retryPolicy, method, error, attempt, random);
}

suite('retry policy', () => {
  const lost = new ImageKitError('connectionLost', 'x');
  test('waits twice as long each time, less by chance', () => {
    assert.equal(wait(lost, 1), 500);
    assert.equal(wait(lost, 2), 1000);
    assert.equal(wait(lost, 1, 0.5), 437.5);
    assert.equal(wait(lost, 3), undefined);
  });

  test('waits as long as the service says, but not for minutes', () => {
    assert.equal(wait(limited(0), 1, 0.9), 0);
    assert.equal(wait(limited(1234), 1, 0.9), 1234);
    assert.equal(wait(limited(60_000), 1), undefined);
  });

  test('repeats only what changes nothing', () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      assert.equal(wait(lost, 1, 0, method), undefined);
    }
  });
});
