import assert from 'node:assert/strict';
import { systemClock } from '../../../../../src/core/api/clock.ts';
import { createImageKitClient } from '../../../../../src/core/api/createImageKitClient.ts';
import { isImageKitError } from '../../../../../src/core/api/imageKitError.ts';
import { uploadBatch } from '../../../../../src/core/upload/uploadBatch.ts';
import { UploadQueue } from '../../../../../src/core/upload/uploadQueue.ts';
import { createNodeFetchTransport } from '../../../../../src/platform/nodeFetchTransport.ts';
import { startEmulator, type Emulator } from '../../../../emulator/startEmulator.ts';

const uploads = { path: '/api/v1/files/upload' };
const lists = { method: 'GET', path: '/v1/files' };

suite('uploads over a bad network', () => {
  let emulator: Emulator;

  setup(async () => {
    emulator = await startEmulator({ seed: false, testControls: true });
  });
  teardown(() => emulator.stop());

  async function setConditions(conditions: object): Promise<void> {
    const response = await fetch(`${emulator.origin}/__emulator/conditions`, {
      method: 'PUT',
      body: JSON.stringify(conditions),
      headers: { 'content-type': 'application/json' },
    });
    assert.equal(response.status, 204);
  }

  for (const seed of [1, 2, 3]) {
    test(`store each file once or say that it failed (seed ${seed})`, async () => {
      const { privateKey, origin } = emulator;
      const client = createImageKitClient({
        transport: createNodeFetchTransport(),
        clock: { ...systemClock, wait: (_, signal) => systemClock.wait(5, signal) },
        account: { privateKey, apiOrigin: origin, uploadOrigin: origin },
      });
      await setConditions({
        seed,
        resets: [
          { match: uploads, at: 'during', rate: 0.1 },
          { match: uploads, at: 'after', rate: 0.1 },
          { match: uploads, at: 'answer', rate: 0.2 },
          { match: lists, at: 'before', rate: 0.1 },
          { match: lists, at: 'during', rate: 0.1 },
        ],
        errors: [
          { match: uploads, status: 502, rate: 0.1 },
          { match: uploads, status: 500, rate: 0.05 },
          { match: lists, status: 503, rate: 0.1 },
        ],
      });
      // Names and sizes that are alike, so that only the client's own care tells them apart.
      const sources = Array.from({ length: 60 }, (_, index) => ({
        name: ['a.txt', 'b c.txt', 'd'][index % 3] ?? '',
        content: `content ${100 + index}`,
      }));
      const results = await uploadBatch(sources, {
        signal: new AbortController().signal,
        queue: new UploadQueue({ highest: 6 }),
        onProgress: () => undefined,
        upload: ({ name, content }) =>
          client.files.upload({ file: new Blob([content]), fileName: name }),
      });
      await setConditions({});

      const stored = new Map<string, string>();
      for (const { url, fileId } of await client.assets.list({ type: 'file' })) {
        const content = await (await fetch(url)).text();
        assert.ok(!stored.has(content), `${content} is stored twice`);
        stored.set(content, fileId);
      }
      const given = new Set<string>();
      for (const result of results) {
        const { content } = result.source;
        if (result.kind === 'uploaded') {
          const { fileId } = result.uploaded;
          assert.ok(stored.has(content), `${content} was lost`);
          assert.ok(fileId !== undefined && !given.has(fileId), 'two uploads have one file');
          given.add(fileId);
        } else {
          assert.ok(result.kind === 'failed');
          assert.ok(isImageKitError(result.error), String(result.error));
        }
      }
      assert.ok(given.size > 40, `only ${given.size} of 60 uploads succeeded`);
    });
  }
});
