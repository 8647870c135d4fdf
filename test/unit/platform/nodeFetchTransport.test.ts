import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, RequestListener } from 'node:http';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { isImageKitError } from '../../../src/core/api/imageKitError.ts';
import type { HttpRequest } from '../../../src/core/api/httpTransport.ts';
import { createNodeFetchTransport } from '../../../src/platform/nodeFetchTransport.ts';
import { openFileAsBlob } from '../../../src/platform/openFile.ts';
import { liveMemory } from './liveMemory.ts';
import { startRawServer, startServer, type TestServer } from './testServer.ts';
import { startTlsServer, trustingTlsServer } from './tlsServer.ts';

async function failureOf(request: Partial<HttpRequest> & { url: string }, times = {}) {
  try {
    const response = await createNodeFetchTransport(times)({ method: 'GET', ...request });
    await response.text();
  } catch (error) {
    assert.ok(isImageKitError(error), String(error));
    return error;
  }
  return assert.fail('The request succeeded.');
}

suite('node-fetch transport', () => {
  const servers: TestServer[] = [];
  let folder = '';

  setup(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'imagekit-transport-'));
  });

  teardown(async () => {
    await Promise.all(servers.splice(0).map((server) => server.stop()));
    await rm(folder, { recursive: true });
  });

  async function serve(...args: Parameters<typeof startServer>): Promise<TestServer> {
    const server = await startServer(...args);
    servers.push(server);
    return server;
  }

  async function serveRaw(...args: Parameters<typeof startRawServer>): Promise<TestServer> {
    const server = await startRawServer(...args);
    servers.push(server);
    return server;
  }

  async function serveTls(listener: RequestListener): Promise<TestServer> {
    const server = await startTlsServer(listener);
    servers.push(server);
    return server;
  }

  /** A form with a file of zeros on disk, made without writing them. */
  async function sparseForm(bytes: number): Promise<{ form: FormData; filePath: string }> {
    const filePath = path.join(folder, 'sparse.bin');
    const handle = await open(filePath, 'w');
    await handle.truncate(bytes);
    await handle.close();
    const form = new FormData();
    form.append('fileName', 'sparse.bin');
    form.append('file', await openFileAsBlob(filePath));
    return { form, filePath };
  }

  suite('requests', () => {
    test('sends method, headers and JSON, and gives status, headers and text', async () => {
      let seen: { message: IncomingMessage; body: string } | undefined;
      const server = await serve((message, response) => {
        void (async () => {
          seen = { message, body: await text(message) };
          response.writeHead(207, { 'X-Ik-RequestId': 'abc' }).end('{"ü":1}');
        })();
      });
      const response = await createNodeFetchTransport()({
        method: 'DELETE',
        url: `${server.origin}/v1/folder?a=1%2C2`,
        headers: { Authorization: 'Basic eA==' },
        body: { kind: 'json', value: { folderPath: '/é' } },
      });
      assert.equal(response.status, 207);
      assert.equal(response.header('x-ik-requestid'), 'abc');
      assert.equal(response.header('X-IK-RequestID'), 'abc');
      assert.equal(response.header('x-missing'), undefined);
      assert.equal(await response.text(), '{"ü":1}');
      assert.equal(seen?.message.method, 'DELETE');
      assert.equal(seen.message.url, '/v1/folder?a=1%2C2');
      assert.equal(seen.message.headers.authorization, 'Basic eA==');
      assert.equal(seen.message.headers['content-type'], 'application/json');
      assert.equal(seen.body, '{"folderPath":"/é"}');
    });

    test('announces the length of a form and reports progress that ends at it', async () => {
      let received = 0;
      let announced = '';
      const server = await serve((message, response) => {
        announced = message.headers['content-length'] ?? '';
        message.on('data', (chunk: Buffer) => (received += chunk.length));
        message.on('end', () => response.end('{}'));
      });
      const progress: [number, number][] = [];
      const { form } = await sparseForm(3_000_001);
      const response = await createNodeFetchTransport()({
        method: 'POST',
        url: server.origin,
        body: { kind: 'form', form },
        onUploadProgress: (sent, total) => progress.push([sent, total]),
      });
      await response.text();
      assert.equal(announced, String(received));
      assert.ok(received > 3_000_001);
      assert.deepEqual(progress.at(-1), [received, received]);
      assert.ok(progress.length > 10);
      assert.ok(
        progress.every(
          ([sent, total], index) => total === received && sent > (progress[index - 1]?.[0] ?? 0),
        ),
      );
    });

    test('reuses a connection', async () => {
      const server = await serve((_message, response) => response.end('ok'));
      const transport = createNodeFetchTransport();
      for (let request = 0; request < 3; request++) {
        await (await transport({ method: 'GET', url: server.origin })).text();
      }
      assert.equal(server.sockets.length, 1);
    });

    test('speaks TLS with a host whose certificate is trusted, and reuses the connection', async () => {
      const server = await serveTls((_message, response) => void response.end('secret'));
      await trustingTlsServer(async () => {
        const transport = createNodeFetchTransport();
        for (let request = 0; request < 2; request++) {
          const response = await transport({ method: 'GET', url: server.origin });
          assert.equal(await response.text(), 'secret');
        }
      });
      assert.equal(server.sockets.length, 1);
    });

    test('refuses an address that is none', async () => {
      await assert.rejects(
        createNodeFetchTransport()({ method: 'GET', url: 'nonsense' }),
        (error) => isImageKitError(error, 'invalidInput'),
      );
    });
  });

  suite('redirects', () => {
    test('go to another host without the key', async () => {
      let authorization: string | undefined = 'never asked';
      const other = await serve((message, response) => {
        ({ authorization } = message.headers);
        response.end('there');
      });
      const first = await serve((_message, response) =>
        response.writeHead(302, { Location: `${other.origin}/x` }).end(),
      );
      const response = await createNodeFetchTransport()({
        method: 'GET',
        url: first.origin,
        headers: { authorization: 'Basic eA==' },
      });
      assert.equal(await response.text(), 'there');
      assert.equal(authorization, undefined);
    });

    test('keep the key within one origin', async () => {
      let authorization: string | undefined;
      const server = await serve((message, response) => {
        if (message.url === '/old')
          return response.writeHead(301, { Location: '/new' }).end('moved');
        ({ authorization } = message.headers);
        return response.end('new');
      });
      const response = await createNodeFetchTransport()({
        method: 'GET',
        url: `${server.origin}/old`,
        headers: { Authorization: 'Basic eA==' },
      });
      assert.equal(await response.text(), 'new');
      assert.equal(authorization, 'Basic eA==');
    });

    test('that go round and round end as the redirect that they are', async () => {
      let requests = 0;
      const server = await serve((_message, response) => {
        requests++;
        response.writeHead(302, { Location: '/again' }).end();
      });
      const response = await createNodeFetchTransport()({ method: 'GET', url: server.origin });
      await response.text();
      assert.equal(response.status, 302);
      assert.equal(requests, 6);
    });

    test('of an upload are not followed, so that nothing is sent twice', async () => {
      let requests = 0;
      const server = await serve((message, response) => {
        requests++;
        message.resume().on('end', () => response.writeHead(307, { Location: '/again' }).end());
      });
      const { form } = await sparseForm(1000);
      const response = await createNodeFetchTransport()({
        method: 'POST',
        url: server.origin,
        body: { kind: 'form', form },
      });
      await response.text();
      assert.equal(response.status, 307);
      assert.equal(requests, 1);
    });
  });

  suite('cancelling', () => {
    test('in the middle of an upload closes the connection within a second', async () => {
      let onClosed: ((at: number) => void) | undefined;
      const closed = new Promise<number>((resolve) => (onClosed = resolve));
      const server = await serve((message) => {
        // Reads slowly, so that the upload cannot be over.
        message.on('data', () => {
          message.pause();
          setTimeout(() => message.resume(), 5);
        });
        message.on('error', () => undefined);
        message.socket.on('close', () => onClosed?.(performance.now()));
      });
      const controller = new AbortController();
      const { form } = await sparseForm(50_000_000);
      let sentAfterCancel = 0;
      let cancelledAt = 0;
      await assert.rejects(
        createNodeFetchTransport()({
          method: 'POST',
          url: server.origin,
          body: { kind: 'form', form },
          signal: controller.signal,
          onUploadProgress: (sent) => {
            if (cancelledAt > 0) sentAfterCancel++;
            else if (sent > 1_000_000) {
              cancelledAt = performance.now();
              controller.abort();
            }
          },
        }),
        (error) => isImageKitError(error, 'cancelled'),
      );
      const closedAt = await closed;
      assert.ok(closedAt - cancelledAt < 1000, `closed after ${closedAt - cancelledAt} ms`);
      assert.equal(sentAfterCancel, 0);
    });

    test('before the start opens no connection', async () => {
      const server = await serve((_message, response) => response.end());
      await assert.rejects(
        createNodeFetchTransport()({
          method: 'GET',
          url: server.origin,
          signal: AbortSignal.abort(),
        }),
        (error) => isImageKitError(error, 'cancelled'),
      );
      assert.equal(server.sockets.length, 0);
    });

    test('while the answer is read ends the reading', async () => {
      const server = await serve((_message, response) => void response.write('first part'));
      const controller = new AbortController();
      const response = await createNodeFetchTransport()({
        method: 'GET',
        url: server.origin,
        signal: controller.signal,
      });
      const reading = response.text();
      controller.abort();
      await assert.rejects(reading, (error) => isImageKitError(error, 'cancelled'));
    });

    test('by a time-out signal is a time-out', async () => {
      const server = await serve(() => undefined);
      await assert.rejects(
        createNodeFetchTransport()({
          method: 'GET',
          url: server.origin,
          signal: AbortSignal.timeout(20),
        }),
        (error) => isImageKitError(error, 'timedOut'),
      );
    });
  });

  suite('failures', () => {
    test('a port that nobody listens on is unreachable', async () => {
      const server = await serve(() => undefined);
      await server.stop();
      const error = await failureOf({ url: server.origin });
      assert.equal(error.reason, 'unreachable');
      assert.equal(error.subject, new URL(server.origin).host);
    });

    test('a certificate that signs itself is refused before anything is sent', async () => {
      let requests = 0;
      const server = await serveTls(() => requests++);
      assert.equal((await failureOf({ url: server.origin })).reason, 'certificate');
      assert.equal(requests, 0);
    });

    test('a host that speaks no TLS is unreachable by https', async () => {
      const server = await serve((_message, response) => response.end());
      const error = await failureOf({ url: server.origin.replace('http:', 'https:') });
      assert.equal(error.reason, 'unreachable');
    });

    test('a reset before the answer is a lost connection', async () => {
      const server = await serve((message) => message.socket.resetAndDestroy());
      assert.equal((await failureOf({ url: server.origin })).reason, 'connectionLost');
    });

    test('a reset in the middle of an upload is a lost connection', async () => {
      const server = await serve((message) => {
        let received = 0;
        message.on('error', () => undefined);
        message.on('data', (chunk: Buffer) => {
          received += chunk.length;
          if (received > 200_000) message.socket.resetAndDestroy();
        });
      });
      const { form } = await sparseForm(20_000_000);
      const error = await failureOf({
        method: 'POST',
        url: server.origin,
        body: { kind: 'form', form },
      });
      assert.equal(error.reason, 'connectionLost');
    });

    test('a reset after the upload and before its answer is a lost connection', async () => {
      const server = await serve((message) => {
        message.resume().on('end', () => message.socket.resetAndDestroy());
      });
      const { form } = await sparseForm(1000);
      const error = await failureOf({
        method: 'POST',
        url: server.origin,
        body: { kind: 'form', form },
      });
      assert.equal(error.reason, 'connectionLost');
    });

    test('an answer that is cut off is a lost connection, with and without a length', async () => {
      for (const header of ['Content-Length: 100', 'Transfer-Encoding: chunked']) {
        const server = await serveRaw((socket) => {
          socket.once('data', () => socket.end(`HTTP/1.1 200 OK\r\n${header}\r\n\r\n5\r\nhello`));
        });
        assert.equal((await failureOf({ url: server.origin })).reason, 'connectionLost', header);
      }
    });

    test('an answer that is not HTTP is a lost connection', async () => {
      const server = await serveRaw((socket) =>
        socket.once('data', () => socket.end('SSH-2.0\r\n')),
      );
      assert.equal((await failureOf({ url: server.origin })).reason, 'connectionLost');
    });

    test('no headers in time is a time-out, and the connection is closed', async () => {
      const server = await serve(() => undefined);
      const error = await failureOf({ url: server.origin }, { connect: 20, headers: 30 });
      assert.equal(error.reason, 'timedOut');
      const [socket] = server.sockets;
      assert.ok(socket);
      if (!socket.closed) await once(socket, 'close');
    });

    test('an answer that stops coming is a time-out', async () => {
      const server = await serve((_message, response) => void response.write('first part'));
      assert.equal((await failureOf({ url: server.origin }, { idle: 50 })).reason, 'timedOut');
    });

    test('a slow answer that keeps coming is no time-out', async () => {
      const server = await serve((_message, response) => {
        let parts = 0;
        const timer = setInterval(() => {
          response.write('part');
          if (++parts === 8) {
            clearInterval(timer);
            response.end();
          }
        }, 25);
      });
      const response = await createNodeFetchTransport({ idle: 100, headers: 100 })({
        method: 'GET',
        url: server.origin,
      });
      assert.equal(await response.text(), 'part'.repeat(8));
    });

    test('a service that stops reading an upload is a time-out', async () => {
      const server = await serve((message) => void message.pause());
      const { form } = await sparseForm(50_000_000);
      const error = await failureOf(
        { method: 'POST', url: server.origin, body: { kind: 'form', form } },
        { idle: 100 },
      );
      assert.equal(error.reason, 'timedOut');
    });

    test('a connection that is never made is unreachable', async () => {
      // The TLS handshake gets no answer, which is as far as loopback can imitate a silent host.
      const server = await serveRaw((socket) => void socket.resume());
      const error = await failureOf(
        { url: server.origin.replace('http:', 'https:') },
        { connect: 50 },
      );
      assert.equal(error.reason, 'unreachable');
    });
  });

  suite('bodies', () => {
    test('an answer that comes before the upload is over is given, and sending stops', async () => {
      let received = 0;
      const server = await serve((message, response) => {
        message.on('data', (chunk: Buffer) => (received += chunk.length));
        message.on('error', () => undefined);
        response.writeHead(413, { 'Content-Type': 'application/json' });
        response.end('{"message":"too large"}');
      });
      const { form } = await sparseForm(200_000_000);
      const response = await createNodeFetchTransport()({
        method: 'POST',
        url: server.origin,
        body: { kind: 'form', form },
      });
      assert.equal(response.status, 413);
      assert.equal(await response.text(), '{"message":"too large"}');
      const [socket] = server.sockets;
      assert.ok(socket);
      // Not `once` of node:events: to the server the broken request is an error.
      await new Promise((resolve) =>
        socket.closed ? resolve(undefined) : socket.once('close', resolve),
      );
      assert.ok(received < 100_000_000, `${received} bytes were sent`);
    });

    test('an endless error page is cut off', async () => {
      const server = await serve((_message, response) => {
        response.writeHead(500);
        response.end(Buffer.alloc(30_000_000, 'x'));
      });
      const response = await createNodeFetchTransport()({ method: 'GET', url: server.origin });
      const body = await response.text();
      assert.ok(body.length > 1_000_000 && body.length < 3_000_000, `${body.length} characters`);
    });

    test('a file that changes while it is sent is noticed', async () => {
      let complete = false;
      const server = await serve((message) => {
        message.on('data', () => {
          message.pause();
          setTimeout(() => message.resume(), 1);
        });
        message.on('error', () => undefined);
        message.on('end', () => (complete = true));
      });
      const { form, filePath } = await sparseForm(20_000_000);
      let changed: Promise<void> | undefined;
      await assert.rejects(
        createNodeFetchTransport()({
          method: 'POST',
          url: server.origin,
          body: { kind: 'form', form },
          onUploadProgress: (sent) => {
            if (sent > 1_000_000) changed ??= writeFile(filePath, Buffer.alloc(20_000_000, 1));
          },
        }),
        (error) => isImageKitError(error, 'fileChanged'),
      );
      await changed;
      assert.equal(complete, false);
    });

    test('a file arrives as it is, over both protocols, however slowly it is taken', async () => {
      const bytes = randomBytes(8_000_000);
      const filePath = path.join(folder, 'film.mp4');
      await writeFile(filePath, bytes);
      const arrived: boolean[] = [];
      const listener: RequestListener = (message, response) => {
        const chunks: Buffer[] = [];
        message.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          message.pause();
          setTimeout(() => message.resume(), 1);
        });
        message.on('end', () => {
          arrived.push(Buffer.concat(chunks).includes(bytes));
          response.end('{}');
        });
      };
      const origins = [(await serve(listener)).origin, (await serveTls(listener)).origin];
      const form = new FormData();
      form.append('file', await openFileAsBlob(filePath));
      await trustingTlsServer(async () => {
        for (const url of origins) {
          const request = { method: 'POST', url, body: { kind: 'form', form } } as const;
          await (await createNodeFetchTransport()(request)).text();
        }
      });
      assert.deepEqual(arrived, [true, true]);
    });

    test('a file of 200 MB is streamed with bounded memory', async () => {
      let received = 0;
      const server = await serve((message, response) => {
        message.on('data', (chunk: Buffer) => (received += chunk.length));
        message.on('end', () => response.end('{}'));
      });
      const { form } = await sparseForm(200_000_000);
      const before = liveMemory();
      let measuredAt = 0;
      let growth = 0;
      const response = await createNodeFetchTransport()({
        method: 'POST',
        url: server.origin,
        body: { kind: 'form', form },
        onUploadProgress: (sent) => {
          if (sent - measuredAt < 10_000_000) return;
          measuredAt = sent;
          growth = Math.max(growth, liveMemory() - before);
        },
      });
      await response.text();
      assert.ok(received > 200_000_000);
      assert.ok(measuredAt > 180_000_000);
      assert.ok(growth < 32_000_000, `memory grew by ${String(growth)} bytes`);
    });
  });
});
