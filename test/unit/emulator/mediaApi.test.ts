import assert from 'node:assert/strict';
import { startEmulator } from '../../emulator/startEmulator.ts';
import type { Emulator } from '../../emulator/startEmulator.ts';
import { call, get, list, twoColors, upload } from './emulatorClient.ts';

suite('emulator: media API', () => {
  let emulator: Emulator;
  const ids: Record<string, string> = {};

  suiteSetup(async () => {
    emulator = await startEmulator({ seed: false });
    const files: [string, string, string, number][] = [
      ['/', 'Alpha.png', 'red,summer', 20],
      ['/shop', 'beta one.png', 'summer', 30],
      ['/shop/deep', 'gamma.png', '', 40],
    ];
    for (const [folder, fileName, tags, size] of files) {
      const { body } = await upload(emulator, await twoColors(size, size), {
        fileName,
        folder,
        tags,
        useUniqueFileName: 'false',
      });
      ids[body.name] = body.fileId;
    }
    const text = { fileName: 'note.txt', folder: '/shop', useUniqueFileName: 'false' };
    await upload(emulator, Buffer.from('hello'), text);
  });
  suiteTeardown(async () => {
    await emulator.stop();
  });

  async function names(query: string): Promise<string[]> {
    return (await list(emulator, query)).map(({ name }) => name);
  }

  test('lists by path, type, kind and order, in pages', async () => {
    const all = ['Alpha.png', 'beta_one.png', 'gamma.png', 'note.txt'];
    assert.deepEqual(await names(''), all);
    assert.deepEqual(await names('path=/shop'), ['beta_one.png', 'note.txt']);
    assert.deepEqual(await names('path=shop/&type=all'), ['beta_one.png', 'deep', 'note.txt']);
    assert.deepEqual(await names('type=folder'), ['shop', 'deep']);
    assert.deepEqual(await names('fileType=non-image'), ['note.txt']);
    assert.deepEqual(await names('sort=DESC_NAME'), all.toReversed());
    assert.deepEqual(await names('sort=DESC_WIDTH&limit=1'), ['gamma.png']);
    assert.deepEqual(await names('skip=1&limit=2'), all.slice(1, 3));
    assert.deepEqual(await names('skip=4'), []);
  });

  test('describes a folder', async () => {
    const [folder] = await list(emulator, 'type=folder&path=/shop');
    assert.equal(folder?.folderPath, '/shop/deep');
    assert.equal(folder.fileId, undefined);
    assert.match(folder.folderId, /^[0-9a-f]{24}$/);
  });

  const searches: [string, string[]][] = [
    ['name = "gamma.png"', ['gamma.png']],
    ['name : "beta"', ['beta_one.png']],
    ['name HAS "BETA on"', ['beta_one.png']],
    ['name HAS "eta"', []],
    ['path = "/shop"', ['beta_one.png', 'note.txt']],
    ['path : "/shop/"', ['beta_one.png', 'gamma.png', 'note.txt']],
    ['tags IN ["red", "blue"]', ['Alpha.png']],
    ['tags NOT IN ["red"] AND format = "png"', ['beta_one.png', 'gamma.png']],
    ['tags EXISTS', ['Alpha.png', 'beta_one.png']],
    ['type = "folder"', ['shop', 'deep']],
    ['width >= 30 AND (name : "g" OR tags IN ["summer"])', ['beta_one.png', 'gamma.png']],
    ['name = "Alpha.png" OR size < "6b" AND format = "txt"', ['Alpha.png', 'note.txt']],
    ['createdAt > "1h"', ['Alpha.png', 'beta_one.png', 'gamma.png', 'note.txt']],
    ['private = true', []],
  ];
  for (const [query, expected] of searches) {
    test(`searches ${query}`, async () => {
      const found = await names(`searchQuery=${encodeURIComponent(query)}`);
      assert.deepEqual(found, expected);
    });
  }

  test('refuses bad list parameters and bad queries', async () => {
    const bad = [
      'skip=-1',
      'limit=0',
      'limit=1001',
      'sort=UP',
      'type=x',
      ...['name', 'name ~ "x"', 'size HAS "1"', 'colour = "x"', '(name = "x"', 'name = x', '"'].map(
        (query) => `searchQuery=${encodeURIComponent(query)}`,
      ),
    ];
    for (const query of bad) {
      const { status, body } = await call(emulator, 'GET', `/v1/files?${query}`);
      assert.equal(status, 400, query);
      assert.equal(typeof body.message, 'string');
    }
  });

  test('reads and changes details', async () => {
    const path = `/v1/files/${ids['Alpha.png'] ?? ''}/details`;
    const before = await call(emulator, 'GET', path);
    assert.deepEqual(before.body.tags, ['red', 'summer']);
    assert.equal(before.body.mime, 'image/png');
    const change = { tags: ['new'], customCoordinates: '1,2,3,4', description: 'd' };
    const after = await call(emulator, 'PATCH', path, change);
    assert.equal(after.status, 200);
    assert.deepEqual(
      [after.body.tags, after.body.customCoordinates, after.body.description],
      [['new'], '1,2,3,4', 'd'],
    );
    const cleared = await call(emulator, 'PATCH', path, { tags: null, customCoordinates: null });
    assert.deepEqual([cleared.body.tags, cleared.body.customCoordinates], [null, null]);
    assert.equal((await call(emulator, 'PATCH', path, { tags: 'x' })).status, 400);
    assert.equal((await call(emulator, 'GET', '/v1/files/zz/details')).status, 400);
    const nobody = '0'.repeat(24);
    assert.equal((await call(emulator, 'GET', `/v1/files/${nobody}/details`)).status, 404);
  });

  test('asks for a key and refuses another one', async () => {
    const none = await call(emulator, 'GET', '/v1/files', undefined, {});
    assert.equal(none.status, 401);
    const authorization = `Basic ${Buffer.from('private_wrong:').toString('base64')}`;
    const wrong = await call(emulator, 'GET', '/v1/files', undefined, { authorization });
    assert.equal(wrong.status, 403);
    for (const { body } of [none, wrong]) assert.deepEqual(Object.keys(body), ['message', 'help']);
  });

  test('creates and deletes folders, deletes one file and several', async () => {
    const made = await call(emulator, 'POST', '/v1/folder', {
      folderName: 'new one',
      parentFolderPath: '/p/q',
    });
    assert.deepEqual([made.status, made.empty], [201, true]);
    assert.deepEqual(await names('type=folder&path=/p/q'), ['new_one']);
    const dots = { folderName: '..', parentFolderPath: '/' };
    const bad = await call(emulator, 'POST', '/v1/folder', dots);
    assert.deepEqual([bad.status, bad.body.reason], [400, 'INVALID_FOLDER_PATH']);
    const gone = await call(emulator, 'DELETE', '/v1/folder', { folderPath: '/none' });
    assert.deepEqual([gone.status, gone.body.reason], [404, 'FOLDER_NOT_FOUND']);

    const removed = await call(emulator, 'DELETE', '/v1/folder', { folderPath: '/shop/deep/' });
    assert.equal(removed.status, 204);
    assert.equal((await get(emulator, '/shop/deep/gamma.png')).response.status, 404);
    const single = await call(emulator, 'DELETE', `/v1/files/${ids['Alpha.png'] ?? ''}`);
    assert.equal(single.status, 204);

    const beta = ids['beta_one.png'] ?? '';
    const unknown = 'f'.repeat(24);
    const bulk = '/v1/files/batch/deleteByFileIds';
    const partly = await call(emulator, 'POST', bulk, { fileIds: [beta, unknown] });
    assert.deepEqual([partly.status, partly.body.missingFileIds], [404, [unknown]]);
    const done = await call(emulator, 'POST', bulk, { fileIds: [beta] });
    assert.deepEqual([done.status, done.body], [200, { successfullyDeletedFileIds: [beta] }]);
    assert.deepEqual(await names(''), ['note.txt']);
  });
});
