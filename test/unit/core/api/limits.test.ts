import assert from 'node:assert/strict';
import type { ImageKitClient } from '../../../../src/core/api/createImageKitClient.ts';
import { isImageKitError } from '../../../../src/core/api/imageKitError.ts';
import { recordingClient } from './recordingTransport.ts';

type Call = (client: ImageKitClient) => Promise<unknown>;

const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => `f${index}`);
const long = (length: number): string => 'x'.repeat(length);
const number = { type: 'Number' } as const;
const cut = { name: 'remove-bg' } as const;
const web = { type: 'WEB_PROXY' } as const;
const task = { type: 'select_tags', instruction: 'Look.' } as const;
const tasks = (count: number, change: object = {}): Call => {
  const list = Array.from({ length: count }, () => ({ ...task, ...change }));
  return ({ files }) => files.update('f1', { extensions: [{ name: 'ai-tasks', tasks: list }] });
};
const days = (startDate: string, endDate: string) => ({ startDate, endDate });

/** What is refused before anything is sent, with the field that is named. */
const refused: readonly [string, string, Call][] = [
  ['deleting no file', 'fileIds', (c) => c.files.bulk.delete({ fileIds: [] })],
  ['deleting 101 files', 'fileIds', (c) => c.files.bulk.delete({ fileIds: ids(101) })],
  ['tagging no file', 'fileIds', (c) => c.files.bulk.addTags({ fileIds: [], tags: ['a'] })],
  ['tagging 51 files', 'fileIds', (c) => c.files.bulk.addTags({ fileIds: ids(51), tags: ['a'] })],
  ['adding no tag', 'tags', (c) => c.files.bulk.addTags({ fileIds: ids(1), tags: [] })],
  [
    'removing 501 characters of tags',
    'tags',
    (c) => c.files.bulk.removeTags({ fileIds: ids(1), tags: [long(250), long(250)] }),
  ],
  [
    'removing AI tags of 51 files',
    'fileIds',
    (c) => c.files.bulk.removeAITags({ fileIds: ids(51), AITags: ['a'] }),
  ],
  [
    'removing no AI tag',
    'AITags',
    (c) => c.files.bulk.removeAITags({ fileIds: ids(1), AITags: [] }),
  ],
  ['setting 501 characters of tags', 'tags', (c) => c.files.update('f', { tags: [long(501)] })],
  [
    'setting three coordinates',
    'customCoordinates',
    (c) => c.files.update('f', { customCoordinates: '1,2,3' }),
  ],
  [
    'publishing beside other changes',
    'publish',
    (c) => c.files.update('f', Object.assign({ publish: { isPublished: true } }, { tags: ['a'] })),
  ],
  ['a file without an id', 'fileId', (c) => c.files.get('')],
  ['a file id that climbs', 'fileId', (c) => c.files.delete('..')],
  ['a blank file id', 'fileId', (c) => c.files.versions.list(' ')],
  ['a version without an id', 'versionId', (c) => c.files.versions.get('', { fileId: 'f' })],
  ['a version id that climbs', 'versionId', (c) => c.files.versions.restore('.', { fileId: 'f' })],
  ['metadata of no address', 'url', (c) => c.files.metadata.getFromURL({ url: '/a.jpg' })],
  ['metadata of a broken address', 'url', (c) => c.files.metadata.getFromURL({ url: 'https://' })],
  [
    'copying what is no file',
    'sourceFilePath',
    (c) => c.files.copy({ sourceFilePath: '/a/', destinationPath: '/b' }),
  ],
  [
    'moving to a folder that climbs',
    'destinationPath',
    (c) => c.files.move({ sourceFilePath: '/a', destinationPath: '/../b' }),
  ],
  [
    'renaming to a path',
    'newFileName',
    (c) => c.files.rename({ filePath: '/a', newFileName: 'b/c' }),
  ],
  [
    'renaming to nothing',
    'newFileName',
    (c) => c.files.rename({ filePath: '/a', newFileName: '' }),
  ],
  [
    'renaming the root',
    'folderPath',
    (c) => c.folders.rename({ folderPath: '/', newFolderName: 'a' }),
  ],
  [
    'renaming a folder to a path',
    'newFolderName',
    (c) => c.folders.rename({ folderPath: '/a', newFolderName: 'b/c' }),
  ],
  [
    'copying the root',
    'sourceFolderPath',
    (c) => c.folders.copy({ sourceFolderPath: '/', destinationPath: '/a' }),
  ],
  [
    'moving a folder of 51 levels',
    'sourceFolderPath',
    (c) => c.folders.move({ sourceFolderPath: '/x'.repeat(51), destinationPath: '/a' }),
  ],
  ['a job without an id', 'jobId', (c) => c.folders.job.get('')],
  ['a purge of no address', 'url', (c) => c.cache.invalidation.create({ url: 'a.jpg' })],
  [
    'a purge with a star inside',
    'url',
    (c) => c.cache.invalidation.create({ url: 'https://ik.test/*/a.jpg' }),
  ],
  [
    'a purge with two stars',
    'url',
    (c) => c.cache.invalidation.create({ url: 'https://ik.test/a**' }),
  ],
  [
    'a field without a name',
    'name',
    (c) => c.customMetadataFields.create({ name: '', label: 'x', schema: number }),
  ],
  [
    'a field without a label',
    'label',
    (c) => c.customMetadataFields.create({ name: 'x', label: ' ', schema: number }),
  ],
  [
    'a field with 501 characters of description',
    'description',
    (c) => c.customMetadataFields.update('c', { description: long(501) }),
  ],
  [
    'a required field without a default',
    'schema',
    (c) => c.customMetadataFields.update('c', { schema: { isValueRequired: true } }),
  ],
  [
    'a saved extension without a name',
    'name',
    (c) => c.savedExtensions.create({ name: '', description: 'x', config: cut }),
  ],
  [
    'a saved extension without a description',
    'description',
    (c) => c.savedExtensions.update('s', { description: '' }),
  ],
  [
    'a saved extension with a confidence of 101',
    'minConfidence',
    (c) =>
      c.savedExtensions.update('s', {
        config: { name: 'aws-auto-tagging', minConfidence: 101, maxTags: 1 },
      }),
  ],
  [
    'a named transformation with a hyphen',
    'name',
    (c) => c.namedTransformations.create({ name: 'a-b', transformation: 'w-1' }),
  ],
  [
    'an empty named transformation',
    'transformation',
    (c) => c.namedTransformations.update('n', { transformation: ' ' }),
  ],
  ['usage of no day', 'startDate', (c) => c.accounts.usage.get(days('1.1.2026', '2026-01-02'))],
  ['usage to no day', 'endDate', (c) => c.accounts.usage.get(days('2026-01-01', '2026-02-30'))],
  ['usage of one day', 'endDate', (c) => c.accounts.usage.get(days('2026-01-01', '2026-01-01'))],
  ['usage of 90 days', 'endDate', (c) => c.accounts.usage.get(days('2026-01-01', '2026-04-01'))],
  [
    'analytics that end before they start',
    'endDate',
    (c) => c.accounts.usageAnalytics.get(days('2026-01-02', '2026-01-01')),
  ],
  ['an origin without a name', 'name', (c) => c.accounts.origins.create({ ...web, name: '' })],
  [
    'an origin with 101 characters',
    'name',
    (c) => c.accounts.origins.update('o', { ...web, name: long(101) }),
  ],
  ['an origin with a slash', 'name', (c) => c.accounts.origins.create({ ...web, name: 'a/b' })],
  [
    'a URL endpoint without a description',
    'description',
    (c) => c.accounts.urlEndpoints.create({ description: '' }),
  ],
  [
    'a URL endpoint with 11 origins',
    'origins',
    (c) => c.accounts.urlEndpoints.create({ description: 'x', origins: ids(11) }),
  ],
  [
    'a URL endpoint with a slash',
    'urlPrefix',
    (c) => c.accounts.urlEndpoints.update('u', { description: 'x', urlPrefix: 'a/b' }),
  ],
  ['11 AI tasks', 'tasks', tasks(11)],
  ['an AI task without words', 'instruction', tasks(1, { instruction: '' })],
  ['an AI task of 2001 characters', 'instruction', tasks(1, { instruction: long(2001) })],
  ['an AI task with 31 words', 'vocabulary', tasks(1, { vocabulary: ids(31) })],
  ['an AI task that selects nothing', 'max_selections', tasks(1, { max_selections: 0 })],
  [
    'a saved extension without its id',
    'extensions',
    (c) => c.files.update('f', { extensions: [{ name: 'saved-extension', id: '' }] }),
  ],
];

/** The last thing that is still sent. */
const taken: readonly [string, Call][] = [
  ['deleting 100 files', (c) => c.files.bulk.delete({ fileIds: ids(100) })],
  ['tagging 50 files', (c) => c.files.bulk.addTags({ fileIds: ids(50), tags: [long(500)] })],
  ['usage of 89 days', (c) => c.accounts.usage.get(days('2026-01-01', '2026-03-31'))],
  [
    'a purge of all that begins so',
    (c) => c.cache.invalidation.create({ url: 'https://ik.test/a.jpg*' }),
  ],
  [
    'a description of 500 characters',
    (c) => c.customMetadataFields.update('c', { description: long(500) }),
  ],
  [
    'a URL endpoint with 10 origins and no prefix',
    (c) =>
      c.accounts.urlEndpoints.create({ description: long(1000), origins: ids(10), urlPrefix: '' }),
  ],
  ['10 AI tasks of 2000 characters', tasks(10, { instruction: long(2000), vocabulary: ids(30) })],
];

suite('limits of the service', () => {
  for (const [what, subject, call] of refused) {
    test(`${what} is refused before anything is sent, with a sentence about ${subject}`, async () => {
      const { client, requests } = recordingClient({ body: {} });
      await assert.rejects(call(client), (error) => {
        assert.ok(isImageKitError(error, 'invalidInput'), String(error));
        assert.equal(error.subject, subject);
        assert.match(error.message, /^["A-Za-z].+\.$/);
        return true;
      });
      assert.equal(requests.length, 0);
    });
  }

  for (const [what, call] of taken) {
    test(`${what} is sent`, async () => {
      const { client, requests } = recordingClient({ status: 400 });
      await assert.rejects(call(client), (error) => isImageKitError(error, 'badRequest'));
      assert.equal(requests.length, 1);
    });
  }
});
