import assert from 'node:assert/strict';
import {
  createImageKitClient,
  type ImageKitClient,
} from '../../../../src/core/api/createImageKitClient.ts';
import type { HttpRequest } from '../../../../src/core/api/httpTransport.ts';
import { isImageKitError } from '../../../../src/core/api/imageKitError.ts';
import { uploadBatch, type UploadResult } from '../../../../src/core/upload/uploadBatch.ts';
import { UploadQueue } from '../../../../src/core/upload/uploadQueue.ts';
import { exampleFile, respond, testKey, type GivenAnswer } from './recordingTransport.ts';
import { TimedClock } from './timedClock.ts';

const never = new AbortController().signal;

/** ImageKit with a limit, in a time of its own. */
class LimitedService {
  readonly clock = new TimedClock();
  /** Milliseconds from the start, of every request. */
  readonly sentAt: number[] = [];
  readonly client: ImageKitClient;
  readonly #started = this.clock.now();

  constructor(answerTo: (request: HttpRequest, at: number) => GivenAnswer) {
    this.client = createImageKitClient({
      clock: this.clock,
      random: () => 0,
      account: {
        privateKey: testKey,
        apiOrigin: 'https://api.example.test',
        uploadOrigin: 'https://upload.example.test',
      },
      transport: async (request) => {
        this.sentAt.push(this.elapsed());
        return respond(answerTo(request, this.elapsed()));
      },
    });
  }

  elapsed(): number {
    return this.clock.now() - this.#started;
  }

  upload(
    files: number,
    { signal = never, onHeld = (): void => undefined, highest = 3 } = {},
  ): Promise<readonly UploadResult<{ name: string }, unknown>[]> {
    const queue = new UploadQueue({ clock: this.clock, highest });
    const sources = Array.from({ length: files }, (_, index) => ({ name: `f${index}` }));
    return this.clock.run(
      uploadBatch(sources, {
        queue,
        signal,
        onProgress: () => undefined,
        upload: ({ name }) =>
          this.client.files.upload(
            { file: new Blob(['x']), fileName: name },
            {
              signal,
              onRateLimited: (wait) => {
                queue.slowDown(wait);
                onHeld();
              },
            },
          ),
      }),
    );
  }
}

/** So many requests in each window of so many milliseconds, and what it says of itself. */
function windowOf(
  limit: number,
  interval: number,
): (request: HttpRequest, at: number) => GivenAnswer {
  let endsAt = 0;
  let count = 0;
  return ({ method }, at) => {
    if (at >= endsAt) {
      endsAt = at + interval;
      count = 0;
    }
    count++;
    const headers = {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-interval': String(interval),
      'x-ratelimit-reset': String(endsAt - at),
    };
    if (count > limit) return { status: 429, headers };
    return { headers, body: method === 'GET' ? [exampleFile] : exampleFile };
  };
}

const refusing = (reset: number): GivenAnswer => ({
  status: 429,
  headers: { 'x-ratelimit-reset': String(reset) },
});

/** How many ended in which way. */
function kindsOf(results: readonly { readonly kind: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of results) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

suite('rate limits of uploads', () => {
  test('200 files arrive at a service that takes 5 a minute, and hardly one is refused', async () => {
    const service = new LimitedService(windowOf(5, 60_000));
    assert.deepEqual(kindsOf(await service.upload(200)), { uploaded: 200 });
    // The first window is not known before its answer.
    assert.ok(service.sentAt.length <= 203, `${service.sentAt.length} requests`);
    assert.ok(service.elapsed() >= 39 * 60_000, `${service.elapsed()} ms`);
  });

  test('while ImageKit asks to wait nothing at all is sent, and nothing fails', async () => {
    let held = 0;
    const service = new LimitedService((_, at) =>
      at < 120_000 ? refusing(120_000 - at) : { body: exampleFile },
    );
    assert.deepEqual(kindsOf(await service.upload(50, { onHeld: () => held++ })), { uploaded: 50 });
    assert.deepEqual(
      service.sentAt.filter((at) => at > 0 && at < 120_000),
      [],
    );
    assert.equal(service.sentAt.length, 53);
    assert.ok(held > 0, 'nobody was told');
  });

  test('a service that refuses everything is left alone after some minutes: the rest is not sent', async () => {
    const service = new LimitedService(() => refusing(20_000));
    const results = await service.upload(200);
    assert.deepEqual(kindsOf(results), { failed: 200 });
    for (const result of results) {
      assert.ok(result.kind === 'failed' && isImageKitError(result.error, 'rateLimited'));
      assert.ok((result.error.retryAfterMs ?? 0) > 0);
    }
    assert.ok(service.elapsed() <= 300_000, `${service.elapsed()} ms`);
    // Three at a time, every 20 seconds, and none of the other 197 files.
    assert.ok(service.sentAt.length <= 3 * 16, `${service.sentAt.length} requests`);
  });

  test('a wait of an hour is not waited for, and the other files are not sent', async () => {
    const limit = { 'x-ratelimit-limit': '5', 'x-ratelimit-interval': '60000' };
    const service = new LimitedService(() => ({
      status: 429,
      headers: { ...refusing(3_600_000).headers, ...limit },
    }));
    const results = await service.upload(200);
    assert.deepEqual(kindsOf(results), { failed: 200 });
    assert.equal(service.sentAt.length, 3);
    assert.equal(service.elapsed(), 0);
  });

  test('a service that says "at once" and refuses again is not asked in a circle', async () => {
    const service = new LimitedService(() => refusing(0));
    await service.upload(1);
    assert.ok(service.sentAt.length < 60, `${service.sentAt.length} requests`);
  });

  test('a cancel ends the waiting', async () => {
    const cancel = new AbortController();
    const service = new LimitedService(() => refusing(60_000));
    const results = await service.upload(20, {
      signal: cancel.signal,
      onHeld: () => cancel.abort(),
    });
    assert.deepEqual(kindsOf(results), { cancelled: 20 });
    assert.equal(service.elapsed(), 0);
  });

  test('a later upload tries again', async () => {
    const service = new LimitedService((_, at) =>
      at < 1_000_000 ? refusing(400_000) : { body: exampleFile },
    );
    assert.deepEqual(kindsOf(await service.upload(2)), { failed: 2 });
    await service.clock.run(service.clock.wait(1_000_000));
    assert.deepEqual(kindsOf(await service.upload(2)), { uploaded: 2 });
  });
});

suite('rate limits of the media API', () => {
  test('calls keep to the limit that the answers tell, for each endpoint', async () => {
    const lists = windowOf(4, 1000);
    const service = new LimitedService((request, at) =>
      request.method === 'GET' ? lists(request, at) : { body: exampleFile },
    );
    const list = async (): Promise<void> => {
      for (let call = 0; call < 12; call++) await service.client.assets.list();
    };
    await service.clock.run(list());
    assert.deepEqual(service.sentAt, [0, 0, 0, 0, 1000, 1000, 1000, 1000, 2000, 2000, 2000, 2000]);
    await service.clock.run(
      service.client.files.move({ sourceFilePath: '/a.jpg', destinationPath: '/b' }),
    );
    assert.equal(service.sentAt.at(-1), 2000);
  });

  test('files are one endpoint, whatever their ids', async () => {
    const service = new LimitedService(windowOf(2, 1000));
    const get = async (): Promise<void> => {
      for (const id of ['a', 'b', 'c', 'd']) await service.client.files.delete(id);
    };
    await service.clock.run(get());
    assert.deepEqual(service.sentAt, [0, 0, 1000, 1000]);
  });

  test('several windows of one endpoint are all kept to', async () => {
    const short = windowOf(2, 1000);
    const long = windowOf(3, 5000);
    let count = 0;
    const service = new LimitedService((request, at) =>
      count++ % 2 === 0 ? short(request, at) : long(request, at),
    );
    const list = async (): Promise<void> => {
      for (let call = 0; call < 5; call++) await service.client.assets.list();
    };
    await service.clock.run(list());
    assert.deepEqual(service.sentAt, [0, 0, 1000, 5000, 5000]);
  });

  test('a call that is cancelled while it waits leaves its place to another', async () => {
    const service = new LimitedService(windowOf(2, 1000));
    const list = (signal = never): Promise<unknown> => service.client.assets.list({}, { signal });
    await list();
    await list();
    const cancel = new AbortController();
    const cancelled = assert.rejects(list(cancel.signal), (error) =>
      isImageKitError(error, 'cancelled'),
    );
    cancel.abort();
    await cancelled;
    await service.clock.run(Promise.all([list(), list()]));
    assert.deepEqual(service.sentAt, [0, 0, 1000, 1000]);
  });

  test('a call that would wait for long fails at once, unsent, and says when to come back', async () => {
    const service = new LimitedService(() => refusing(60_000));
    const isLimited = (error: unknown): boolean =>
      isImageKitError(error, 'rateLimited') && error.retryAfterMs === 60_000;
    await assert.rejects(service.client.assets.list(), isLimited);
    await assert.rejects(service.client.assets.list(), isLimited);
    assert.equal(service.sentAt.length, 1);
    await service.clock.run(service.clock.wait(60_000));
    await assert.rejects(service.client.assets.list(), isLimited);
    assert.equal(service.sentAt.length, 2);
  });

  test('a limit of a day is left to the service', async () => {
    const service = new LimitedService(windowOf(2, 86_400_000));
    await service.client.assets.list();
    await service.client.assets.list();
    await assert.rejects(service.client.assets.list(), (error) =>
      isImageKitError(error, 'rateLimited'),
    );
    assert.deepEqual(service.sentAt, [0, 0, 0]);
  });

  test('headers that are no numbers mean nothing', async () => {
    const headers = { 'x-ratelimit-limit': 'many', 'x-ratelimit-interval': '0' };
    const service = new LimitedService(() => ({ headers, body: [exampleFile] }));
    for (let call = 0; call < 3; call++) await service.client.assets.list();
    assert.equal(service.elapsed(), 0);
  });
});
