import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { countingBody } from '../../../src/platform/countingBody.ts';
import { openFileAsBlob } from '../../../src/platform/openFile.ts';

suite('counting body', () => {
  test('gives the bytes and counts each once', async () => {
    const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, index) => index % 256));
    const counts: number[] = [];
    const body = countingBody(new Blob([bytes]), {
      onBytes: (sent) => counts.push(sent),
      onFailure: () => assert.fail(),
    });
    assert.deepEqual(await buffer(body), bytes);
    assert.equal(counts.at(-1), 200_000);
  });

  test('counts nothing before somebody takes it', async () => {
    let counted = 0;
    const body = countingBody(new Blob([new Uint8Array(1_000_000)]), {
      onBytes: (sent) => (counted = sent),
      onFailure: () => assert.fail(),
    });
    await nextTurn();
    assert.equal(counted, 0);
    body.read();
    for (let turn = 0; turn < 20; turn++) await nextTurn();
    assert.ok(counted <= 200_000, `${counted} bytes were read ahead`);
    body.destroy();
  });

  test('a connection that breaks is no failure of the file', async () => {
    const failures: unknown[] = [];
    const body = countingBody(new Blob([new Uint8Array(1_000_000)]), {
      onBytes: () => undefined,
      onFailure: (error) => failures.push(error),
    });
    body.on('error', () => undefined);
    body.read();
    await nextTurn();
    body.destroy(new Error('reset'));
    for (let turn = 0; turn < 20; turn++) await nextTurn();
    assert.deepEqual(failures, []);
  });

  test('a read that fails is told', async () => {
    const broken = new Error('changed');
    const blob = new Blob(['x']);
    Object.defineProperty(blob, 'stream', {
      value: () =>
        new ReadableStream({
          pull: (controller) => controller.error(broken),
        }),
    });
    const failures: unknown[] = [];
    const body = countingBody(blob, {
      onBytes: () => assert.fail(),
      onFailure: (error) => failures.push(error),
    });
    await assert.rejects(buffer(body), /changed/);
    assert.deepEqual(failures, [broken]);
  });

  test('a blob that ends too early is told', async () => {
    const blob = new Blob(['twelve bytes']);
    Object.defineProperty(blob, 'stream', { value: () => new Blob(['six by']).stream() });
    const failures: unknown[] = [];
    const body = countingBody(blob, {
      onBytes: () => undefined,
      onFailure: (error) => failures.push(error),
    });
    await assert.rejects(buffer(body), /6 bytes of 12/);
    assert.equal(failures.length, 1);
  });

  suite('of a file on disk', () => {
    const bytes = randomBytes(3_000_000);
    let folder = '';
    let path = '';

    setup(async () => {
      folder = await mkdtemp(join(tmpdir(), 'imagekit-body-'));
      path = join(folder, 'film.mp4');
      await writeFile(path, bytes);
    });
    teardown(() => rm(folder, { recursive: true }));

    const listener = { onBytes: () => undefined, onFailure: () => assert.fail() };

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
      await pipeline(countingBody(await openFileAsBlob(path), listener), slow);
      assert(Buffer.concat(arrived).equals(bytes));
      assert(buffers.size <= 4, `${buffers.size} buffers`);
    });

    test('leaves the bytes alone of somebody who keeps them', async () => {
      const body = countingBody(await openFileAsBlob(path), listener);
      assert((await buffer(body)).equals(bytes));
    });

    test('is not read on after it was changed', async () => {
      const failures: unknown[] = [];
      const body = countingBody(await openFileAsBlob(path), {
        onBytes: () => undefined,
        onFailure: (error) => failures.push(error),
      });
      await writeFile(path, randomBytes(2_999_999));
      await assert.rejects(buffer(body), /was changed/);
      assert.equal(failures.length, 1);
    });
  });
});
