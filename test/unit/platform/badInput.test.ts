import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../../src/core/api/clock.ts';
import { createImageKitClient } from '../../../src/core/api/createImageKitClient.ts';
import { describeError } from '../../../src/core/api/describeError.ts';
import { isImageKitError, type ImageKitErrorReason } from '../../../src/core/api/imageKitError.ts';
import type { FileUploadParams } from '../../../src/core/api/upload/uploadParams.ts';
import { createNodeFetchTransport } from '../../../src/platform/nodeFetchTransport.ts';
import { openFileAsBlob } from '../../../src/platform/openFile.ts';
import { startServer, type TestServer } from './testServer.ts';

type Answer = (response: ServerResponse) => unknown;

const json = { 'content-type': 'application/json' };

suite('bad input, over a real connection', () => {
  let server: TestServer;
  let answer: Answer;
  /** Method and path of what the service got. */
  let requests: string[];
  let folder: string;

  suiteSetup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'imagekit-bad-'));
    server = await startServer((request, response) => {
      requests.push(`${request.method} ${request.url?.split('?')[0]}`);
      request.resume().on('end', () => {
        // What an upload is looked for in is empty.
        if (request.method === 'GET') response.writeHead(200, json).end('[]');
        else answer(response);
      });
    });
  });
  setup(() => {
    requests = [];
    answer = (response) => response.writeHead(500).end();
  });
  suiteTeardown(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  async function upload(params: Partial<FileUploadParams>): Promise<unknown> {
    const { origin } = server;
    const client = createImageKitClient({
      transport: createNodeFetchTransport(),
      clock: { ...systemClock, wait: (_, signal) => systemClock.wait(1, signal) },
      account: { privateKey: 'private_x', apiOrigin: origin, uploadOrigin: origin },
    });
    return client.files.upload({ file: new Blob(['x']), fileName: 'a.txt', ...params });
  }

  async function fails(work: Promise<unknown>, reason: ImageKitErrorReason): Promise<void> {
    const error: unknown = await work.then(
      () => assert.fail('it succeeded'),
      (thrown: unknown) => thrown,
    );
    assert(isImageKitError(error, reason), String(error));
    assert.match(describeError(error), /^[^\n]{10,300}[.!)”]$/);
  }

  const refusedHere: readonly [string, () => Promise<unknown>, ImageKitErrorReason][] = [
    ['an empty file', () => upload({ file: new Blob([]) }), 'invalidInput'],
    ['a name without characters', () => upload({ fileName: '' }), 'invalidInput'],
    ['a name of blanks', () => upload({ fileName: '  ' }), 'invalidInput'],
    ['a folder', () => openFileAsBlob(folder), 'fileUnreadable'],
    ['a device', () => openFileAsBlob('/dev/zero'), 'fileUnreadable'],
    ['no file', () => openFileAsBlob(join(folder, 'none')), 'fileMissing'],
    ['a folder path that climbs', () => upload({ folder: '/a/../b' }), 'invalidInput'],
    ['base64 that is none', () => upload({ file: 'not base64!' }), 'invalidInput'],
    ['base64 that is cut off', () => upload({ file: 'aGVsbG8' }), 'invalidInput'],
    [
      'a name of 300 characters',
      () => upload({ fileName: `${'n'.repeat(296)}.txt` }),
      'invalidInput',
    ],
    ['a name that climbs', () => upload({ fileName: '..' }), 'invalidInput'],
    ['a path in the place of a name', () => upload({ fileName: '../x.jpg' }), 'invalidInput'],
    ['a name with a null character', () => upload({ fileName: 'a\0.jpg' }), 'invalidInput'],
  ];
  for (const [what, work, reason] of refusedHere) {
    test(`${what} is refused before anything is sent`, async function () {
      if (what === 'a device' && process.platform === 'win32') this.skip();
      await fails(work(), reason);
      assert.deepEqual(requests, []);
    });
  }

  const refusedThere: readonly [string, Answer, Partial<FileUploadParams>, ImageKitErrorReason][] =
    [
      [
        'a web page in place of JSON',
        (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in'),
        {},
        'invalidResponse',
      ],
      [
        'JSON that breaks off',
        (response) => response.writeHead(200, json).end('{"fileId": "1", '),
        {},
        'invalidResponse',
      ],
      [
        'an error of 30 MB',
        (response) => response.writeHead(500, json).end(Buffer.alloc(30_000_000, 'x')),
        {},
        'server',
      ],
      [
        'an answer of 70 MB',
        (response) => response.writeHead(200, json).end(Buffer.alloc(70_000_000, ' ')),
        {},
        'invalidResponse',
      ],
      [
        'a redirect with a web page of 30 MB',
        (response) => response.writeHead(302, { location: '/' }).end(Buffer.alloc(30_000_000, 'x')),
        {},
        'invalidResponse',
      ],
      [
        'a redirect to itself',
        (response) => response.writeHead(302, { location: '/api/v1/files/upload' }).end(),
        {},
        'invalidResponse',
      ],
    ];
  for (const [what, given, params, reason] of refusedThere) {
    test(`${what} is a typed error, and the file is sent once`, async () => {
      answer = given;
      await fails(upload(params), reason);
      assert.equal(requests.filter((request) => request.startsWith('POST ')).length, 1);
    });
  }

  test('a file that is read for nothing is closed again', async () => {
    const path = join(folder, 'a.txt');
    await writeFile(path, 'text');
    answer = (response) => response.writeHead(403, json).end('{"message":"No"}');
    await fails(upload({ file: await openFileAsBlob(path) }), 'forbidden');
    await writeFile(path, 'another text');
  });
});
