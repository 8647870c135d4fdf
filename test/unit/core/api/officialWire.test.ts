import assert from 'node:assert/strict';
import ImageKit from '@imagekit/nodejs';
import { accountCalls } from './accountWireCalls.ts';
import { testKey, type GivenAnswer } from './recordingTransport.ts';
import { uploadCalls } from './uploadWireCalls.ts';
import { fileCalls, type WireRequest } from './wireCalls.ts';
import { formFields } from './wireForm.ts';

const calls = [...fileCalls, ...accountCalls, ...uploadCalls];

interface OfficialRecording {
  readonly client: ImageKit;
  readonly requests: WireRequest[];
  readonly authorizations: string[];
}

/** The official client over a network that only writes down. */
function officialClient({ status = 200, body }: GivenAnswer): OfficialRecording {
  const requests: WireRequest[] = [];
  const authorizations: string[] = [];
  const client = new ImageKit({
    privateKey: testKey,
    maxRetries: 0,
    fetch: async (input, init = {}) => {
      const { protocol, pathname, searchParams } = new URL(
        input instanceof Request ? input.url : input,
      );
      // The client asks its fetch for an empty data URL, to learn what forms it knows.
      if (protocol === 'data:') return new Response();
      const query = Object.fromEntries(searchParams);
      const sent = init.body;
      requests.push({
        method: (init.method ?? 'GET').toUpperCase(),
        path: decodeURIComponent(pathname),
        ...(Object.keys(query).length > 0 && { query }),
        ...(typeof sent === 'string' && { json: JSON.parse(sent) as unknown }),
        ...(sent instanceof FormData && { form: formFields(sent) }),
      });
      authorizations.push(new Headers(init.headers).get('authorization') ?? '');
      return status === 204
        ? new Response(null, { status })
        : Response.json(body ?? {}, { status });
    },
  });
  return { client, requests, authorizations };
}

/** The names of the methods that send something, from the client on. */
function methodsOf(value: object, prefix = ''): string[] {
  const own = prefix === '' ? [] : Object.getOwnPropertyNames(Object.getPrototypeOf(value));
  const methods = own.filter((name) => name !== 'constructor').map((name) => prefix + name);
  const nested = Object.entries(value).flatMap(([key, member]: [string, unknown]) =>
    typeof member === 'object' && member !== null && '_client' in member
      ? methodsOf(member, `${prefix}${key}.`)
      : [],
  );
  return [...methods, ...nested];
}

suite('the official client sends the same', () => {
  for (const { name, official, request, answer } of calls) {
    test(`${name}: ${request.method} ${request.path}`, async () => {
      const { client, requests, authorizations } = officialClient(answer);
      await official(client);
      assert.deepEqual(requests, [{ ...request, path: decodeURIComponent(request.path) }]);
      const [user] = atob(authorizations[0]?.replace('Basic ', '') ?? '').split(':');
      assert.equal(user, testKey);
    });
  }

  test('and has no other methods that send something', () => {
    const offline = ['helper.', 'webhooks.'];
    const sending = methodsOf(officialClient({}).client).filter(
      (name) => !offline.some((prefix) => name.startsWith(prefix)),
    );
    assert.ok(sending.length > 40, `${sending.length}`);
    const ours = new Set(calls.map(({ name }) => name));
    assert.deepEqual(sending.toSorted(), [...ours].toSorted());
  });
});
