import assert from 'node:assert/strict';
import type { HttpRequest } from '../../../../src/core/api/httpTransport.ts';
import { accountCalls } from './accountWireCalls.ts';
import { onlyRequest, recordingClient, testKey } from './recordingTransport.ts';
import { uploadCalls } from './uploadWireCalls.ts';
import { fileCalls, type WireRequest } from './wireCalls.ts';
import { formFields } from './wireForm.ts';

const calls = [...fileCalls, ...accountCalls, ...uploadCalls];

function onTheWire({ method, url, body }: HttpRequest): WireRequest {
  const { pathname, searchParams } = new URL(url);
  const query = Object.fromEntries(searchParams);
  return {
    method,
    path: pathname,
    ...(Object.keys(query).length > 0 && { query }),
    // Through JSON, as the transport sends it: members that are undefined are not there.
    ...(body?.kind === 'json' && { json: JSON.parse(JSON.stringify(body.value)) as unknown }),
    ...(body?.kind === 'form' && { form: formFields(body.form) }),
  };
}

/** The names of all functions below an object: `files.bulk.delete`. */
function methodsOf(value: object, prefix = ''): string[] {
  return Object.entries(value).flatMap(([key, member]: [string, unknown]) => {
    const name = prefix + key;
    if (typeof member === 'function') return [name];
    return typeof member === 'object' && member !== null ? methodsOf(member, `${name}.`) : [];
  });
}

/** The object with one more argument for every method below it. */
function withLastArgument<Value extends object>(value: Value, argument: unknown): Value {
  return new Proxy(value, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key);
      if (typeof member === 'function') {
        return (...given: unknown[]): unknown =>
          Reflect.apply(member, target, [...given, argument]);
      }
      return typeof member === 'object' && member !== null
        ? withLastArgument(member, argument)
        : member;
    },
  });
}

suite('every call on the wire', () => {
  for (const { name, ours, request, answer } of calls) {
    test(`${name}: ${request.method} ${request.path}`, async () => {
      const recording = recordingClient(answer);
      const result = await ours(recording.client);
      const sent = onlyRequest(recording);
      assert.deepEqual(onTheWire(sent), request);
      const host = request.form ? 'upload.example.test' : 'api.example.test';
      assert.equal(new URL(sent.url).host, host);
      assert.deepEqual(sent.headers, {
        Accept: 'application/json',
        Authorization: `Basic ${btoa(`${testKey}:`)}`,
      });
      assert.deepEqual(result, answer.body, 'what was answered is given whole');
    });
  }

  for (const { name, ours, answer } of calls) {
    test(`${name} hands its signal to the transport`, async () => {
      const recording = recordingClient(answer);
      const { signal } = new AbortController();
      await ours(withLastArgument(recording.client, { signal }));
      assert.equal(onlyRequest(recording).signal, signal);
    });
  }

  test('no method is without a row', () => {
    const named = new Set([...calls.map(({ name }) => name), 'helper.getAuthenticationParameters']);
    assert.deepEqual(methodsOf(recordingClient().client).toSorted(), [...named].toSorted());
  });
});
