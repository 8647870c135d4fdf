import assert from 'node:assert/strict';
import type { ImageKitClient } from '../../../../src/core/api/createImageKitClient.ts';
import { isImageKitError } from '../../../../src/core/api/imageKitError.ts';
import { exampleFile, exampleFolder, recordingClient } from './recordingTransport.ts';

type Call = (client: ImageKitClient) => Promise<unknown>;

const range = { startDate: '2026-01-01', endDate: '2026-01-02' };

/** Answers with one member of a wrong type, and the member that the error names. */
const wrong: readonly [string, unknown, string, Call][] = [
  ['a list', {}, 'the whole body', (c) => c.assets.list()],
  ['a file', { ...exampleFile, size: '5' }, 'size', (c) => c.files.get('f')],
  [
    'a folder in a list of files',
    [exampleFolder],
    '0.fileId',
    (c) => c.assets.list({ type: 'file' }),
  ],
  [
    'a file in a list of folders',
    [exampleFile],
    '0.type',
    (c) => c.assets.list({ type: 'folder' }),
  ],
  ['a version', [{ ...exampleFile, tags: 'a' }], '0.tags', (c) => c.files.versions.list('f')],
  ['metadata', { exif: { gps: 5 } }, 'exif.gps', (c) => c.files.metadata.get('f')],
  [
    'a bulk answer',
    { errors: [{ fileId: 'f' }] },
    'errors.0.error',
    (c) => c.files.bulk.delete({ fileIds: ['f'] }),
  ],
  [
    'a started job',
    {},
    'jobId',
    (c) => c.folders.move({ sourceFolderPath: '/a', destinationPath: '/b' }),
  ],
  ['a job', { status: 'Lost' }, 'status', (c) => c.folders.job.get('j')],
  ['a purge', { status: null }, 'status', (c) => c.cache.invalidation.get('r')],
  [
    'a custom field',
    [{ id: 'c', name: 'n', label: 'l', schema: { type: 'Color' } }],
    '0.schema.type',
    (c) => c.customMetadataFields.list(),
  ],
  ['a saved extension', { id: 's' }, 'name', (c) => c.savedExtensions.get('s')],
  ['a named transformation', [{ id: 5 }], '0.id', (c) => c.namedTransformations.list()],
  ['usage', { bandwidthBytes: '5' }, 'bandwidthBytes', (c) => c.accounts.usage.get(range)],
  [
    'analytics',
    { ...range, country: { byRequests: [{ requestCount: 'many' }] } },
    'country.byRequests.0.requestCount',
    (c) => c.accounts.usageAnalytics.get(range),
  ],
  ['an origin', { id: 'o', name: 'n', type: 5 }, 'type', (c) => c.accounts.origins.get('o')],
  [
    'a URL endpoint',
    { id: 'u', origins: [1] },
    'origins.0',
    (c) => c.accounts.urlEndpoints.get('u'),
  ],
];

suite('answers of a wrong shape', () => {
  for (const [what, body, subject, call] of wrong) {
    test(`${what}: the error names ${subject}`, async () => {
      const { client } = recordingClient({ body, headers: { 'x-ik-requestid': 'r-7' } });
      await assert.rejects(call(client), (error) => {
        assert.ok(isImageKitError(error, 'invalidResponse'), String(error));
        assert.equal(error.subject, subject);
        assert.equal(error.requestId, 'r-7');
        assert.ok(error.message.includes(subject), error.message);
        return true;
      });
    });
  }
});

suite('answers of another status', () => {
  test('a bulk call that failed for some says which', async () => {
    const body = {
      successfullyDeletedFileIds: ['a'],
      errors: [{ fileId: 'b', error: 'The file is in use.' }],
    };
    const { client } = recordingClient({ status: 207, body });
    assert.deepEqual(await client.files.bulk.delete({ fileIds: ['a', 'b'] }), body);
  });

  test('a file that was renamed but whose old URL could not be purged says so', async () => {
    const body = { message: 'No purges left.', help: 'x', reason: 'PURGE_FAILED' };
    const { client } = recordingClient({ status: 207, body });
    const renamed = await client.files.rename({
      filePath: '/a.jpg',
      newFileName: 'b.jpg',
      purgeCache: true,
    });
    assert.equal(renamed.reason, 'PURGE_FAILED');
  });

  test('a renaming that is answered with nothing is done', async () => {
    const { client } = recordingClient({ status: 200 });
    const renamed = await client.files.rename({ filePath: '/a.jpg', newFileName: 'b.jpg' });
    assert.deepEqual(renamed, {});
  });

  test('a job that was done in part says so', async () => {
    const body = { jobId: 'j', type: 'RENAME_FOLDER', status: 'Partial success', message: 'x' };
    const { client } = recordingClient({ status: 207, body });
    assert.deepEqual(await client.folders.job.get('j'), body);
  });
});
