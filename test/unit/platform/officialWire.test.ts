import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import busboy from '@fastify/busboy';
import ImageKit from '@imagekit/nodejs';
import { createImageKitClient } from '../../../src/core/api/createImageKitClient.ts';
import { createNodeFetchTransport } from '../../../src/platform/nodeFetchTransport.ts';
import { accountCalls } from '../core/api/accountWireCalls.ts';
import { fakeClock } from '../core/api/fakeClock.ts';
import { testKey, type GivenAnswer } from '../core/api/recordingTransport.ts';
import { uploadCalls } from '../core/api/uploadWireCalls.ts';
import { fileCalls } from '../core/api/wireCalls.ts';
import { startServer, type TestServer } from './testServer.ts';

/** What a service reads of a request, without what may differ from one client to the next. */
interface Arrived {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly user: string;
  readonly accept: string;
  /** Without the boundary of a form. */
  readonly contentType: string;
  /** JSON, or the parts of a form by name. */
  readonly body: unknown;
}

/** The parts by name: texts, and files with their name, type and bytes. */
function partsOf(request: IncomingMessage, contentType: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const parts: Record<string, unknown> = {};
    const reading: Promise<void>[] = [];
    const parser = busboy({ headers: { 'content-type': contentType } });
    parser.on('field', (name, value) => {
      assert(!(name in parts), `${name} is sent once`);
      parts[name] = value;
    });
    parser.on('file', (name, stream, fileName, _encoding, type) => {
      assert(!(name in parts), `${name} is sent once`);
      const keep = async (): Promise<void> => {
        parts[name] = { fileName, type, bytes: (await buffer(stream)).toString('base64') };
      };
      reading.push(keep());
    });
    parser.on('finish', () => void Promise.all(reading).then(() => resolve(parts), reject));
    parser.on('error', reject);
    request.pipe(parser);
  });
}

async function read(request: IncomingMessage): Promise<Arrived> {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://service.test');
  const contentType = request.headers['content-type'] ?? '';
  const isForm = contentType.startsWith('multipart/form-data');
  const text = isForm ? '' : (await buffer(request)).toString('utf8');
  const [user = ''] = atob(request.headers.authorization?.replace('Basic ', '') ?? '').split(':');
  return {
    method: request.method ?? '',
    path: decodeURIComponent(pathname),
    query: Object.fromEntries(searchParams),
    user,
    accept: request.headers.accept ?? '',
    contentType: contentType.replace(/; *boundary=.*/, ''),
    body: isForm
      ? await partsOf(request, contentType)
      : text === ''
        ? undefined
        : (JSON.parse(text) as unknown),
  };
}

/** Both over real connections: nothing between a client and the bytes on its socket is left out. */
suite('a service reads the same of ours and of the official client', () => {
  let server: TestServer;
  let given: GivenAnswer = {};
  let arrived: Arrived[] = [];

  suiteSetup(async () => {
    server = await startServer((request, response) => void answer(request, response));
  });
  suiteTeardown(() => server.stop());

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    arrived.push(await read(request));
    const { status = 200, body } = given;
    const text = body === undefined ? '' : JSON.stringify(body);
    response.writeHead(status, text === '' ? {} : { 'content-type': 'application/json' });
    response.end(text);
  }

  async function sentBy(call: () => Promise<unknown>): Promise<Arrived> {
    arrived = [];
    await call();
    const [only, ...more] = arrived;
    assert(only !== undefined && more.length === 0, `${arrived.length} requests`);
    return only;
  }

  for (const { name, ours, official, request, answer: reply } of [
    ...fileCalls,
    ...accountCalls,
    ...uploadCalls,
  ]) {
    test(`${name}: ${request.method} ${request.path}`, async () => {
      given = reply;
      const { origin } = server;
      const client = createImageKitClient({
        transport: createNodeFetchTransport(),
        clock: fakeClock(),
        account: { privateKey: testKey, apiOrigin: origin, uploadOrigin: origin },
      });
      const { accept, ...rest } = await sentBy(() => ours(client));
      const peer = new ImageKit({ privateKey: testKey, baseURL: origin, maxRetries: 0 });
      const { accept: peerAccept, ...peerRest } = await sentBy(() => official(peer));
      assert.deepEqual(rest, peerRest);
      assert.equal(rest.user, testKey);
      // Where nothing is answered, the official client takes anything; errors are JSON all the same.
      assert.equal(accept, 'application/json');
      assert(['application/json', '*/*'].includes(peerAccept), peerAccept);
    });
  }
});
