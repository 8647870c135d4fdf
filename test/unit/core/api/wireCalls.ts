import type ImageKit from '@imagekit/nodejs';
import type { ImageKitClient } from '../../../../src/core/api/createImageKitClient.ts';
import { exampleFile, type GivenAnswer } from './recordingTransport.ts';

/** What a request is on the wire, without host and headers. */
export interface WireRequest {
  readonly method: string;
  /** Percent-encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** The text fields of a form; a file stands as its name. */
  readonly form?: Readonly<Record<string, string>>;
}

/** One call of the client, of the official one, and what both send. */
export interface WireCall {
  /** The method's name from the client on: `files.bulk.delete`. */
  readonly name: string;
  readonly ours: (client: ImageKitClient) => Promise<unknown>;
  readonly official: (client: ImageKit) => Promise<unknown>;
  readonly request: WireRequest;
  readonly answer: GivenAnswer;
}

const file = { body: exampleFile };
const empty = { status: 204 };
const job = { body: { jobId: 'j1' } };
const metadata = { body: { height: 3, exif: { gps: { GPSLatitude: [1, 2, 3] } }, other: 1 } };

export const fileCalls: readonly WireCall[] = [
  {
    name: 'assets.list',
    ours: ({ assets }) =>
      assets.list({ path: '/a b/ü', type: 'file', sort: 'DESC_NAME', skip: 5, limit: 10 }),
    official: ({ assets }) =>
      assets.list({ path: '/a b/ü', type: 'file', sort: 'DESC_NAME', skip: 5, limit: 10 }),
    request: {
      method: 'GET',
      path: '/v1/files',
      query: { path: '/a b/ü', type: 'file', sort: 'DESC_NAME', skip: '5', limit: '10' },
    },
    answer: { body: [exampleFile] },
  },
  {
    name: 'assets.list',
    ours: ({ assets }) =>
      assets.list({ searchQuery: 'name = "a&b+c%" AND size > 1', fileType: 'image' }),
    official: ({ assets }) =>
      assets.list({ searchQuery: 'name = "a&b+c%" AND size > 1', fileType: 'image' }),
    request: {
      method: 'GET',
      path: '/v1/files',
      query: { searchQuery: 'name = "a&b+c%" AND size > 1', fileType: 'image' },
    },
    answer: { body: [] },
  },
  {
    name: 'files.get',
    ours: ({ files }) => files.get('a/b?c d'),
    official: ({ files }) => files.get('a/b?c d'),
    request: { method: 'GET', path: '/v1/files/a%2Fb%3Fc%20d/details' },
    answer: file,
  },
  {
    name: 'files.update',
    ours: ({ files }) =>
      files.update('f1', { tags: null, customMetadata: { price: null }, removeAITags: 'all' }),
    official: ({ files }) =>
      files.update('f1', { tags: null, customMetadata: { price: null }, removeAITags: 'all' }),
    request: {
      method: 'PATCH',
      path: '/v1/files/f1/details',
      json: { tags: null, customMetadata: { price: null }, removeAITags: 'all' },
    },
    answer: file,
  },
  {
    name: 'files.update',
    ours: ({ files }) =>
      files.update('f1', { publish: { isPublished: false, includeFileVersions: true } }),
    official: ({ files }) =>
      files.update('f1', { publish: { isPublished: false, includeFileVersions: true } }),
    request: {
      method: 'PATCH',
      path: '/v1/files/f1/details',
      json: { publish: { isPublished: false, includeFileVersions: true } },
    },
    answer: file,
  },
  {
    name: 'files.delete',
    ours: ({ files }) => files.delete('f1'),
    official: ({ files }) => files.delete('f1'),
    request: { method: 'DELETE', path: '/v1/files/f1' },
    answer: empty,
  },
  {
    name: 'files.copy',
    ours: ({ files }) =>
      files.copy({ sourceFilePath: '/a.jpg', destinationPath: '/b', includeFileVersions: true }),
    official: ({ files }) =>
      files.copy({ sourceFilePath: '/a.jpg', destinationPath: '/b', includeFileVersions: true }),
    request: {
      method: 'POST',
      path: '/v1/files/copy',
      json: { sourceFilePath: '/a.jpg', destinationPath: '/b', includeFileVersions: true },
    },
    answer: empty,
  },
  {
    name: 'files.move',
    ours: ({ files }) => files.move({ sourceFilePath: '/a.jpg', destinationPath: '/' }),
    official: ({ files }) => files.move({ sourceFilePath: '/a.jpg', destinationPath: '/' }),
    request: {
      method: 'POST',
      path: '/v1/files/move',
      json: { sourceFilePath: '/a.jpg', destinationPath: '/' },
    },
    answer: empty,
  },
  {
    name: 'files.rename',
    ours: ({ files }) => files.rename({ filePath: '/a.jpg', newFileName: 'b.jpg' }),
    official: ({ files }) => files.rename({ filePath: '/a.jpg', newFileName: 'b.jpg' }),
    request: {
      method: 'PUT',
      path: '/v1/files/rename',
      json: { filePath: '/a.jpg', newFileName: 'b.jpg' },
    },
    answer: { body: {} },
  },
  {
    name: 'files.bulk.delete',
    ours: ({ files }) => files.bulk.delete({ fileIds: ['f1', 'f2'] }),
    official: ({ files }) => files.bulk.delete({ fileIds: ['f1', 'f2'] }),
    request: {
      method: 'POST',
      path: '/v1/files/batch/deleteByFileIds',
      json: { fileIds: ['f1', 'f2'] },
    },
    answer: { body: { successfullyDeletedFileIds: ['f1', 'f2'] } },
  },
  {
    name: 'files.bulk.addTags',
    ours: ({ files }) => files.bulk.addTags({ fileIds: ['f1'], tags: ['a', 'b c'] }),
    official: ({ files }) => files.bulk.addTags({ fileIds: ['f1'], tags: ['a', 'b c'] }),
    request: {
      method: 'POST',
      path: '/v1/files/addTags',
      json: { fileIds: ['f1'], tags: ['a', 'b c'] },
    },
    answer: { body: { successfullyUpdatedFileIds: ['f1'] } },
  },
  {
    name: 'files.bulk.removeTags',
    ours: ({ files }) => files.bulk.removeTags({ fileIds: ['f1'], tags: ['a'] }),
    official: ({ files }) => files.bulk.removeTags({ fileIds: ['f1'], tags: ['a'] }),
    request: {
      method: 'POST',
      path: '/v1/files/removeTags',
      json: { fileIds: ['f1'], tags: ['a'] },
    },
    answer: { body: { successfullyUpdatedFileIds: ['f1'] } },
  },
  {
    name: 'files.bulk.removeAITags',
    ours: ({ files }) => files.bulk.removeAITags({ fileIds: ['f1'], AITags: ['a'] }),
    official: ({ files }) => files.bulk.removeAITags({ fileIds: ['f1'], AITags: ['a'] }),
    request: {
      method: 'POST',
      path: '/v1/files/removeAITags',
      json: { fileIds: ['f1'], AITags: ['a'] },
    },
    answer: { body: { successfullyUpdatedFileIds: ['f1'] } },
  },
  {
    name: 'files.versions.list',
    ours: ({ files }) => files.versions.list('f1'),
    official: ({ files }) => files.versions.list('f1'),
    request: { method: 'GET', path: '/v1/files/f1/versions' },
    answer: { body: [exampleFile, { ...exampleFile, type: 'file-version' }] },
  },
  {
    name: 'files.versions.get',
    ours: ({ files }) => files.versions.get('v1', { fileId: 'f1' }),
    official: ({ files }) => files.versions.get('v1', { fileId: 'f1' }),
    request: { method: 'GET', path: '/v1/files/f1/versions/v1' },
    answer: file,
  },
  {
    name: 'files.versions.delete',
    ours: ({ files }) => files.versions.delete('v1', { fileId: 'f1' }),
    official: ({ files }) => files.versions.delete('v1', { fileId: 'f1' }),
    request: { method: 'DELETE', path: '/v1/files/f1/versions/v1' },
    answer: empty,
  },
  {
    name: 'files.versions.restore',
    ours: ({ files }) => files.versions.restore('v1', { fileId: 'f1' }),
    official: ({ files }) => files.versions.restore('v1', { fileId: 'f1' }),
    request: { method: 'PUT', path: '/v1/files/f1/versions/v1/restore' },
    answer: file,
  },
  {
    name: 'files.metadata.get',
    ours: ({ files }) => files.metadata.get('f1'),
    official: ({ files }) => files.metadata.get('f1'),
    request: { method: 'GET', path: '/v1/files/f1/metadata' },
    answer: metadata,
  },
  {
    name: 'files.metadata.getFromURL',
    ours: ({ files }) => files.metadata.getFromURL({ url: 'https://ik.test/a b.jpg?x=1&y=ü' }),
    official: ({ files }) => files.metadata.getFromURL({ url: 'https://ik.test/a b.jpg?x=1&y=ü' }),
    request: {
      method: 'GET',
      path: '/v1/metadata',
      query: { url: 'https://ik.test/a b.jpg?x=1&y=ü' },
    },
    answer: metadata,
  },
  {
    name: 'folders.create',
    ours: ({ folders }) => folders.create({ folderName: 'new', parentFolderPath: '/a/' }),
    official: ({ folders }) => folders.create({ folderName: 'new', parentFolderPath: '/a/' }),
    request: {
      method: 'POST',
      path: '/v1/folder',
      json: { folderName: 'new', parentFolderPath: '/a/' },
    },
    answer: { status: 201 },
  },
  {
    name: 'folders.delete',
    ours: ({ folders }) => folders.delete({ folderPath: '/a/b' }),
    official: ({ folders }) => folders.delete({ folderPath: '/a/b' }),
    request: { method: 'DELETE', path: '/v1/folder', json: { folderPath: '/a/b' } },
    answer: empty,
  },
  {
    name: 'folders.copy',
    ours: ({ folders }) =>
      folders.copy({ sourceFolderPath: '/a', destinationPath: '/b', includeVersions: false }),
    official: ({ folders }) =>
      folders.copy({ sourceFolderPath: '/a', destinationPath: '/b', includeVersions: false }),
    request: {
      method: 'POST',
      path: '/v1/bulkJobs/copyFolder',
      json: { sourceFolderPath: '/a', destinationPath: '/b', includeVersions: false },
    },
    answer: job,
  },
  {
    name: 'folders.move',
    ours: ({ folders }) => folders.move({ sourceFolderPath: '/a', destinationPath: '/b' }),
    official: ({ folders }) => folders.move({ sourceFolderPath: '/a', destinationPath: '/b' }),
    request: {
      method: 'POST',
      path: '/v1/bulkJobs/moveFolder',
      json: { sourceFolderPath: '/a', destinationPath: '/b' },
    },
    answer: job,
  },
  {
    name: 'folders.rename',
    ours: ({ folders }) =>
      folders.rename({ folderPath: '/a', newFolderName: 'b', purgeCache: true }),
    official: ({ folders }) =>
      folders.rename({ folderPath: '/a', newFolderName: 'b', purgeCache: true }),
    request: {
      method: 'POST',
      path: '/v1/bulkJobs/renameFolder',
      json: { folderPath: '/a', newFolderName: 'b', purgeCache: true },
    },
    answer: { status: 202, body: { jobId: 'j1' } },
  },
  {
    name: 'folders.job.get',
    ours: ({ folders }) => folders.job.get('j1'),
    official: ({ folders }) => folders.job.get('j1'),
    request: { method: 'GET', path: '/v1/bulkJobs/j1' },
    answer: { body: { jobId: 'j1', type: 'MOVE_FOLDER', status: 'Pending' } },
  },
  {
    name: 'cache.invalidation.create',
    ours: ({ cache }) => cache.invalidation.create({ url: 'https://ik.test/a.jpg*' }),
    official: ({ cache }) => cache.invalidation.create({ url: 'https://ik.test/a.jpg*' }),
    request: { method: 'POST', path: '/v1/files/purge', json: { url: 'https://ik.test/a.jpg*' } },
    answer: { status: 201, body: { requestId: 'r1' } },
  },
  {
    name: 'cache.invalidation.get',
    ours: ({ cache }) => cache.invalidation.get('r1'),
    official: ({ cache }) => cache.invalidation.get('r1'),
    request: { method: 'GET', path: '/v1/files/purge/r1' },
    answer: { body: { status: 'Completed' } },
  },
];
