import assert from 'node:assert/strict';
import { isImageKitError } from '../../../../src/core/api/imageKitError.ts';
import type { AssetListParams } from '../../../../src/core/api/assets.ts';
import {
  exampleFile,
  exampleFolder,
  onlyRequest,
  recordingClient,
  testKey,
} from './recordingTransport.ts';

suite('assets.list', () => {
  test('asks the API host with the key and only the given parameters', async () => {
    const recording = recordingClient({ body: [] });
    await recording.client.assets.list({
      path: '/a b/ü',
      type: 'folder',
      fileType: 'all',
      sort: 'DESC_UPDATED',
      skip: 0,
      limit: 1000,
      searchQuery: 'name = "x&y" AND size > "1mb"',
    });
    const { method, url, headers, body } = onlyRequest(recording);
    const { origin, pathname, searchParams } = new URL(url);
    assert.equal(method, 'GET');
    assert.equal(origin + pathname, 'https://api.example.test/v1/files');
    assert.deepEqual(Object.fromEntries(searchParams), {
      path: '/a b/ü',
      type: 'folder',
      fileType: 'all',
      sort: 'DESC_UPDATED',
      skip: '0',
      limit: '1000',
      searchQuery: 'name = "x&y" AND size > "1mb"',
    });
    assert.equal(headers?.['Authorization'], `Basic ${btoa(`${testKey}:`)}`);
    assert.equal(body, undefined);
  });

  test('without parameters sends no query', async () => {
    const recording = recordingClient({ body: [] });
    await recording.client.assets.list();
    assert.equal(onlyRequest(recording).url, 'https://api.example.test/v1/files');
  });

  test('gives files and folders with every member, known or not', async () => {
    const { client } = recordingClient({ body: [exampleFolder, exampleFile] });
    assert.deepEqual(await client.assets.list({ type: 'all' }), [exampleFolder, exampleFile]);
  });

  const wrong: readonly [string, unknown, string][] = [
    ['a size that is a text', [exampleFolder, { ...exampleFile, size: '12' }], '1.size'],
    ['a file without a path', [{ ...exampleFile, filePath: undefined }], '0.filePath'],
    ['an unknown type', [{ ...exampleFile, type: 'shortcut' }], '0.type'],
    ['an object in place of the list', { files: [] }, 'the whole body'],
    ['nothing', undefined, 'the whole body'],
  ];
  for (const [what, body, field] of wrong) {
    test(`${what} is an invalid response that names the field`, async () => {
      const { client } = recordingClient({ body, headers: { 'x-ik-requestid': 'r1' } });
      await assert.rejects(client.assets.list(), (error) => {
        assert.ok(isImageKitError(error, 'invalidResponse'), String(error));
        assert.equal(error.subject, field);
        assert.equal(error.requestId, 'r1');
        return true;
      });
    });
  }

  const refused: readonly [AssetListParams, string][] = [
    [{ skip: -1 }, 'skip'],
    [{ skip: 1.5 }, 'skip'],
    [{ limit: 0 }, 'limit'],
    [{ limit: 1001 }, 'limit'],
    [{ limit: Number.NaN }, 'limit'],
    [{ path: '/a/../b' }, 'path'],
  ];
  for (const [params, subject] of refused) {
    test(`${JSON.stringify(params)} is refused before anything is sent`, async () => {
      const { client, requests } = recordingClient({ body: [] });
      await assert.rejects(
        client.assets.list(params),
        (error) => isImageKitError(error, 'invalidInput') && error.subject === subject,
      );
      assert.equal(requests.length, 0);
    });
  }
});
