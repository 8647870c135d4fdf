import assert from 'node:assert/strict';
import type ImageKit from '@imagekit/nodejs';
import { BadRequestError, NotFoundError, toFile } from '@imagekit/nodejs';
import { startEmulator } from '../../../emulator/startEmulator.ts';
import type { Emulator } from '../../../emulator/startEmulator.ts';
import { get, twoColors } from '../emulatorClient.ts';
import { connectClient } from './currentClient.ts';
import type { WatchedClient } from './currentClient.ts';

/** ImageKit's own Node client is the judge of the answers' shapes. */
suite('emulator: versions and many files with the official client', () => {
  let emulator: Emulator;
  let watched: WatchedClient;
  let client: ImageKit;

  suiteSetup(async () => {
    emulator = await startEmulator({ seed: false, testControls: true });
    watched = connectClient(emulator);
    ({ client } = watched);
  });
  setup(async () => {
    await fetch(`${emulator.origin}/__emulator/reset`, { method: 'POST' });
  });
  suiteTeardown(async () => {
    await emulator.stop();
  });

  async function send(
    path: string,
    more: Partial<ImageKit.FileUploadParams> = {},
    side = 60,
  ): Promise<string> {
    const cut = path.lastIndexOf('/');
    const sent = await client.files.upload({
      file: await toFile(await twoColors(side, side), 'x.png'),
      fileName: path.slice(cut + 1),
      folder: path.slice(0, cut) || '/',
      useUniqueFileName: false,
      ...more,
    });
    return sent.fileId ?? '';
  }

  async function paths(): Promise<string[]> {
    const listed = await client.assets.list({ type: 'file' });
    return listed.map(({ filePath }) => filePath ?? '').toSorted();
  }

  test('lists, reads, restores and deletes versions', async () => {
    const id = await send('/v.png', {}, 10);
    await send('/v.png', {}, 20);
    await send('/v.png', {}, 30);
    const [current, second, first] = await client.files.versions.list(id);
    const firstId = first?.versionInfo?.id ?? '';
    const secondId = second?.versionInfo?.id ?? '';
    const read = await client.files.versions.get(firstId, { fileId: id });
    assert.deepEqual(
      [read.type, read.width, read.versionInfo?.name],
      ['file-version', 10, 'Version 1'],
    );
    const restored = await client.files.versions.restore(firstId, { fileId: id });
    assert.deepEqual([restored.type, restored.width], ['file', 10]);
    assert.equal((await get(emulator, '/v.png')).response.status, 200);
    await client.files.versions.delete(secondId, { fileId: id });
    assert.deepEqual(
      (await client.files.versions.list(id)).map(({ width }) => width),
      [10, 30],
    );
    await assert.rejects(
      client.files.versions.delete(firstId, { fileId: id }),
      BadRequestError,
      'the current version stays',
    );
    await assert.rejects(client.files.versions.get(secondId, { fileId: id }), NotFoundError);
    await send('/v.png', {}, 40);
    const names = (await client.files.versions.list(id)).map(
      ({ versionInfo }) => versionInfo?.name,
    );
    assert.deepEqual(names, ['Version 4', 'Version 3', 'Version 1']);
    assert.equal(current?.versionInfo?.name, 'Version 3');
  });

  test('deletes and tags many files at once, or none when one is unknown', async () => {
    const ids = [await send('/1.png', { tags: ['a'] }), await send('/2.png')];
    const unknown = 'f'.repeat(24);
    const added = await client.files.bulk.addTags({ fileIds: ids, tags: ['b'] });
    assert.deepEqual(added.successfullyUpdatedFileIds, ids);
    assert.deepEqual((await client.files.get(ids[0] ?? '')).tags, ['a', 'b']);
    await client.files.bulk.removeTags({ fileIds: ids, tags: ['b', 'none'] });
    assert.equal((await client.files.get(ids[1] ?? '')).tags, null);
    await assert.rejects(
      client.files.bulk.addTags({ fileIds: [...ids, unknown], tags: ['c'] }),
      (error: unknown) =>
        error instanceof NotFoundError &&
        assert.deepEqual(Reflect.get(Object(error.error), 'missingFileIds'), [unknown]) ===
          undefined,
    );
    assert.deepEqual((await client.files.get(ids[0] ?? '')).tags, ['a']);
    const many = Array.from({ length: 51 }, (_, index) => String(index).padStart(24, '0'));
    await assert.rejects(
      client.files.bulk.removeTags({ fileIds: many, tags: ['a'] }),
      BadRequestError,
    );
    const gone = await client.files.bulk.delete({ fileIds: ids });
    assert.deepEqual(gone.successfullyDeletedFileIds, ids);
    assert.deepEqual(await paths(), []);
  });

  test('tags by an extension and removes what it found', async () => {
    const id = await send('/ai.png', {
      extensions: [{ name: 'google-auto-tagging', minConfidence: 80, maxTags: 2 }],
    });
    const { AITags } = await client.files.get(id);
    assert.equal(AITags?.length, 2);
    assert.equal(AITags[0]?.source, 'google-auto-tagging');
    const name = AITags[0]?.name ?? '';
    await client.files.bulk.removeAITags({ fileIds: [id], AITags: [name] });
    assert.equal((await client.files.get(id)).AITags?.length, 1);
    assert.equal((await client.files.update(id, { removeAITags: 'all' })).AITags, null);
  });

  test('has called every method of versions and bulk operations', () => {
    assert.deepEqual(watched.uncalled('files.versions', 'files.bulk'), []);
  });
});
