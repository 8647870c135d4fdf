import assert from 'node:assert/strict';
import type ImageKit from '@imagekit/nodejs';
import { APIError, BadRequestError, ConflictError, NotFoundError, toFile } from '@imagekit/nodejs';
import { startEmulator } from '../../../emulator/startEmulator.ts';
import type { Emulator } from '../../../emulator/startEmulator.ts';
import { call, twoColors } from '../emulatorClient.ts';
import { waitFor } from '../support/waitFor.ts';
import { connectClient } from './currentClient.ts';
import type { WatchedClient } from './currentClient.ts';

type ErrorKind = abstract new (...values: never[]) => { readonly error: unknown };

suite('emulator: folders, jobs and purges with the official client', () => {
  let emulator: Emulator;
  let watched: WatchedClient;
  let client: ImageKit;
  let picture: Buffer;

  suiteSetup(async () => {
    emulator = await startEmulator({ seed: false, testControls: true });
    watched = connectClient(emulator);
    ({ client } = watched);
    picture = await twoColors(10, 10);
  });
  setup(async () => {
    await call(emulator, 'POST', '/__emulator/reset');
    await set({ jobMs: 20, purgeMs: 20 });
    for (const path of ['/a/one.png', '/a/deep/two.png', '/a/deep/three.png', '/b/four.png']) {
      const cut = path.lastIndexOf('/');
      await client.files.upload({
        file: await toFile(picture, 'x.png'),
        fileName: path.slice(cut + 1),
        folder: path.slice(0, cut),
        useUniqueFileName: false,
      });
    }
  });
  suiteTeardown(async () => {
    await emulator.stop();
  });

  async function set(settings: object): Promise<void> {
    assert.equal((await call(emulator, 'PATCH', '/__emulator/settings', settings)).status, 200);
  }

  async function files(): Promise<string[]> {
    const listed = await client.assets.list({ type: 'file' });
    return listed.map(({ filePath }) => filePath ?? '').sort();
  }

  async function folders(): Promise<string[]> {
    const listed = await client.assets.list({ type: 'folder' });
    return listed.map(({ folderPath }) => folderPath ?? '').sort();
  }

  async function finish(jobId: string): Promise<ImageKit.Folders.JobGetResponse> {
    return await waitFor(
      async () => await client.folders.job.get(jobId),
      ({ status }) => status !== 'Pending',
    );
  }

  const refusal = (kind: ErrorKind, reason: string) => (error: unknown) =>
    error instanceof kind && Reflect.get(Object(error.error), 'reason') === reason;

  test('creates and deletes folders', async () => {
    await client.folders.create({ folderName: 'made here', parentFolderPath: '/n/m' });
    assert.deepEqual(await folders(), ['/a', '/a/deep', '/b', '/n', '/n/m', '/n/m/made_here']);
    await client.folders.delete({ folderPath: '/a' });
    assert.deepEqual(await files(), ['/b/four.png']);
    await assert.rejects(
      client.folders.delete({ folderPath: '/a' }),
      refusal(NotFoundError, 'FOLDER_NOT_FOUND'),
    );
  });

  test('copies a folder into another one, which takes its time', async () => {
    const { jobId } = await client.folders.copy({
      sourceFolderPath: '/a/',
      destinationPath: '/b/',
    });
    assert.equal((await client.folders.job.get(jobId)).status, 'Pending');
    const done = await finish(jobId);
    assert.deepEqual([done.type, done.status], ['COPY_FOLDER', 'Completed']);
    assert.deepEqual(await files(), [
      '/a/deep/three.png',
      '/a/deep/two.png',
      '/a/one.png',
      '/b/a/deep/three.png',
      '/b/a/deep/two.png',
      '/b/a/one.png',
      '/b/four.png',
    ]);
  });

  test('moves a folder and leaves nothing behind', async () => {
    const { jobId } = await client.folders.move({ sourceFolderPath: '/a', destinationPath: '/b' });
    assert.equal((await finish(jobId)).status, 'Completed');
    assert.deepEqual(await files(), [
      '/b/a/deep/three.png',
      '/b/a/deep/two.png',
      '/b/a/one.png',
      '/b/four.png',
    ]);
    assert.deepEqual(await folders(), ['/b', '/b/a', '/b/a/deep']);
  });

  test('renames a folder and purges its old URLs', async () => {
    const { jobId } = await client.folders.rename({
      folderPath: '/a/deep',
      newFolderName: 'deeper one',
      purgeCache: true,
    });
    const done = await finish(jobId);
    assert.deepEqual([done.type, done.status], ['RENAME_FOLDER', 'Completed']);
    assert.ok(done.purgeRequestId);
    assert.deepEqual(await folders(), ['/a', '/a/deeper_one', '/b']);
  });

  test('tells of a rename whose purge failed', async () => {
    await set({ purgeQuota: 0 });
    const { jobId } = await client.folders.rename({
      folderPath: '/a/deep',
      newFolderName: 'other',
      purgeCache: true,
    });
    await finish(jobId);
    const answer = await call(emulator, 'GET', `/v1/bulkJobs/${jobId}`);
    assert.equal(answer.status, 207);
    assert.match(answer.body.message, /purge/);
    assert.deepEqual(await folders(), ['/a', '/a/other', '/b']);
  });

  test('stops half way when it is told to', async () => {
    await set({ jobFailsAfter: 2 });
    const { jobId } = await client.folders.move({ sourceFolderPath: '/a', destinationPath: '/b' });
    assert.equal((await finish(jobId)).status, 'Partial success');
    const left = await files();
    assert.equal(left.length, 4);
    assert.ok(left.some((path) => path.startsWith('/a/')));
    assert.ok(left.some((path) => path.startsWith('/b/a/')));
  });

  test('locks the folders of a running job', async () => {
    await set({ jobMs: 60_000 });
    await client.folders.move({ sourceFolderPath: '/a', destinationPath: '/b' });
    const locked = (error: unknown): boolean => error instanceof APIError && error.status === 423;
    const inside = { sourceFolderPath: '/a/deep', destinationPath: '/c' };
    await assert.rejects(client.folders.copy(inside), locked);
    await assert.rejects(client.folders.delete({ folderPath: '/a' }), locked);
    await client.folders.create({ folderName: 'free', parentFolderPath: '/' });
    await client.folders.delete({ folderPath: '/free' });
  });

  test('refuses with the documented reasons', async () => {
    const cases = [
      ['/', '/b', BadRequestError, 'SOURCE_IS_ROOT'],
      ['/none', '/b', NotFoundError, 'NO_FILES_FOLDER'],
      ['/a/deep', '/a', BadRequestError, 'SAME_SOURCE_AND_DESTINATION'],
      ['/a/..', '/b', BadRequestError, 'INVALID_FOLDER_PATH'],
      ['', '/b', BadRequestError, 'MISSING_PARAMETER'],
      ['/a', '/a/deep', BadRequestError, 'INVALID_DESTINATION_PATH'],
    ] as const;
    for (const [sourceFolderPath, destinationPath, kind, reason] of cases) {
      const request = { sourceFolderPath, destinationPath };
      await assert.rejects(client.folders.move(request), refusal(kind, reason), reason);
    }
    const taken = { folderPath: '/a', newFolderName: 'b' };
    await assert.rejects(client.folders.rename(taken), ConflictError);
    await assert.rejects(client.folders.job.get('none'), NotFoundError);
  });

  test('purges URLs of the account until the quota is gone', async () => {
    const purge = async (path: string): Promise<string> => {
      const url = emulator.urlEndpoint + path;
      return (await client.cache.invalidation.create({ url })).requestId ?? '';
    };
    const id = await purge('/a/one.png*');
    const done = await waitFor(
      async () => await client.cache.invalidation.get(id),
      ({ status }) => status !== 'Pending',
    );
    assert.equal(done.status, 'Completed');
    await purge('/a/deep/*');
    for (const path of ['/*', '/a/*', '/a*/one.png', '/media/catalog/*', '/s/files/*']) {
      await assert.rejects(purge(path), BadRequestError, path);
    }
    const elsewhere = { url: 'https://example.com/a.png' };
    await assert.rejects(client.cache.invalidation.create(elsewhere), BadRequestError);
    await assert.rejects(client.cache.invalidation.get('0'.repeat(24)), BadRequestError);
    await set({ purgeQuota: 2 });
    await assert.rejects(purge('/a/one.png'), APIError);
  });

  test('has called every method of folders and cache', () => {
    assert.deepEqual(watched.uncalled('folders', 'cache'), []);
  });
});
