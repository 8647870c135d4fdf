import assert from 'node:assert/strict';
import { networkError } from '../../../src/platform/networkErrors.ts';

/** As node-fetch wraps it: the code on the outside, Node's own error as the cause. */
function failure(code: string): Error {
  const cause = Object.assign(new Error(code), { code });
  return Object.assign(new Error('request failed', { cause }), { code });
}

suite('network errors', () => {
  const expected = {
    ENOTFOUND: 'unreachable',
    EAI_AGAIN: 'unreachable',
    ECONNREFUSED: 'unreachable',
    EHOSTUNREACH: 'unreachable',
    ETIMEDOUT: 'unreachable',
    SELF_SIGNED_CERT_IN_CHAIN: 'certificate',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate',
    CERT_HAS_EXPIRED: 'certificate',
    ERR_TLS_CERT_ALTNAME_INVALID: 'certificate',
    ECONNRESET: 'connectionLost',
    EPIPE: 'connectionLost',
    ERR_STREAM_PREMATURE_CLOSE: 'connectionLost',
    HPE_INVALID_CONSTANT: 'connectionLost',
  } as const;

  for (const [code, reason] of Object.entries(expected)) {
    test(`${code} is ${reason}`, () => {
      const cause = failure(code);
      const error = networkError('api.imagekit.io', cause);
      assert.equal(error.reason, reason);
      assert.equal(error.subject, 'api.imagekit.io');
      assert.equal(error.cause, cause);
      assert.ok(error.message.includes(code));
    });
  }

  test('a failure without a code is a lost connection, where there was one', () => {
    assert.equal(networkError('host', new Error('odd')).reason, 'connectionLost');
    assert.equal(networkError('host', 'odd').reason, 'connectionLost');
    assert.equal(networkError('host', new Error('odd'), false).reason, 'unreachable');
    assert.equal(networkError('host', failure('ECONNRESET'), false).reason, 'connectionLost');
  });

  test('the code may stand on a cause', () => {
    const cause = Object.assign(new Error('inner'), { code: 'ECONNREFUSED' });
    assert.equal(networkError('host', new Error('outer', { cause })).reason, 'unreachable');
  });
});
