import assert from 'node:assert/strict';
import ImageKit, { NotFoundError, PermissionDeniedError, toFile } from '@imagekit/nodejs';
import { startEmulator } from '../../emulator/startEmulator.ts';
import type { Emulator } from '../../emulator/startEmulator.ts';
import { get, twoColors } from './emulatorClient.ts';

/** ImageKit's own Node client, pointed at the emulator, is the judge of the answers' shapes. */
suite('emulator: the official Node client', () => {
  let emulator: Emulator;
  let client: ImageKit;

  suiteSetup(async () => {
    emulator = await startEmulator({ seed: false });
    client = new ImageKit({
      privateKey: emulator.privateKey,
      baseURL: emulator.origin,
      maxRetries: 0,
    });
  });
  suiteTeardown(async () => {
    await emulator.stop();
  });

  test('uploads, lists, reads, updates and deletes', async () => {
    const picture = await twoColors(80, 60);
    const sent = await client.files.upload({
      file: await toFile(picture, 'c.png'),
      fileName: 'c.png',
      folder: '/client',
      tags: ['a', 'b'],
      useUniqueFileName: false,
      responseFields: ['tags'],
    });
    assert.deepEqual([sent.filePath, sent.width, sent.tags], ['/client/c.png', 80, ['a', 'b']]);
    const listed = await client.assets.list({ searchQuery: 'tags IN ["b"]' });
    assert.deepEqual(
      listed.map((asset) => asset.name),
      ['c.png'],
    );
    const id = sent.fileId ?? '';
    assert.equal((await client.files.get(id)).size, picture.length);
    const updated = await client.files.update(id, { tags: ['z'] });
    assert.deepEqual(updated.tags, ['z']);
    await client.folders.create({ folderName: 'made', parentFolderPath: '/client' });
    const folders = await client.assets.list({ type: 'folder', path: '/client' });
    assert.deepEqual(
      folders.map((folder) => folder.name),
      ['made'],
    );
    await client.folders.delete({ folderPath: '/client/made' });
    await client.files.delete(id);
    assert.deepEqual(await client.assets.list(), []);
    await assert.rejects(client.files.get(id), NotFoundError);
  });

  test('signs URLs that open private files', async () => {
    await client.files.upload({
      file: await toFile(await twoColors(80, 60), 'p.png'),
      fileName: 'p.png',
      isPrivateFile: true,
      useUniqueFileName: false,
    });
    const url = client.helper.buildSrc({
      urlEndpoint: emulator.urlEndpoint,
      src: '/p.png',
      transformation: [{ width: 40, height: 30 }],
      signed: true,
      expiresIn: 60,
    });
    const { response } = await get(emulator, url.slice(emulator.urlEndpoint.length));
    assert.equal(response.status, 200);
  });

  test('turns a wrong key into its permission error', async () => {
    const stranger = new ImageKit({
      privateKey: 'private_other',
      baseURL: emulator.origin,
      maxRetries: 0,
    });
    await assert.rejects(stranger.assets.list(), PermissionDeniedError);
  });
});
