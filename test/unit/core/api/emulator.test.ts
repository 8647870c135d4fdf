import assert from 'node:assert/strict';
import { allAssets } from '../../../../src/core/api/assetPages.ts';
import { systemClock } from '../../../../src/core/api/clock.ts';
import {
  createImageKitClient,
  type ImageKitClient,
} from '../../../../src/core/api/createImageKitClient.ts';
import { changeInBulk } from '../../../../src/core/api/files/changeInBulk.ts';
import { isImageKitError } from '../../../../src/core/api/imageKitError.ts';
import { limits } from '../../../../src/core/api/limits.ts';
import { waitForFolderJob, waitForPurge } from '../../../../src/core/api/polling/longJobs.ts';
import type { SearchCriteria } from '../../../../src/core/api/search/searchCriteria.ts';
import { searchQuery } from '../../../../src/core/api/search/searchQuery.ts';
import type { FileUploadParams } from '../../../../src/core/api/upload/uploadParams.ts';
import { createNodeFetchTransport } from '../../../../src/platform/nodeFetchTransport.ts';
import { startEmulator, type Emulator } from '../../../emulator/startEmulator.ts';

/** Waits of a hundredth of their length. */
const clock = {
  now: () => systemClock.now(),
  wait: (milliseconds: number, signal?: AbortSignal) =>
    systemClock.wait(milliseconds / 100, signal),
};

suite('whole API against the emulator', () => {
  let emulator: Emulator;
  let client: ImageKitClient;

  suiteSetup(async () => {
    emulator = await startEmulator({ seed: false });
    const { privateKey, origin } = emulator;
    client = createImageKitClient({
      transport: createNodeFetchTransport(),
      clock,
      account: { privateKey, apiOrigin: origin, uploadOrigin: origin },
    });
  });
  suiteTeardown(() => emulator.stop());

  async function store(fileName: string, more: Partial<FileUploadParams> = {}): Promise<string> {
    const { fileId } = await client.files.upload({
      file: new Blob([fileName]),
      fileName,
      useUniqueFileName: false,
      ...more,
    });
    return fileId ?? assert.fail('it is queued');
  }

  async function namesOf(criteria: SearchCriteria | string): Promise<string[]> {
    const query = searchQuery(criteria);
    const names: string[] = [];
    for await (const { name } of allAssets((...given) => client.assets.list(...given), {
      ...(query !== undefined && { searchQuery: query }),
      sort: 'ASC_NAME',
      pageSize: 2,
    })) {
      names.push(name);
    }
    return names;
  }

  test('a file gets versions, goes back to one and is copied, moved and renamed', async () => {
    const fileId = await store('v.txt');
    await store('v.txt', { file: new Blob(['second']) });
    const versions = await client.files.versions.list(fileId);
    assert.deepEqual(
      versions.map(({ type }) => type),
      ['file', 'file-version'],
    );
    const versionId = versions[1]?.versionInfo?.id ?? assert.fail();
    assert.equal((await client.files.versions.get(versionId, { fileId })).size, 5);
    assert.equal((await client.files.versions.restore(versionId, { fileId })).size, 5);
    await client.folders.create({ folderName: 'to', parentFolderPath: '/' });
    await client.files.copy({ sourceFilePath: '/v.txt', destinationPath: '/to' });
    await client.files.rename({ filePath: '/v.txt', newFileName: 'w.txt' });
    await client.files.move({ sourceFilePath: '/w.txt', destinationPath: '/to' });
    const listed = await client.assets.list({ type: 'file', path: '/to', sort: 'ASC_NAME' });
    assert.deepEqual(
      listed.map(({ filePath }) => filePath),
      ['/to/v.txt', '/to/w.txt'],
    );
  });

  test('folders are copied, renamed and moved by jobs that are waited for', async () => {
    await store('in.txt', { folder: '/jobs' });
    const options = { clock };
    const copy = await client.folders.copy({ sourceFolderPath: '/jobs', destinationPath: '/copy' });
    const copied = await waitForFolderJob(client.folders.job, copy.jobId, options);
    assert.equal(copied.status, 'Completed');
    const rename = await client.folders.rename({ folderPath: '/jobs', newFolderName: 'renamed' });
    await waitForFolderJob(client.folders.job, rename.jobId, options);
    const move = await client.folders.move({
      sourceFolderPath: '/renamed',
      destinationPath: '/copy',
    });
    await waitForFolderJob(client.folders.job, move.jobId, options);
    assert.deepEqual(await namesOf({ below: '/copy', type: 'file' }), ['in.txt', 'in.txt']);
  });

  test('many files are tagged and deleted in bulk, also where some are gone', async () => {
    const ids = await Promise.all(
      Array.from({ length: 60 }, (_, index) => store(`bulk${index}.txt`, { folder: '/bulk' })),
    );
    const tagged = await changeInBulk(ids, limits.bulkTagFiles, (fileIds) =>
      client.files.bulk.addTags({ fileIds, tags: ['bulky'] }),
    );
    assert.deepEqual(tagged.done.toSorted(), ids.toSorted());
    assert.equal((await namesOf({ tags: { anyOf: ['bulky'] } })).length, 60);
    await client.files.bulk.removeTags({ fileIds: ids.slice(0, 50), tags: ['bulky'] });
    assert.equal((await namesOf({ tags: { anyOf: ['bulky'] } })).length, 10);
    await client.files.delete(ids[0] ?? '');
    const deleted = await changeInBulk(ids, limits.bulkDeleteFiles, (fileIds) =>
      client.files.bulk.delete({ fileIds }),
    );
    assert.deepEqual([deleted.done.length, deleted.missing], [59, ids.slice(0, 1)]);
  });

  test('a search finds what its criteria say', async () => {
    const folder = '/search';
    await store('red-dress.txt', { folder, tags: ['summer sale'] });
    await store('blue-dress.txt', { folder, isPrivateFile: true });
    await store('notes.txt', { folder, file: new Blob(['x'.repeat(3000)]), tags: ['red'] });
    const below = folder;
    const searches: readonly [SearchCriteria, readonly string[]][] = [
      [{ below, words: 'dre' }, ['blue-dress.txt', 'red-dress.txt']],
      [{ below, words: 'red' }, ['notes.txt', 'red-dress.txt']],
      [{ below, words: 'SUMMER dress' }, ['red-dress.txt']],
      [{ below, name: 'notes.txt' }, ['notes.txt']],
      [{ below, name: ['notes.txt', 'x'] }, ['notes.txt']],
      [{ below, name: { startsWith: 'blue' } }, ['blue-dress.txt']],
      [{ below, tags: { anyOf: ['summer sale'] } }, ['red-dress.txt']],
      [{ below, type: 'file', tags: { noneOf: ['red'] } }, ['blue-dress.txt', 'red-dress.txt']],
      [{ below, size: { atLeast: 2000 } }, ['notes.txt']],
      [{ below, type: 'file', size: { atMost: '1kb' } }, ['blue-dress.txt', 'red-dress.txt']],
      [{ below, isPrivate: true }, ['blue-dress.txt']],
      [{ below, type: 'file', created: { atMost: '1d' } }, []],
      [{ below, format: 'txt', created: { atLeast: '1h' }, isPrivate: true }, ['blue-dress.txt']],
    ];
    for (const [criteria, names] of searches) {
      assert.deepEqual(await namesOf(criteria), names, searchQuery(criteria));
    }
  });

  test('custom metadata is set, searched and deleted', async () => {
    const field = await client.customMetadataFields.create({
      name: 'rating',
      label: 'Rating',
      schema: { type: 'Number', minValue: 0, maxValue: 9 },
    });
    const fileId = await store('rated.txt', { customMetadata: { rating: 4 } });
    assert.deepEqual(await namesOf({ customMetadata: { rating: { atLeast: 4 } } }), ['rated.txt']);
    assert.deepEqual(await namesOf({ customMetadata: { rating: { atLeast: 4.5 } } }), []);
    await assert.rejects(
      client.files.update(fileId, { customMetadata: { rating: 10 } }),
      (error) => isImageKitError(error, 'badRequest') && error.fieldErrors !== undefined,
    );
    await client.customMetadataFields.update(field.id, { label: 'Stars' });
    const [listed] = await client.customMetadataFields.list();
    assert.equal(listed?.label, 'Stars');
    await client.customMetadataFields.delete(field.id);
    assert.deepEqual(await client.customMetadataFields.list(), []);
  });

  test('the account’s own things are made, read, changed and deleted', async () => {
    const { savedExtensions, namedTransformations, accounts } = client;
    const saved = await savedExtensions.create({
      name: 'cut',
      description: 'Cut it out.',
      config: { name: 'remove-bg' },
    });
    assert.equal((await savedExtensions.update(saved.id, { name: 'cut out' })).name, 'cut out');
    assert.equal((await savedExtensions.get(saved.id)).config?.name, 'remove-bg');
    await savedExtensions.delete(saved.id);
    assert.deepEqual(await savedExtensions.list(), []);

    const named = await namedTransformations.create({ name: 'tiny', transformation: 'w-9' });
    await namedTransformations.update(named.id, { transformation: 'w-8' });
    assert.equal((await namedTransformations.get(named.id)).transformation, 'w-8');
    await namedTransformations.delete(named.id);

    const origin = await accounts.origins.create({ type: 'WEB_PROXY', name: 'Proxy' });
    const endpoint = await accounts.urlEndpoints.create({
      description: 'Shop',
      urlPrefix: 'shop',
      origins: [origin.id],
    });
    assert.ok((await accounts.urlEndpoints.list()).some(({ id }) => id === endpoint.id));
    await accounts.urlEndpoints.delete(endpoint.id);
    await accounts.origins.delete(origin.id);
    await assert.rejects(accounts.origins.get(origin.id), (error) =>
      isImageKitError(error, 'notFound'),
    );
    const days = { startDate: '2026-01-01', endDate: '2026-01-31' };
    assert.equal(typeof (await accounts.usage.get(days)).bandwidthBytes, 'number');
    assert.equal((await accounts.usageAnalytics.get(days)).startDate, days.startDate);
  });

  test('a purge is asked for and waited for', async () => {
    const url = `${emulator.urlEndpoint}/default-image.jpg*`;
    const { requestId } = await client.cache.invalidation.create({ url });
    const done = await waitForPurge(client.cache.invalidation, requestId, { clock });
    assert.equal(done.status, 'Completed');
  });

  test('the beta of the upload stores a file', async () => {
    const { filePath } = await client.beta.v2.files.upload({
      file: new Blob(['v2']),
      fileName: 'v2.txt',
      useUniqueFileName: false,
    });
    assert.equal(filePath, '/v2.txt');
  });
});
