import assert from 'node:assert/strict';
import { isImageKitError } from '../../../../../src/core/api/imageKitError.ts';
import { ensureUploadSize, type Plan } from '../../../../../src/core/api/upload/uploadSizes.ts';
import { answeringClient, exampleFile } from '../recordingTransport.ts';

const megabyte = 1024 * 1024;

/** A blob that only claims its size, so that no memory is needed. */
function blobOf(size: number, type = ''): Blob {
  return new Proxy(new Blob(['x'], { type }), {
    get: (blob, name) => (name === 'size' ? size : Reflect.get(blob, name, blob)),
  });
}

suite('upload sizes of the plans', () => {
  const rows: readonly [Plan, string, number][] = [
    ['free', 'a.png', 25],
    ['free', 'a.mp3', 25],
    ['free', 'a.mp4', 100],
    ['lite', 'a.png', 40],
    ['lite', 'a.MOV', 300],
    ['pro', 'a.zip', 50],
    ['pro', 'a.webm', 2048],
  ];
  for (const [plan, fileName, largest] of rows) {
    test(`${plan} takes ${fileName} of up to ${largest} MB`, async () => {
      const { client, requests } = answeringClient(() => ({ body: exampleFile }));
      await assert.rejects(
        client.files.upload({ file: blobOf(largest * megabyte + 1), fileName }, { plan }),
        (error) => {
          assert.ok(isImageKitError(error, 'invalidInput'), String(error));
          assert.equal(error.subject, 'file');
          assert.ok(error.message.includes(`up to ${largest} MB`), error.message);
          return true;
        },
      );
      assert.equal(requests.length, 0);
    });
  }

  test('what the plan takes, and a video that only its type tells, is sent', async () => {
    const { client, requests } = answeringClient(() => ({ body: exampleFile }));
    const options = { plan: 'free' } as const;
    await client.files.upload({ file: new Blob(['x']), fileName: 'a.png' }, options);
    await client.files.upload({ file: 'https://a.test/huge.png', fileName: 'a.png' }, options);
    ensureUploadSize('free', { file: blobOf(25 * megabyte), fileName: 'a.png' });
    ensureUploadSize('free', { file: blobOf(26 * megabyte, 'video/mp4'), fileName: 'clip' });
    assert.equal(requests.length, 2);
  });

  test('without a plan the service decides', async () => {
    const { client } = answeringClient(() => ({ status: 413 }));
    await assert.rejects(
      client.files.upload({ file: new Blob(['x']), fileName: 'a.png' }),
      (error) => isImageKitError(error, 'tooLarge'),
    );
  });
});
