import assert from 'node:assert/strict';
import { KeySearch } from '../host/hour/keySearch.ts';

const key = 'private_canary/0123456789+abcdef=';

suite('search for a key', () => {
  const search = new KeySearch(['another+Key/9876543210', key]);

  const writings: readonly (readonly [string, Buffer])[] = [
    ['as it is', Buffer.from(`{"key":"${key}"}`)],
    ['in two bytes a character', Buffer.from(`x${key}`, 'utf16le')],
    ['in an address', Buffer.from(`?key=${encodeURIComponent(key)}&`)],
    [
      'in an address in an address',
      Buffer.from(encodeURIComponent(`?a=${encodeURIComponent(key)}`)),
    ],
    ['in hexadecimal digits', Buffer.from(Buffer.from(`x${key}x`).toString('hex'))],
    ...['', 'a', 'ab', 'abc'].flatMap((before) =>
      (['base64', 'base64url'] as const).map(
        (encoding) =>
          [
            `in ${encoding} behind “${before}”`,
            Buffer.from(Buffer.from(`${before}${key}:rest`).toString(encoding)),
          ] as const,
      ),
    ),
  ];

  for (const [how, bytes] of writings) {
    test(`finds it ${how}`, () => {
      const [found, ...more] = search.findIn([
        ['clean', 'private_canary and nothing else'],
        ['the place', bytes],
      ]);
      assert.match(found ?? '', /^the place: key 2 /);
      assert.deepEqual(more, []);
    });
  }
});
