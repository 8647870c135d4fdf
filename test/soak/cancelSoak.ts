import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { systemClock } from '../../src/core/api/clock.ts';
import { createImageKitClient } from '../../src/core/api/createImageKitClient.ts';
import { isImageKitError } from '../../src/core/api/imageKitError.ts';
import { createNodeFetchTransport } from '../../src/platform/nodeFetchTransport.ts';
import { openFileAsBlob } from '../../src/platform/openFile.ts';
import { liveMemory } from '../unit/platform/liveMemory.ts';

export interface CancelReport {
  /** From the cancel until the service saw the socket close. */
  readonly closedAfterMs: number;
  /** Live bytes after it, over those before the upload. */
  readonly memoryGrowth: number;
  /** Most bytes that the process held while it uploaded, over those before. */
  readonly peakGrowth: number;
}

/**
 * Uploads a file and cancels at 40 %.
 * @param size In bytes; the file is sparse.
 * @param quietMs How long is waited for requests that must not come.
 * @throws AssertionError where the upload does not end as cancelled or a request follows.
 */
export async function soakCancel(size: number, quietMs: number): Promise<CancelReport> {
  let requests = 0;
  let tellClosed: (at: number) => void = () => undefined;
  const closed = new Promise<number>((resolve) => (tellClosed = resolve));
  const server = createServer((request) => {
    requests++;
    request.resume();
    request.socket.once('close', () => tellClosed(performance.now()));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const folder = await mkdtemp(join(tmpdir(), 'imagekit-cancel-'));
  try {
    const path = join(folder, 'film.mp4');
    const file = await open(path, 'w');
    await file.truncate(size);
    await file.close();

    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const client = createImageKitClient({
      transport: createNodeFetchTransport(),
      clock: systemClock,
      account: { privateKey: 'private_x', apiOrigin: origin, uploadOrigin: origin },
    });
    const before = liveMemory();
    const { rss } = process.memoryUsage();
    let peak = 0;
    let cancelledAt = 0;
    const cancel = new AbortController();
    await assert.rejects(
      client.files.upload(
        { file: await openFileAsBlob(path), fileName: 'film.mp4' },
        {
          signal: cancel.signal,
          onProgress: (sent, total) => {
            peak = Math.max(peak, process.memoryUsage().rss);
            if (cancelledAt > 0 || sent < total * 0.4) return;
            cancelledAt = performance.now();
            cancel.abort();
          },
        },
      ),
      (error) => isImageKitError(error, 'cancelled'),
    );
    const closedAt = await Promise.race([closed, delay(10_000)]);
    assert(closedAt !== undefined, 'the socket is closed');
    await delay(quietMs);
    assert.equal(requests, 1, 'nothing is sent after the cancel');
    return {
      closedAfterMs: closedAt - cancelledAt,
      memoryGrowth: liveMemory() - before,
      peakGrowth: peak - rss,
    };
  } finally {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  }
}
