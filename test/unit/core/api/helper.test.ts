import assert from 'node:assert/strict';
import ImageKit from '@imagekit/nodejs';
import * as fc from 'fast-check';
import { createHelper } from '../../../../src/core/api/helper.ts';
import { fakeClock } from './fakeClock.ts';

suite('authentication parameters', () => {
  test('of the published example', () => {
    const helper = createHelper('private_key_test', fakeClock());
    assert.deepEqual(helper.getAuthenticationParameters('your_token', 1_582_269_249), {
      token: 'your_token',
      expire: 1_582_269_249,
      signature: 'e71bcd6031016b060d349d212e23e85c791decdd',
    });
  });

  test('are those of the official client', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.string({ minLength: 1 }),
        fc.integer({ min: 1, max: 2 ** 32 }),
        (privateKey, token, expire) => {
          const official = new ImageKit({ privateKey }).helper;
          assert.deepEqual(
            createHelper(privateKey, fakeClock()).getAuthenticationParameters(token, expire),
            official.getAuthenticationParameters(token, expire),
          );
        },
      ),
    );
  });

  test('without a token and a time have a new UUID and half an hour', () => {
    const clock = fakeClock(Date.UTC(2026, 0, 1) + 999);
    const helper = createHelper('private_key_test', clock);
    const first = helper.getAuthenticationParameters();
    const second = helper.getAuthenticationParameters('', 0);
    assert.match(
      first.token,
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    assert.notEqual(first.token, second.token);
    assert.equal(first.expire, Date.UTC(2026, 0, 1) / 1000 + 1800);
    assert.equal(second.expire, first.expire);
    const { signature } = helper.getAuthenticationParameters(first.token, first.expire);
    assert.equal(first.signature, signature);
  });
});
