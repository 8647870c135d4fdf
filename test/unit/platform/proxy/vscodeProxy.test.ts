import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { HttpRequest } from '../../../../src/core/api/httpTransport.ts';
import {
  isImageKitError,
  type ImageKitErrorReason,
} from '../../../../src/core/api/imageKitError.ts';
import {
  createNodeFetchTransport,
  type TransportTimes,
} from '../../../../src/platform/nodeFetchTransport.ts';
import { listening, startRawServer, startServer, type TestServer } from '../testServer.ts';
import { startProxy, type ProxyServer } from './proxyServer.ts';
import { patchAsVSCode, proxiedHost, type NetworkSettings } from './vscodeNetwork.ts';

const tlsFixtures = path.join(import.meta.dirname, '../../../fixtures/tls');
const modes = ['override', 'fallback', 'on', 'off'] as const;
const proxiedModes = ['override', 'fallback', 'on'] as const;

/** The server under a name that goes through a proxy, where there is one. */
function named({ origin }: TestServer, protocol?: string): string {
  const url = new URL(origin);
  url.hostname = proxiedHost;
  return protocol === undefined ? url.origin : url.origin.replace(/^\w+:/, protocol);
}

suite('node-fetch transport within VS Code', () => {
  const servers: TestServer[] = [];
  let proxy: ProxyServer;
  let undo: () => void = () => undefined;

  setup(async () => {
    proxy = started(await startProxy());
  });

  teardown(async () => {
    undo();
    undo = () => undefined;
    await Promise.all(servers.splice(0).map((server) => server.stop()));
  });

  function started<Server extends TestServer>(server: Server): Server {
    servers.push(server);
    return server;
  }

  const serve = async (listener: RequestListener): Promise<TestServer> =>
    started(await startServer(listener));

  const certificate = (): Promise<string> =>
    readFile(path.join(tlsFixtures, 'selfSigned.cert.pem'), 'utf8');

  async function serveTls(listener: RequestListener): Promise<TestServer> {
    const key = await readFile(path.join(tlsFixtures, 'selfSigned.key.pem'));
    const server = createTlsServer({ key, cert: await certificate() }, listener);
    return started(await listening(server, 'https'));
  }

  function use(settings: NetworkSettings): void {
    undo();
    undo = patchAsVSCode(settings);
  }

  async function textOf(url: string, request: Partial<HttpRequest> = {}): Promise<string> {
    const response = await createNodeFetchTransport()({ method: 'GET', url, ...request });
    return response.text();
  }

  async function fails(
    url: string,
    reason: ImageKitErrorReason,
    times: Partial<TransportTimes> = {},
    request: Partial<HttpRequest> = {},
  ): Promise<void> {
    await assert.rejects(
      async () => {
        const transport = createNodeFetchTransport(times);
        await (await transport({ method: 'GET', url, ...request })).text();
      },
      (error) => {
        assert.ok(isImageKitError(error, reason), String(error));
        return true;
      },
    );
  }

  for (const proxySupport of modes) {
    const isProxied = proxySupport !== 'off';

    test(`${proxySupport}: a request goes ${isProxied ? 'through' : 'past'} the proxy`, async () => {
      use({ proxySupport, proxy: proxy.origin });
      const server = await serve((_message, response) => void response.end('plain'));
      assert.equal(await textOf(`${named(server)}/a?b=1`), 'plain');
      assert.deepEqual(proxy.asked, isProxied ? [`${named(server)}/a?b=1`] : []);
    });

    test(`${proxySupport}: an upload goes ${isProxied ? 'through' : 'past'} the proxy, whole`, async () => {
      use({ proxySupport, proxy: proxy.origin });
      let received = 0;
      const server = await serve((message, response) => {
        message.on('data', (chunk: Buffer) => (received += chunk.length));
        message.on('end', () => response.end('{}'));
      });
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(3_000_000)]), 'a.bin');
      const told: number[] = [];
      await textOf(named(server), {
        method: 'POST',
        body: { kind: 'form', form },
        onUploadProgress: (sent, total) => told.push(sent, total),
      });
      assert.equal(proxy.asked.length, isProxied ? 1 : 0);
      assert.ok(received > 3_000_000);
      assert.deepEqual(told.slice(-2), [received, received]);
    });

    test(`${proxySupport}: https is trusted by the system's certificates, and else refused`, async () => {
      const server = await serveTls((_message, response) => void response.end('secret'));
      use({ proxySupport, proxy: proxy.origin });
      await fails(named(server), 'certificate');
      use({ proxySupport, proxy: proxy.origin, certificates: [await certificate()] });
      assert.equal(await textOf(named(server)), 'secret');
      const tunnel = new URL(named(server)).host;
      assert.deepEqual(proxy.asked, isProxied ? [tunnel, tunnel] : []);
    });

    test(`${proxySupport}: a handshake that gets no answer is unreachable`, async () => {
      const silent = started(await startRawServer((socket) => void socket.resume()));
      for (const settings of [{ proxySupport }, { proxySupport, proxy: proxy.origin }]) {
        use(settings);
        await fails(named(silent, 'https:'), 'unreachable', { connect: 100 });
      }
    });

    test(`${proxySupport}: an answer that does not come or stops is a time-out`, async () => {
      use({ proxySupport, proxy: proxy.origin });
      const silent = await serve(() => undefined);
      await fails(named(silent), 'timedOut', { headers: 100 });
      const stopping = await serve((_message, response) => void response.write('first part'));
      await fails(named(stopping), 'timedOut', { idle: 100 });
    });

    test(`${proxySupport}: without a proxy connections are used again, also with TLS`, async () => {
      use({ proxySupport, certificates: [await certificate()] });
      for (const server of [
        await serve((_message, response) => void response.end('again')),
        await serveTls((_message, response) => void response.end('again')),
      ]) {
        const transport = createNodeFetchTransport();
        for (let request = 0; request < 3; request++) {
          const response = await transport({ method: 'GET', url: named(server) });
          assert.equal(await response.text(), 'again');
        }
        assert.equal(server.sockets.length, 1, server.origin);
      }
    });

    test(`${proxySupport}: a cancel ends a request that has no connection yet`, async () => {
      use({ proxySupport, proxy: proxy.origin });
      const silent = started(await startRawServer((socket) => void socket.resume()));
      const cancel = new AbortController();
      setTimeout(() => cancel.abort(), 20);
      await fails(named(silent, 'https:'), 'cancelled', {}, { signal: cancel.signal });
    });
  }

  for (const proxySupport of proxiedModes) {
    test(`${proxySupport}: a proxy that says nothing is unreachable`, async () => {
      const silent = started(await startRawServer((socket) => void socket.resume()));
      use({ proxySupport, proxy: silent.origin });
      await fails(`https://${proxiedHost}/`, 'unreachable', { route: 100 });
    });

    test(`${proxySupport}: a proxy that is not there is unreachable`, async () => {
      await proxy.stop();
      use({ proxySupport, proxy: proxy.origin });
      await fails(`http://${proxiedHost}/`, 'unreachable');
      await fails(`https://${proxiedHost}/`, 'unreachable');
    });

    test(`${proxySupport}: through a proxy VS Code makes a connection for each request`, async () => {
      use({ proxySupport, proxy: proxy.origin });
      const server = await serve((_message, response) => void response.end('again'));
      for (let request = 0; request < 3; request++) await textOf(named(server));
      assert.equal(proxy.sockets.length, 3);
    });
  }
});
