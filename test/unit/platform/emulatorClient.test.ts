import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkCredentials } from '../../../src/core/api/checkCredentials.ts';
import { systemClock } from '../../../src/core/api/clock.ts';
import {
  createImageKitClient,
  type ImageKitClient,
} from '../../../src/core/api/createImageKitClient.ts';
import {
  ImageKitError,
  isImageKitError,
  type ImageKitErrorReason,
} from '../../../src/core/api/imageKitError.ts';
import { FolderPager } from '../../../src/core/library/folderPager.ts';
import { createNodeFetchTransport } from '../../../src/platform/nodeFetchTransport.ts';
import { openFileAsBlob } from '../../../src/platform/openFile.ts';
import { startEmulator, type Emulator } from '../../emulator/startEmulator.ts';

/** Whether an error has the reason; for `assert.rejects`. */
function failsWith(reason: ImageKitErrorReason): (error: unknown) => boolean {
  return (error) => {
    assert.ok(isImageKitError(error, reason), String(error));
    return true;
  };
}

suite('client against the emulator', () => {
  const transport = createNodeFetchTransport();
  let emulator: Emulator;
  let client: ImageKitClient;
  let folder = '';

  suiteSetup(async () => {
    emulator = await startEmulator({ seed: false, testControls: true });
    folder = await mkdtemp(path.join(tmpdir(), 'imagekit-client-'));
    client = clientFor(emulator.privateKey);
  });

  suiteTeardown(async () => {
    await emulator.stop();
    await rm(folder, { recursive: true });
  });

  teardown(async () => {
    await control('DELETE', 'faults');
    await control('POST', 'reset');
  });

  function clientFor(privateKey: string): ImageKitClient {
    const { origin } = emulator;
    return createImageKitClient({
      transport,
      // The emulator needs no patience.
      clock: { ...systemClock, wait: () => systemClock.wait(1) },
      account: { privateKey, apiOrigin: origin, uploadOrigin: origin },
    });
  }

  async function control(method: string, name: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${emulator.origin}/__emulator/${name}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    assert.ok(response.ok, `${method} ${name}: ${response.status}`);
    const text = await response.text();
    return text === '' ? undefined : JSON.parse(text);
  }

  async function requestsTo(prefix: string): Promise<number> {
    const entries = await control('GET', 'requests');
    assert.ok(Array.isArray(entries));
    return entries.filter((entry: { path: string }) => entry.path.startsWith(prefix)).length;
  }

  function upload(content: string, fileName: string, into = '/') {
    const file = new Blob([content]);
    return client.files.upload({ file, fileName, folder: into, useUniqueFileName: false });
  }

  test('a file travels from disk to the library and back, byte for byte', async () => {
    const filePath = path.join(folder, 'ä picture.bin');
    const content = Buffer.from(Array.from({ length: 700_000 }, (_, index) => index % 251));
    await writeFile(filePath, content);
    const progress: [number, number][] = [];
    const uploaded = await client.files.upload(
      {
        file: await openFileAsBlob(filePath),
        fileName: 'ä picture.bin',
        folder: '/from disk',
        useUniqueFileName: false,
        tags: ['one', 'two words'],
      },
      { onProgress: (...each) => progress.push(each) },
    );
    assert.ok(uploaded.fileId !== undefined);
    assert.equal(uploaded.size, content.length);
    const [sent, total] = progress.at(-1) ?? [];
    assert.equal(sent, total);

    const details = await client.files.get(uploaded.fileId);
    assert.equal(details.filePath, uploaded.filePath);
    assert.deepEqual(details.tags, ['one', 'two words']);

    const delivered = await fetch(details.url);
    const bytes = new Uint8Array(await delivered.arrayBuffer());
    assert.equal(hash(bytes), hash(content));
  });

  test('base64 text and a data URI are stored as their bytes', async () => {
    for (const file of [btoa('hello'), `data:text/plain;base64,${btoa('hello')}`]) {
      const uploaded = await client.files.upload({ file, fileName: 'hello.txt' });
      assert.equal(uploaded.fileId === undefined ? undefined : uploaded.size, 5);
    }
  });

  test('a folder is made, listed, filled page by page and deleted', async () => {
    await client.folders.create({ folderName: 'trip', parentFolderPath: '/' });
    await client.folders.create({ folderName: 'day-1', parentFolderPath: '/trip' });
    for (const name of ['a.txt', 'b.txt', 'c.txt']) await upload(name, name, '/trip');

    const pager = new FolderPager({
      list: (params, options) => client.assets.list(params, options),
      path: '/trip',
      pageSize: 2,
    });
    while (pager.hasMore) await pager.loadNextPage();
    assert.deepEqual(
      pager.items.map(({ kind, path: itemPath }) => [kind, itemPath]),
      [
        ['folder', '/trip/day-1'],
        ['file', '/trip/a.txt'],
        ['file', '/trip/b.txt'],
        ['file', '/trip/c.txt'],
      ],
    );

    await client.folders.delete({ folderPath: '/trip' });
    assert.deepEqual(await client.assets.list({ type: 'all' }), []);
    await assert.rejects(client.folders.delete({ folderPath: '/trip' }), (error) => {
      assert.ok(isImageKitError(error, 'notFound'), String(error));
      assert.equal(error.serviceReason, 'FOLDER_NOT_FOUND');
      return true;
    });
  });

  test('a file’s details are changed, and it is gone after a delete', async () => {
    const { fileId = '' } = await upload('x', 'x.txt');
    const updated = await client.files.update(fileId, { tags: ['new'], description: 'words' });
    assert.deepEqual(updated.tags, ['new']);
    assert.equal(updated.description, 'words');
    await client.files.delete(fileId);
    await assert.rejects(client.files.get(fileId), failsWith('notFound'));
  });

  test('the key of the account is accepted, another one is refused', async () => {
    await checkCredentials(client);
    await assert.rejects(checkCredentials(clientFor('private_wrong')), failsWith('forbidden'));
  });

  const uploadPath = '/api/v1/files/upload';
  const bigFile = { file: new Blob([new Uint8Array(300_000)]), fileName: 'a.bin' };
  const refusals: readonly [object, ImageKitErrorReason][] = [
    [{ status: 401 }, 'unauthorized'],
    [{ status: 403 }, 'forbidden'],
    [{ status: 413 }, 'tooLarge'],
    [{ status: 429, headers: { 'x-ratelimit-reset': '600000' } }, 'rateLimited'],
    [{ status: 500 }, 'server'],
  ];
  for (const [fault, reason] of refusals) {
    test(`an upload that meets ${JSON.stringify(fault)} is ${reason}, sent once and not stored`, async () => {
      await control('DELETE', 'requests');
      await control('POST', 'faults', [{ match: { path: uploadPath }, times: 1, ...fault }]);
      // One of its own: a client that was asked to wait sends nothing until then.
      const refused = clientFor(emulator.privateKey);
      await assert.rejects(refused.files.upload(bigFile), failsWith(reason));
      assert.equal(await requestsTo(uploadPath), 1);
      assert.deepEqual(await client.assets.list({ type: 'all' }), []);
    });
  }

  for (const fault of [{ drop: 'before' }, { drop: 'during' }, { status: 502 }, { status: 429 }]) {
    test(`an upload that meets ${JSON.stringify(fault)} is sent again and stored once`, async () => {
      await control('DELETE', 'requests');
      await control('POST', 'faults', [{ match: { path: uploadPath }, times: 1, ...fault }]);
      const { fileId } = await client.files.upload(bigFile);
      assert.equal(await requestsTo(uploadPath), 2);
      const listed = await client.assets.list({ type: 'file' });
      assert.deepEqual(
        listed.map((file) => file.fileId),
        [fileId],
      );
    });
  }

  test('an upload whose connection always breaks is connectionLost and not stored', async () => {
    await control('POST', 'faults', [{ match: { path: uploadPath }, times: 9, drop: 'during' }]);
    await assert.rejects(client.files.upload(bigFile), failsWith('connectionLost'));
    assert.deepEqual(await client.assets.list({ type: 'all' }), []);
  });

  for (const useUniqueFileName of [true, false]) {
    test(`an upload that was stored but not answered is found, ${useUniqueFileName ? 'with' : 'without'} a suffix`, async () => {
      let uploads = 0;
      const deaf = createImageKitClient({
        clock: { ...systemClock, wait: () => systemClock.wait(1) },
        account: {
          privateKey: emulator.privateKey,
          apiOrigin: emulator.origin,
          uploadOrigin: emulator.origin,
        },
        transport: async (request) => {
          const response = await transport(request);
          if (!request.url.includes(uploadPath)) return response;
          uploads += 1;
          await response.text();
          throw new ImageKitError('connectionLost', 'The answer was lost');
        },
      });
      const uploaded = await deaf.files.upload({
        ...bigFile,
        fileName: 'grün & blau.bin',
        folder: '/lost and found',
        useUniqueFileName,
      });
      const listed = await client.assets.list({ type: 'file' });
      assert.equal(uploads, 1);
      assert.deepEqual(
        listed.map((file) => [file.fileId, file.filePath]),
        [[uploaded.fileId, uploaded.filePath]],
      );
    });
  }

  test('a list succeeds after a rate limit, a server error and a lost connection', async () => {
    const match = { path: '/v1/files' };
    const brief = { status: 429, headers: { 'x-ratelimit-reset': '5' } };
    for (const fault of [brief, { status: 500 }, { drop: 'before' }]) {
      await control('DELETE', 'requests');
      await control('POST', 'faults', [{ match, times: 1, ...fault }]);
      assert.deepEqual(await client.assets.list(), []);
      assert.equal(await requestsTo('/v1/files'), 2);
    }
  });

  test('an upload that is cancelled half-way is not stored', async () => {
    const controller = new AbortController();
    await assert.rejects(
      client.files.upload(
        { file: new Blob([new Uint8Array(20_000_000)]), fileName: 'big.bin' },
        {
          signal: controller.signal,
          onProgress: (sent, total) => sent > total / 2 && controller.abort(),
        },
      ),
      failsWith('cancelled'),
    );
    assert.deepEqual(await client.assets.list({ type: 'all' }), []);
  });
});

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
