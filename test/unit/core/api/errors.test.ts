import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { createImageKitClient } from '../../../../src/core/api/createImageKitClient.ts';
import {
  ImageKitError,
  isImageKitError,
  type ImageKitErrorReason,
} from '../../../../src/core/api/imageKitError.ts';
import { fakeClock } from './fakeClock.ts';
import { recordingClient, respond, testKey, type Answer } from './recordingTransport.ts';

/** What moving a file fails with. */
async function failureOf(answer: Answer): Promise<ImageKitError> {
  const { client } = recordingClient(answer);
  try {
    await client.files.move({ sourceFilePath: '/a.jpg', destinationPath: '/b' });
  } catch (error) {
    assert.ok(isImageKitError(error), String(error));
    return error;
  }
  return assert.fail('The call succeeded.');
}

suite('errors of the service', () => {
  const reasons: readonly [number, ImageKitErrorReason][] = [
    [302, 'invalidResponse'],
    [400, 'badRequest'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [409, 'conflict'],
    [413, 'tooLarge'],
    [423, 'locked'],
    [429, 'rateLimited'],
    [418, 'badRequest'],
    [500, 'server'],
    [502, 'server'],
    [503, 'server'],
  ];
  for (const [status, reason] of reasons) {
    test(`status ${status} is ${reason}`, async () => {
      const error = await failureOf({ status });
      assert.equal(error.reason, reason);
      assert.equal(error.status, status);
    });
  }

  test('keep the message, help, code and request id of the body', async () => {
    const error = await failureOf({
      status: 404,
      headers: { 'x-ik-requestid': 'r-1' },
      body: { message: 'No folder here.', help: 'Look again.', reason: 'FOLDER_NOT_FOUND' },
    });
    assert.equal(error.message, 'No folder here.');
    assert.equal(error.help, 'Look again.');
    assert.equal(error.serviceReason, 'FOLDER_NOT_FOUND');
    assert.equal(error.requestId, 'r-1');
  });

  test('keep the ids that a bulk call does not know, and what is wrong with which field', async () => {
    const error = await failureOf({
      status: 404,
      body: { message: 'x', missingFileIds: ['a', 'b'], errors: { price: 'too low' } },
    });
    assert.deepEqual(error.missingFileIds, ['a', 'b']);
    assert.deepEqual(error.fieldErrors, { price: 'too low' });
    const odd = await failureOf({
      status: 400,
      body: { message: 'kept', missingFileIds: 5, errors: 'x' },
    });
    assert.deepEqual([odd.message, odd.missingFileIds, odd.fieldErrors], ['kept', [], undefined]);
  });

  test('survive a web page, a cut-off body, a list and nothing', async () => {
    const page = '<html><style>p{}</style><h1>502 Bad Gateway</h1><p>nginx</p></html>';
    assert.equal((await failureOf({ status: 502, body: page })).help, '502 Bad Gateway nginx');
    for (const body of ['{"message": "cut', '[1]', '"text"', '{"message": 5}', undefined]) {
      const error = await failureOf({ status: 400, body });
      assert.equal(error.message, 'The service answered with status 400');
    }
  });

  test('survive a body that breaks off: the status says enough', async () => {
    const client = createImageKitClient({
      account: { privateKey: 'k', apiOrigin: 'https://a.test', uploadOrigin: 'https://u.test' },
      transport: async () => ({
        status: 413,
        header: () => undefined,
        text: () => Promise.reject(new ImageKitError('connectionLost', 'broke off')),
        bytes: () => Promise.reject(new Error('unused')),
      }),
    });
    await assert.rejects(client.files.delete('abc'), (error) => isImageKitError(error, 'tooLarge'));
  });

  test('say how long to wait, in milliseconds', async () => {
    const waits: readonly [Record<string, string>, number | undefined][] = [
      [{ 'x-ratelimit-reset': '1500' }, 1500],
      [{ 'x-ratelimit-reset': '1500', 'retry-after': '9' }, 1500],
      [{ 'retry-after': '9' }, 9000],
      [{ 'x-ratelimit-reset': 'soon' }, undefined],
      [{ 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' }, 0],
      [{ 'retry-after': 'Thu, 01 Jan 2026 00:01:00 GMT' }, 60_000],
      [{}, undefined],
    ];
    for (const [headers, wait] of waits) {
      assert.equal((await failureOf({ status: 429, headers })).retryAfterMs, wait);
    }
  });

  test('never repeat the key that the service echoes', async () => {
    const error = await failureOf({
      status: 403,
      body: { message: `Key ${testKey} is unknown`, help: `Basic ${btoa(`${testKey}:`)}` },
    });
    assert.ok(!JSON.stringify([error.message, error.help]).includes('Key+1'));
    assert.ok(!`${error.help}`.includes(btoa(`${testKey}:`)));
    assert.match(error.message, /^Key .* is unknown$/);
  });

  const shapeless = 'mykey-without-shape-123456';
  const echoes: readonly [string, number, string][] = [
    [
      'in every member of an error',
      400,
      JSON.stringify({
        message: shapeless,
        help: shapeless,
        reason: shapeless,
        missingFileIds: [shapeless],
        errors: { [shapeless]: 1, list: [{ deep: `a ${shapeless} b` }] },
      }),
    ],
    ['in a text that is not JSON', 200, `${shapeless} is not JSON`],
    ['in a member of a wrong type', 200, JSON.stringify({ fileId: [shapeless], type: shapeless })],
    ['in a web page', 502, `<p>${shapeless}</p>`],
  ];
  for (const [where, status, text] of echoes) {
    test(`never repeat a key without the usual shape that the service echoes ${where}`, async () => {
      const client = createImageKitClient({
        account: {
          privateKey: shapeless,
          apiOrigin: 'https://a.test',
          uploadOrigin: 'https://u.test',
        },
        random: () => 0,
        clock: fakeClock(),
        transport: async () =>
          respond({ status, body: text, headers: { 'x-request-id': shapeless } }),
      });
      const error = await client.files.get('abc').then(
        () => assert.fail('it succeeded'),
        (thrown: unknown) => thrown,
      );
      assert.ok(isImageKitError(error), String(error));
      const all = inspect(error, { depth: 10, showHidden: true });
      assert.ok(!all.includes(shapeless), all);
      if (status === 400) assert.deepEqual(error.missingFileIds, ['[hidden]']);
    });
  }

  test('redact what they are told, whoever makes them, down to their causes', () => {
    const key = 'private_aB3/x+y=';
    const cause = Object.assign(new Error(`sent ${key}`, { cause: new Error(key) }), {
      code: 'ECONNRESET',
    });
    const error = new ImageKitError('badRequest', key, {
      cause,
      serviceReason: key,
      requestId: key,
      missingFileIds: [key],
      fieldErrors: { field: { [key]: [key] } },
    });
    const all = inspect(error, { depth: 10, showHidden: true });
    assert.ok(!all.includes('aB3'), all);
    assert.ok(error.cause instanceof Error && 'code' in error.cause);
    assert.equal(error.cause.code, 'ECONNRESET');
    const harmless = new Error('no secret');
    assert.equal(new ImageKitError('server', 'x', { cause: harmless }).cause, harmless);
  });

  test('a web page or a cut-off JSON in place of an answer is an invalid response', async () => {
    for (const body of ['<!doctype html><p>Sign in</p>', '[{"type":']) {
      assert.equal((await failureOf({ status: 200, body })).reason, 'invalidResponse');
    }
  });

  test('an account whose API address is none is refused', async () => {
    const client = createImageKitClient({
      account: { privateKey: 'k', apiOrigin: 'nowhere', uploadOrigin: 'nowhere' },
      transport: () => assert.fail('nothing may be sent'),
    });
    await assert.rejects(client.assets.list(), (error) => isImageKitError(error, 'invalidInput'));
  });
});
