import assert from 'node:assert/strict';
import type ImageKit from '@imagekit/nodejs';
import { BadRequestError, ConflictError, NotFoundError, toFile } from '@imagekit/nodejs';
import { startEmulator } from '../../../emulator/startEmulator.ts';
import type { Emulator } from '../../../emulator/startEmulator.ts';
import { get, twoColors } from '../emulatorClient.ts';
import { connectClient } from './currentClient.ts';
import type { WatchedClient } from './currentClient.ts';

type ErrorKind = abstract new (...values: never[]) => { readonly error: unknown };

/** ImageKit's own Node client is the judge of the answers' shapes. */
suite('emulator: files with the official client', () => {
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

  const refusal =
    (kind: ErrorKind, reason: string) =>
    (error: unknown): boolean =>
      error instanceof kind && Reflect.get(Object(error.error), 'reason') === reason;

  test('uploads, lists, reads, updates and deletes', async () => {
    const sent = await client.files.upload({
      file: await toFile(await twoColors(80, 60), 'c.png'),
      fileName: 'c.png',
      folder: '/client',
      tags: ['a', 'b'],
      useUniqueFileName: false,
      responseFields: ['tags', 'metadata'],
    });
    assert.deepEqual([sent.filePath, sent.width, sent.tags], ['/client/c.png', 80, ['a', 'b']]);
    assert.equal(sent.metadata?.format, 'png');
    const listed = await client.assets.list({ searchQuery: 'tags IN ["b"]' });
    assert.deepEqual(
      listed.map((asset) => asset.name),
      ['c.png'],
    );
    const id = sent.fileId ?? '';
    assert.equal((await client.files.get(id)).size, sent.size);
    assert.deepEqual((await client.files.update(id, { tags: ['z'] })).tags, ['z']);
    await client.files.delete(id);
    assert.deepEqual(await client.assets.list(), []);
    await assert.rejects(client.files.get(id), NotFoundError);
  });

  test('publishes a draft, whose URL is closed until then', async () => {
    const id = await send('/d.png', { isPublished: false });
    assert.equal((await client.files.get(id)).isPublished, false);
    assert.equal((await get(emulator, '/d.png')).response.status, 404);
    const published = await client.files.update(id, { publish: { isPublished: true } });
    assert.equal(published.isPublished, true);
    assert.equal((await get(emulator, '/d.png')).response.status, 200);
  });

  test('copies and moves files, and merges into the history of a file that is there', async () => {
    await send('/a/x.png');
    await send('/a/x.png', {}, 30);
    const target = await send('/b/x.png', {}, 10);
    await client.files.copy({ sourceFilePath: '/a/x.png', destinationPath: '/c/' });
    await client.files.copy({
      sourceFilePath: '/a/x.png',
      destinationPath: '/b',
      includeFileVersions: true,
    });
    assert.deepEqual(await paths(), ['/a/x.png', '/b/x.png', '/c/x.png']);
    const merged = await client.files.versions.list(target);
    assert.deepEqual(
      merged.map(({ type, width }) => [type, width]),
      [
        ['file', 30],
        ['file-version', 60],
        ['file-version', 10],
      ],
    );
    await client.files.move({ sourceFilePath: '/a/x.png', destinationPath: '/c' });
    assert.deepEqual(await paths(), ['/b/x.png', '/c/x.png']);
    const again = { sourceFilePath: '/c/x.png', destinationPath: '/c' };
    await assert.rejects(
      client.files.move(again),
      refusal(BadRequestError, 'SAME_SOURCE_AND_DESTINATION'),
    );
    const gone = { sourceFilePath: '/none.png', destinationPath: '/c' };
    await assert.rejects(client.files.copy(gone), refusal(NotFoundError, 'SOURCE_FILE_MISSING'));
  });

  test('renames with and without a purge', async () => {
    await send('/a/old.png');
    await send('/a/taken.png');
    const plain = { filePath: '/a/old.png', newFileName: 'new name.png' };
    assert.equal((await client.files.rename(plain)).purgeRequestId, undefined);
    assert.deepEqual(await paths(), ['/a/new_name.png', '/a/taken.png']);
    const purged = await client.files.rename({
      filePath: '/a/new_name.png',
      newFileName: 'newer.png',
      purgeCache: true,
    });
    const status = await client.cache.invalidation.get(purged.purgeRequestId ?? '');
    assert.match(status.status ?? '', /^(Pending|Completed)$/);
    const cases = [
      ['/a/none.png', 'x.png', NotFoundError, 'FILE_MISSING'],
      ['/a/newer.png', 'taken.png', ConflictError, 'FILE_ALREADY_EXISTS'],
      ['/a/newer.png', 'newer.png', BadRequestError, 'SAME_OLD_AND_NEW_NAME'],
      ['/a/newer.png', '', BadRequestError, 'MISSING_PARAMETER'],
    ] as const;
    for (const [filePath, newFileName, kind, reason] of cases) {
      await assert.rejects(client.files.rename({ filePath, newFileName }), refusal(kind, reason));
    }
  });

  test('reads metadata by id and by URL', async () => {
    const id = await send('/m/p.png', {}, 64);
    const own = await client.files.metadata.get(id);
    assert.deepEqual([own.width, own.height, own.format], [64, 64, 'png']);
    assert.match(own.pHash ?? '', /^[0-9a-f]{16}$/);
    const url = `${emulator.urlEndpoint}/m/p.png?tr=w-32`;
    const smaller = await client.files.metadata.getFromURL({ url });
    assert.deepEqual([smaller.width, smaller.height], [32, 32]);
    const elsewhere = { url: 'https://example.com/p.png' };
    await assert.rejects(client.files.metadata.getFromURL(elsewhere), BadRequestError);
    const nothing = { url: `${emulator.urlEndpoint}/none.png` };
    await assert.rejects(client.files.metadata.getFromURL(nothing), NotFoundError);
  });

  test('has called every method of files, their metadata and assets', () => {
    assert.deepEqual(watched.uncalled('files', 'files.metadata', 'assets'), []);
  });
});
