import assert from 'node:assert/strict';
import type { IncomingHttpHeaders } from 'node:http';
import { DeliveryProbe } from '../../../../src/features/hover/deliveryProbe.ts';
import { createNodeFetchTransport } from '../../../../src/platform/nodeFetchTransport.ts';
import type { TestServer } from '../../platform/testServer.ts';
import { startTlsServer, trustingTlsServer } from '../../platform/tlsServer.ts';

interface Asked {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

suite('headers of a picture on https', () => {
  const signal = new AbortController().signal;
  let server: TestServer;
  let asked: Asked[];
  let answer: { status: number; headers: Record<string, string> };

  setup(async () => {
    asked = [];
    answer = { status: 200, headers: { 'content-type': 'image/webp', 'content-length': '18000' } };
    server = await startTlsServer(({ method, url, headers }, response) => {
      asked.push({ method, url, headers });
      response.writeHead(answer.status, answer.headers).end();
    });
  });

  teardown(() => server.stop());

  /** One probe, and a server that it trusts. */
  async function withProbe(
    work: (find: () => ReturnType<DeliveryProbe['find']>, probe: DeliveryProbe) => Promise<void>,
  ): Promise<void> {
    const probe = new DeliveryProbe(createNodeFetchTransport());
    const url = `${server.origin}/demo/tr:f-auto/a.jpg`;
    await trustingTlsServer(() => work(() => probe.find(url, signal), probe));
  }

  test('are asked for once, as the editor asks, and without credentials', async () => {
    await withProbe(async (find) => {
      const facts = { type: 'image/webp', bytes: 18_000 };
      assert.deepEqual(await find(), facts);
      assert.deepEqual(await find(), facts);
    });
    const [request, ...others] = asked;
    assert(request && others.length === 0);
    assert.equal(request.method, 'HEAD');
    assert.equal(request.url, '/demo/tr:f-auto/a.jpg');
    assert.match(request.headers.accept ?? '', /^image\/avif,image\/webp/);
    assert.equal(request.headers.authorization, undefined);
  });

  const refusals: readonly (readonly [
    status: number,
    headers: Record<string, string>,
    sentence: RegExp,
  ])[] = [
    [400, { 'ik-error': 'EINVAL - bad width' }, /refused the transformation: EINVAL - bad width/],
    [400, {}, /refused the transformation\.$/],
    [401, {}, /This file is private, or the URL’s signature is wrong or has expired/],
    [404, {}, /There is no file at this path/],
    [429, { 'retry-after': '1' }, /asks to wait before more pictures are loaded/],
    [503, {}, /could not be loaded \(status 503\)/],
  ];
  for (const [status, headers, sentence] of refusals) {
    test(`tell of ${status} ${Object.values(headers).join()} in one sentence`, async () => {
      answer = { status, headers };
      await withProbe(async (find) => {
        assert.match((await find()).problem ?? '', sentence);
      });
    });
  }

  test('are asked for again once a file may be there', async () => {
    await withProbe(async (find, probe) => {
      answer = { status: 404, headers: {} };
      assert.match((await find()).problem ?? '', /no file/);
      answer = { status: 200, headers: { 'content-type': 'image/png' } };
      probe.forget();
      assert.equal((await find()).type, 'image/png');
    });
  });

  test('are not told where nobody trusts the host', async () => {
    const probe = new DeliveryProbe(createNodeFetchTransport());
    await assert.rejects(probe.find(`${server.origin}/a.jpg`, signal), { reason: 'certificate' });
  });
});
