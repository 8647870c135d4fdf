import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { countingBody } from '../../../src/platform/countingBody.ts';

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
});
