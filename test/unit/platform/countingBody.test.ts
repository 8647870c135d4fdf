import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable, type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { isImageKitError } from '../../../src/core/api/imageKitError.ts';
import { BodyParts } from '../../../src/platform/bodyParts.ts';
import { countingBody, type CountingListener } from '../../../src/platform/countingBody.ts';
import { openFileAsBlob } from '../../../src/platform/openFile.ts';

/** One that is read at once, and one that is streamed. */
const small = 20_000;
const large = 1_000_000;

const never: CountingListener = {
  onBytes: () => assert.fail(),
  onFailure: () => assert.fail(),
};

function bodyOf(blob: Blob, listener: Partial<CountingListener>): Promise<Readable> {
  const parts = new BodyParts([blob], { type: 'application/octet-stream' });
  return countingBody(parts, { ...never, ...listener });
}

suite('counting body', () => {
  for (const size of [small, large]) {
    test(`gives ${size} bytes and counts each once`, async () => {
      const bytes = randomBytes(size);
      const counts: number[] = [];
      const body = await bodyOf(new Blob([bytes]), { onBytes: (sent) => counts.push(sent) });
      assert.deepEqual(await buffer(body), bytes);
      assert.equal(counts.at(-1), size);
    });

    test(`counts nothing of ${size} bytes before somebody takes it`, async () => {
      let counted = 0;
      const body = await bodyOf(new Blob([new Uint8Array(size)]), {
        onBytes: (sent) => (counted = sent),
      });
      await nextTurn();
      assert.equal(counted, 0);
      body.read();
      for (let turn = 0; turn < 20; turn++) await nextTurn();
      assert.ok(counted <= 200_000, `${counted} bytes were read ahead`);
      body.destroy();
    });
  }

  test('gives an empty body', async () => {
    assert.equal((await buffer(await bodyOf(new Blob([]), {}))).length, 0);
  });

  test('a connection that breaks is no failure of the file', async () => {
    const body = await bodyOf(new Blob([new Uint8Array(large)]), { onBytes: () => undefined });
    body.on('error', () => undefined);
    body.read();
    await nextTurn();
    body.destroy(new Error('reset'));
    for (let turn = 0; turn < 20; turn++) await nextTurn();
  });

  for (const size of [small, large]) {
    test(`a read of ${size} bytes that fails is told`, async () => {
      const broken = new Error('changed');
      const blob = new Blob([new Uint8Array(size)]);
      const stream = (): ReadableStream =>
        new ReadableStream({ pull: (controller) => controller.error(broken) });
      Object.defineProperties(blob, {
        stream: { value: stream },
        bytes: { value: () => Promise.reject(broken) },
      });
      const failures: unknown[] = [];
      const onFailure = (error: unknown): number => failures.push(error);
      await assert.rejects(async () => buffer(await bodyOf(blob, { onFailure })), /changed/);
      assert.deepEqual(failures, [broken]);
    });

    test(`a blob of ${size} bytes that ends too early is told`, async () => {
      const blob = new Blob([new Uint8Array(size)]);
      const short = new Blob(['six by']);
      Object.defineProperties(blob, {
        stream: { value: () => short.stream() },
        bytes: { value: () => short.bytes() },
      });
      const failures: unknown[] = [];
      const listener = {
        onBytes: () => undefined,
        onFailure: (error: unknown) => failures.push(error),
      };
      await assert.rejects(
        async () => buffer(await bodyOf(blob, listener)),
        new RegExp(`6 bytes of ${size}`),
      );
      assert.equal(failures.length, 1);
    });
  }

  suite('of a file on disk', () => {
    const bytes = randomBytes(9_000_000);
    let folder = '';
    let path = '';

    setup(async () => {
      folder = await mkdtemp(join(tmpdir(), 'imagekit-body-'));
      path = join(folder, 'film.mp4');
      await writeFile(path, bytes);
    });
    teardown(() => rm(folder, { recursive: true }));

    const listener = { onBytes: () => undefined };

    test('reads into few buffers, and into none that is still looked at', async () => {
      const buffers = new Set<ArrayBufferLike>();
      const arrived: Buffer[] = [];
      const slow = new Writable({
        write(chunk: Buffer, _encoding, done) {
          buffers.add(chunk.buffer);
          setTimeout(() => {
            arrived.push(Buffer.from(chunk));
            done();
          }, 1);
        },
      });
      await pipeline(await bodyOf(await openFileAsBlob(path), listener), slow);
      assert(Buffer.concat(arrived).equals(bytes));
      assert(buffers.size <= 4, `${buffers.size} buffers`);
    });

    test('leaves the bytes alone of somebody who keeps them', async () => {
      const body = await bodyOf(await openFileAsBlob(path), listener);
      assert((await buffer(body)).equals(bytes));
    });

    for (const size of [small, bytes.length]) {
      test(`of ${size} bytes is not read on after it was changed`, async () => {
        await writeFile(path, bytes.subarray(0, size));
        const file = await openFileAsBlob(path);
        const failures: unknown[] = [];
        await writeFile(path, randomBytes(size - 1));
        await assert.rejects(async () => {
          const telling = {
            onBytes: () => undefined,
            onFailure: (error: unknown) => failures.push(error),
          };
          return buffer(await bodyOf(file, telling));
        }, /was changed|too early/);
        assert.equal(failures.length, 1);
      });

      test(`of ${size} bytes that is gone is told as missing`, async () => {
        await writeFile(path, bytes.subarray(0, size));
        const file = await openFileAsBlob(path);
        await rm(path);
        const onFailure = (error: unknown): void =>
          assert.ok(isImageKitError(error, 'fileMissing'), String(error));
        await assert.rejects(async () => buffer(await bodyOf(file, { onFailure })));
      });
    }

    test('is read in larger steps the faster it is taken', async () => {
      const steps: number[] = [];
      const take = (pause: number): Writable =>
        new Writable({
          write(chunk: Buffer, _encoding, done) {
            steps.push(chunk.length);
            setTimeout(done, pause);
          },
        });
      await pipeline(await bodyOf(await openFileAsBlob(path), listener), take(0));
      assert.equal(steps[0], 64 * 1024);
      assert.equal(Math.max(...steps), 512 * 1024);
    });
  });
});
