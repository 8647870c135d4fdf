import assert from 'node:assert/strict';
import { urlEndpointFor } from '../../../../src/core/accounts/accountEndpoints.ts';
import { discoverUrlEndpoints } from '../../../../src/core/accounts/discoverUrlEndpoints.ts';
import { signAccountUrl } from '../../../../src/core/accounts/signAccountUrl.ts';
import { signUrl } from '../../../../src/core/url/signUrl.ts';

const account = {
  urlEndpoint: 'https://ik.imagekit.io/demo',
  otherUrlEndpoints: ['https://ik.imagekit.io/demo/shop', 'https://img.example.com'],
  privateKey: 'private_x',
};

suite('URL endpoints of an account', () => {
  for (const [url, endpoint] of [
    ['https://ik.imagekit.io/demo/a.jpg', 'https://ik.imagekit.io/demo'],
    ['https://ik.imagekit.io/demo/shop/a.jpg', 'https://ik.imagekit.io/demo/shop'],
    ['https://ik.imagekit.io/demo/shopping/a.jpg', 'https://ik.imagekit.io/demo'],
    ['https://IMG.example.com/a.jpg', 'https://img.example.com'],
    ['https://ik.imagekit.io/demo2/a.jpg', undefined],
    ['https://img.example.com.evil.com/a.jpg', undefined],
    ['not a URL', undefined],
  ] as const) {
    test(`${url} stands under ${endpoint}`, () => {
      assert.equal(urlEndpointFor(account, url), endpoint);
    });
  }

  test('a URL is signed from the endpoint that it stands under', () => {
    const url = 'https://ik.imagekit.io/demo/shop/a.jpg';
    assert.equal(
      signAccountUrl(url, account),
      signUrl(url, { privateKey: 'private_x', urlEndpoint: 'https://ik.imagekit.io/demo/shop' }),
    );
    assert.throws(() => signAccountUrl('https://ik.imagekit.io/other/a.jpg', account), {
      name: 'UrlError',
    });
  });

  for (const [given, expected] of [
    [['https://ik.imagekit.io/demo'], ['https://ik.imagekit.io/demo/shop']],
    [['https://ik.imagekit.io/demo/shop'], ['https://ik.imagekit.io/demo']],
    [['https://img.example.com'], ['https://img.example.com/shop']],
    [['http://127.0.0.1:7480/demo'], ['http://127.0.0.1:7480/demo/shop']],
    [
      ['https://ik.imagekit.io/demo', 'https://img.example.com', 'https://cdn.example.com/shop'],
      [
        'https://ik.imagekit.io/demo/shop',
        'https://img.example.com/shop',
        'https://cdn.example.com',
      ],
    ],
  ] as const) {
    test(`the service's prefixes stand behind the roots of ${given.join(' and ')}`, async () => {
      const entries = [
        { id: 'default', urlPrefix: '' },
        { id: 'x', urlPrefix: 'shop' },
        { id: 'y', urlPrefix: 'shop' },
      ];
      assert.deepEqual(
        await discoverUrlEndpoints({ list: async () => entries as never }, given, {}),
        expected,
      );
    });
  }
});
