import assert from 'node:assert/strict';
import { describeError } from '../../../../src/core/api/describeError.ts';
import { checkCredentials } from '../../../../src/core/api/checkCredentials.ts';
import { ImageKitError, type ImageKitErrorReason } from '../../../../src/core/api/imageKitError.ts';
import { recordingClient, type Answer } from './recordingTransport.ts';

const everyReason: readonly ImageKitErrorReason[] = [
  'badRequest',
  'unauthorized',
  'forbidden',
  'notFound',
  'conflict',
  'tooLarge',
  'locked',
  'rateLimited',
  'server',
  'unreachable',
  'certificate',
  'connectionLost',
  'timedOut',
  'stillRunning',
  'cancelled',
  'invalidResponse',
  'readOnly',
  'disconnected',
  'fileMissing',
  'fileUnreadable',
  'fileChanged',
  'invalidInput',
];

const sentenceFor = async (answer: Answer): Promise<string> => {
  try {
    await checkCredentials(recordingClient(answer).client);
  } catch (error) {
    return describeError(error);
  }
  return assert.fail('The key was accepted.');
};

suite('describing an error', () => {
  test('every reason has its own sentence, in one line and without the stack', () => {
    const sentences = everyReason.map((reason) =>
      describeError(new ImageKitError(reason, 'Details of it.')),
    );
    assert.equal(new Set(sentences).size, everyReason.length);
    for (const sentence of sentences) {
      assert.match(sentence, /^[^\n]+\.$/);
      assert.ok(!sentence.includes('..'), sentence);
      assert.ok(!sentence.includes('    at '), sentence);
    }
  });

  test('a wrong key, an unreachable host and a refused certificate are told apart', async () => {
    const subject = 'api.example.test';
    assert.match(await sentenceFor({ status: 401 }), /did not accept the private key/);
    assert.match(
      await sentenceFor({
        status: 403,
        body: { message: 'Your account cannot be authenticated.' },
      }),
      /private key \(Your account cannot be authenticated\)/,
    );
    assert.match(
      await sentenceFor(new ImageKitError('unreachable', 'x', { subject })),
      /^api\.example\.test cannot be reached; check your network/,
    );
    assert.match(
      await sentenceFor(new ImageKitError('certificate', 'x', { subject })),
      /^The certificate of api\.example\.test is not trusted/,
    );
  });

  test('a key that is accepted costs one request for one item', async () => {
    const { client, requests } = recordingClient({ body: [] });
    await checkCredentials(client);
    assert.deepEqual(
      requests.map(({ url }) => url),
      ['https://api.example.test/v1/files?limit=1'],
    );
  });

  test('says in whole seconds how long to wait', () => {
    const waits: readonly [{ retryAfterMs?: number }, RegExp][] = [
      [{ retryAfterMs: 1200 }, /try again in 2 seconds\.$/],
      [{ retryAfterMs: 200_000 }, /try again in 4 minutes\.$/],
      [{ retryAfterMs: 0 }, /try again in 1 second\.$/],
      [{}, /try again in a moment\.$/],
    ];
    for (const [details, sentence] of waits) {
      assert.match(describeError(new ImageKitError('rateLimited', 'x', details)), sentence);
    }
  });

  test('names the file and quotes the service', () => {
    assert.match(
      describeError(new ImageKitError('fileMissing', 'x', { subject: '/pictures/a.png' })),
      /The file \/pictures\/a\.png does not exist/,
    );
    assert.equal(
      describeError(new ImageKitError('badRequest', 'Invalid folder path.')),
      'ImageKit refused the request: Invalid folder path.',
    );
    assert.equal(
      describeError(new ImageKitError('invalidInput', 'The file needs a name.')),
      'The file needs a name.',
    );
    assert.match(
      describeError(new ImageKitError('server', 'x', { status: 503, requestId: 'r-9' })),
      /status 503.*r-9/,
    );
  });

  test('describes what is no error of ours by its first line, without secrets', () => {
    assert.equal(
      describeError(new Error('bad private_abc123\n    at somewhere')),
      'Something went wrong: bad private_[hidden].',
    );
    assert.equal(describeError('odd'), 'Something went wrong: odd.');
    assert.equal(describeError(new Error('')), 'Something went wrong: no details are known.');
  });
});
