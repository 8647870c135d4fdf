import assert from 'node:assert/strict';
import ImageKit from 'imagekit';
import { startEmulator } from '../../../emulator/startEmulator.ts';
import type { Emulator } from '../../../emulator/startEmulator.ts';
import { call, get, twoColors } from '../emulatorClient.ts';
import { waitFor } from '../support/waitFor.ts';
import { connectLegacyClient } from './legacyClient.ts';
import type { LegacyClient } from './legacyClient.ts';

suite('emulator: the official client of version 5', () => {
  let emulator: Emulator;
  let legacy: LegacyClient;
  let client: ImageKit;
  const called = new Set<string>();

  suiteSetup(async () => {
    emulator = await startEmulator({ seed: false, testControls: true });
    legacy = connectLegacyClient(emulator);
    client = new Proxy(legacy.client, {
      get: (target, name, receiver) => {
        called.add(String(name));
        return Reflect.get(target, name, receiver);
      },
    });
  });
  setup(async () => {
    await call(emulator, 'POST', '/__emulator/reset');
    await call(emulator, 'PATCH', '/__emulator/settings', { jobMs: 20, purgeMs: 0 });
  });
  suiteTeardown(async () => {
    legacy.disconnect();
    await emulator.stop();
  });

  async function send(fileName: string, folder = '/', side = 40): Promise<string> {
    const sent = await client.upload({
      file: await twoColors(side, side),
      fileName,
      folder,
      useUniqueFileName: false,
      tags: ['a', 'b'],
    });
    return sent.fileId;
  }

  async function paths(): Promise<string[]> {
    const files = await client.listFiles({ sort: 'ASC_NAME' });
    return files.map(({ filePath }) => filePath);
  }

  test('uploads, lists, reads, changes and deletes a file', async () => {
    const id = await send('x.png', '/f');
    const details = await client.getFileDetails(id);
    assert.deepEqual([details.filePath, details.tags], ['/f/x.png', ['a', 'b']]);
    const url = client.url({ path: '/f/x.png', transformation: [{ width: '20' }], signed: true });
    const { response } = await get(emulator, url.slice(emulator.urlEndpoint.length));
    assert.equal(response.status, 200);
    const changed = await client.updateFileDetails(id, {
      tags: ['c'],
      customCoordinates: '1,1,2,2',
    });
    assert.deepEqual([changed.tags, changed.customCoordinates], [['c'], '1,1,2,2']);
    await client.deleteFile(id);
    await assert.rejects(client.getFileDetails(id), (error: unknown) => {
      assert.equal(Reflect.get(Object(error), '$ResponseMetadata').statusCode, 404);
      return typeof Reflect.get(Object(error), 'message') === 'string';
    });
  });

  test('reads metadata by id and by URL, and compares pictures', async () => {
    const id = await send('x.png');
    const own = await client.getFileMetadata(id);
    const same = await client.getFileMetadata(`${emulator.urlEndpoint}/x.png`);
    assert.equal(own.width, 40);
    assert.equal(client.pHashDistance(own.pHash, same.pHash), 0);
  });

  test('handles versions', async () => {
    const fileId = await send('v.png', '/', 10);
    await send('v.png', '/', 20);
    await send('v.png', '/', 30);
    // The type says one file where the service gives a list.
    const versions = Object.values(await client.getFileVersions(fileId));
    const ids = versions.map((version) => String(Reflect.get(version, 'versionInfo').id));
    const [, second = '', first = ''] = ids;
    const read = await client.getFileVersionDetails({ fileId, versionId: first });
    assert.equal(read.width, 10);
    const restored = await client.restoreFileVersion({ fileId, versionId: first });
    assert.deepEqual([restored.type, restored.width], ['file', 10]);
    await client.deleteFileVersion({ fileId, versionId: second });
    assert.equal(Object.values(await client.getFileVersions(fileId)).length, 2);
  });

  test('changes and deletes many files', async () => {
    const ids = [await send('1.png'), await send('2.png')];
    await client.bulkAddTags(ids, ['c']);
    assert.deepEqual((await client.getFileDetails(ids[0] ?? '')).tags, ['a', 'b', 'c']);
    await client.bulkRemoveTags(ids, ['a', 'b', 'c']);
    assert.equal((await client.getFileDetails(ids[0] ?? '')).tags, null);
    await client.bulkRemoveAITags(ids, ['Red']);
    const gone = await client.bulkDeleteFiles(ids);
    assert.deepEqual(Reflect.get(Object(gone), 'successfullyDeletedFileIds'), ids);
    assert.deepEqual(await paths(), []);
  });

  test('copies, moves and renames files', async () => {
    await send('x.png', '/a');
    await client.copyFile({ sourceFilePath: '/a/x.png', destinationPath: '/b' });
    await client.moveFile({ sourceFilePath: '/a/x.png', destinationPath: '/c' });
    const renamed = await client.renameFile({
      filePath: '/c/x.png',
      newFileName: 'y.png',
      purgeCache: true,
    });
    assert.deepEqual(await paths(), ['/b/x.png', '/c/y.png']);
    const { requestId } = await client.purgeCache(`${emulator.urlEndpoint}/b/x.png`);
    for (const id of [requestId, renamed.purgeRequestId ?? '']) {
      assert.equal((await client.getPurgeCacheStatus(id)).status, 'Completed');
    }
  });

  test('handles folders and their jobs', async () => {
    await client.createFolder({ folderName: 'a', parentFolderPath: '/' });
    await send('x.png', '/a');
    const finish = async (started: object): Promise<void> => {
      const id = String(Reflect.get(started, 'jobId'));
      const done = await waitFor(
        async () => Object(await client.getBulkJobStatus(id)),
        (job) => Reflect.get(job, 'status') !== 'Pending',
      );
      assert.equal(Reflect.get(done, 'status'), 'Completed');
    };
    const request = { sourceFolderPath: '/a', destinationPath: '/b', includeFileVersions: true };
    await finish(await client.copyFolder(request));
    await finish(await client.moveFolder({ sourceFolderPath: '/a', destinationPath: '/c' }));
    assert.deepEqual((await paths()).sort(), ['/b/a/x.png', '/c/a/x.png']);
    await client.deleteFolder('/b');
    assert.deepEqual(await paths(), ['/c/a/x.png']);
  });

  test('handles custom metadata fields', async () => {
    const made = await client.createCustomMetadataField({
      name: 'price',
      label: 'Price',
      schema: { type: 'Number', minValue: 1 },
    });
    const changed = await client.updateCustomMetadataField(made.id, { label: 'Net' });
    assert.equal(changed.label, 'Net');
    assert.equal((await client.getCustomMetadataFields({ includeDeleted: false })).length, 1);
    await client.deleteCustomMetadataField(made.id);
    assert.deepEqual(Object.values(await client.getCustomMetadataFields({})), []);
  });

  test('gives its authentication parameters', () => {
    assert.match(client.getAuthenticationParameters().signature, /^[0-9a-f]{40}$/);
  });

  test('has called every method', () => {
    const methods = Object.getOwnPropertyNames(ImageKit.prototype);
    assert.deepEqual(
      methods.filter((name) => name !== 'constructor' && !called.has(name)),
      [],
    );
  });
});
