import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import {
  assert as assertProperty,
  constantFrom,
  integer,
  option,
  property,
  string,
  webFragments,
  webPath,
  webQueryParameters,
} from 'fast-check';
import { signature, signUrl } from '../../../../src/core/url/signUrl.ts';
import { UrlError, type UrlErrorReason } from '../../../../src/core/url/urlError.ts';

const urlEndpoint = 'https://ik.imagekit.io/demo';
const privateKey = 'dummy-key';
const now = 1_700_000_000_000;

function refuses(action: () => unknown, reason: UrlErrorReason, wrong: string): void {
  assert.throws(action, (error) => {
    assert(error instanceof UrlError);
    assert.deepEqual([error.reason, error.option], [reason, wrong]);
    assert.match(error.message, /^[A-Z].*\.$/, 'is a sentence');
    assert.ok(!error.message.includes(privateKey), 'never shows the key');
    return true;
  });
}

suite('signature', () => {
  // Values that ImageKit's own libraries make and assert.
  const known: readonly (readonly [
    key: string,
    endpoint: string,
    path: string,
    expiry: number | undefined,
    expected: string,
  ])[] = [
    [
      'dummy-key',
      'https://ik.imagekit.io/demo/',
      'https://ik.imagekit.io/demo/sdk-testing-files/future-search.png',
      undefined,
      '32dbbbfc5f945c0403c71b54c38e76896ef2d6b0',
    ],
    [
      'private_key_test',
      'https://test-domain.com/test-endpoint',
      'https://test-domain.com/test-endpoint/tr:w-100/test-signed-url.png',
      100,
      '5e5037a31a7121cbe2964e220b4338cc6e1ba66d',
    ],
    [
      'private_key_test',
      'https://test-domain.com/test-endpoint',
      'https://test-domain.com/test-endpoint/tr:w-100/test-signed-url.png',
      9_999_999_999,
      '41b3075c40bc84147eb71b8b49ae7fbf349d0f00',
    ],
  ];
  for (const [key, endpoint, url, expiry, expected] of known) {
    test(`of ${url}, expiry ${expiry ?? 'none'}`, () => {
      assert.equal(signature(key, endpoint, url, expiry), expected);
    });
  }

  test('is refused rather than wrong', () => {
    const url = `${urlEndpoint}/a.jpg`;
    refuses(() => signature('', urlEndpoint, url), 'emptyKey', 'privateKey');
    refuses(() => signature(' ', urlEndpoint, url), 'emptyKey', 'privateKey');
    refuses(() => signature('k', urlEndpoint, `${urlEndpoint}2/a.jpg`), 'notUnderEndpoint', 'url');
    for (const expiry of [0, -1, 1.5, Number.NaN, Infinity, 1e300]) {
      refuses(() => signature('k', urlEndpoint, url, expiry), 'invalidExpiry', 'expiry');
    }
  });
});

suite('signed URL', () => {
  const table: readonly (readonly [
    url: string,
    expiresInSeconds: number | undefined,
    signed: string,
  ])[] = [
    [
      '/sdk-testing-files/future-search.png',
      undefined,
      '/sdk-testing-files/future-search.png?ik-s=32dbbbfc5f945c0403c71b54c38e76896ef2d6b0',
    ],
    [
      '/sdk-testing-files/future-search.png?version=1.0&cache=false',
      undefined,
      '/sdk-testing-files/future-search.png?version=1.0&cache=false&ik-s=f2e5a1b8b6a0b03fd63789dfc6413a94acef9fd8',
    ],
    [
      '/sdk-testing-files/future-search.png?version=2.0&tr=w-300,h-200',
      undefined,
      '/sdk-testing-files/future-search.png?version=2.0&tr=w-300,h-200&ik-s=601d97a7834b7554f4dabf0d3fc3a219ceeb6b31',
    ],
    [
      '/tr:w-300,h-200/sdk-testing-files/future-search.png?version=2.0',
      undefined,
      '/tr:w-300,h-200/sdk-testing-files/future-search.png?version=2.0&ik-s=dd1ee8f83d019bc59fd57a5fc4674a11eb8a3496',
    ],
    [
      '/sdk-testing-files/हिन्दी.png',
      undefined,
      '/sdk-testing-files/%E0%A4%B9%E0%A4%BF%E0%A4%A8%E0%A5%8D%E0%A4%A6%E0%A5%80.png?ik-s=3fff2f31da1f45e007adcdbe95f88c8c330e743c',
    ],
  ];
  for (const [url, expiresInSeconds, signed] of table) {
    test(`of ${url} is that of ImageKit's libraries`, () => {
      assert.equal(
        signUrl(urlEndpoint + url, {
          urlEndpoint,
          privateKey,
          now,
          ...(expiresInSeconds !== undefined && { expiresInSeconds }),
        }),
        urlEndpoint + signed,
      );
    });
  }

  test('that expires carries the time in seconds', () => {
    const endpoint = 'https://ik.imagekit.io/test_url_endpoint';
    assert.equal(
      signUrl(`${endpoint}/test_path_alt.jpg`, {
        urlEndpoint: `${endpoint}/`,
        privateKey: 'private_key_test',
        expiresInSeconds: 100,
        now: now + 999,
      }),
      `${endpoint}/test_path_alt.jpg?ik-t=1700000100&ik-s=809bfa1661275a42dae44564ce65baf4ef410ca8`,
    );
  });

  test('expires from this moment on', () => {
    const before = Math.floor(Date.now() / 1000);
    const signed = signUrl(`${urlEndpoint}/a.jpg`, {
      urlEndpoint,
      privateKey,
      expiresInSeconds: 60,
    });
    const expiry = Number(new URL(signed).searchParams.get('ik-t'));
    assert.ok(expiry >= before + 60 && expiry <= Math.floor(Date.now() / 1000) + 60);
  });

  test('has only the new signature, and its fragment at the end', () => {
    const bare = signUrl(`${urlEndpoint}/a.jpg?v=1`, { urlEndpoint, privateKey });
    for (const old of [
      '?v=1&ik-t=5&ik-s=ab',
      '?ik-s=ab&v=1',
      '?ik-t=5&v=1&ik-s=ab',
      '?v=1#top',
      '?ik-s=ab&v=1#top',
    ]) {
      assert.equal(
        signUrl(`${urlEndpoint}/a.jpg${old}`, { urlEndpoint, privateKey }),
        bare + (old.includes('#') ? '#top' : ''),
      );
    }
    assert.equal(
      signUrl(`${urlEndpoint}/a.jpg?`, { urlEndpoint, privateKey }),
      signUrl(`${urlEndpoint}/a.jpg`, { urlEndpoint, privateKey }),
    );
  });

  const refused: readonly (readonly [url: string, reason: UrlErrorReason])[] = [
    ['https://ik.imagekit.io/demo2/a.jpg', 'notUnderEndpoint'],
    ['http://ik.imagekit.io/demo/a.jpg', 'notUnderEndpoint'],
    ['https://example.com/demo/a.jpg', 'notUnderEndpoint'],
    ['https://ik.imagekit.io/demo/../other/a.jpg', 'notUnderEndpoint'],
    ['https://ik.imagekit.io/demo', 'notUnderEndpoint'],
    ['https://ik.imagekit.io/demo/', 'emptyPath'],
    ['https://ik.imagekit.io/demo/?tr=w-1', 'emptyPath'],
    ['https://ik.imagekit.io/demo/${id}.jpg', 'notEncodable'],
    ['https://ik.imagekit.io/demo/a.jpg?tr=w-{{w}}', 'notEncodable'],
    ['https://ik.imagekit.io/demo/<?= $id ?>.jpg', 'notEncodable'],
    ['/a.jpg', 'notEncodable'],
    ['', 'notEncodable'],
  ];
  for (const [url, reason] of refused) {
    test(`of ${JSON.stringify(url)} is refused`, () => {
      refuses(() => signUrl(url, { urlEndpoint, privateKey }), reason, 'url');
    });
  }

  test('with a wrong key, endpoint or expiry is refused', () => {
    const url = `${urlEndpoint}/a.jpg`;
    refuses(() => signUrl(url, { urlEndpoint, privateKey: '' }), 'emptyKey', 'privateKey');
    refuses(() => signUrl(url, { urlEndpoint: '', privateKey }), 'invalidEndpoint', 'urlEndpoint');
    for (const expiresInSeconds of [0, -5, 1.9, Number.NaN, Infinity, 1e300, 9_000_000_000]) {
      refuses(
        () => signUrl(url, { urlEndpoint, privateKey, expiresInSeconds, now }),
        'invalidExpiry',
        'expiresInSeconds',
      );
    }
    refuses(
      () => signUrl(url, { urlEndpoint, privateKey, expiresInSeconds: 1, now: Number.NaN }),
      'invalidExpiry',
      'expiresInSeconds',
    );
  });

  test('verifies over exactly the bytes that a client requests', () => {
    const rest = constantFrom('', ' b', "'", 'é', '"', '|', '%20', '+', '[1]');
    assertProperty(
      property(
        webPath().filter((path) => !/\.\.|%2e/i.test(path)),
        webQueryParameters(),
        rest,
        option(webFragments(), { nil: undefined }),
        string({ unit: 'binary', minLength: 1 }).filter((key) => key.trim() !== ''),
        option(integer({ min: 1, max: 1_000_000 }), { nil: undefined }),
        (path, query, more, fragment, key, expiresInSeconds) => {
          const signed = signUrl(
            `${urlEndpoint}/a${path}${more}?${query}${more}${fragment === undefined ? '' : `#${fragment}`}`,
            {
              urlEndpoint,
              privateKey: key,
              now,
              ...(expiresInSeconds !== undefined && { expiresInSeconds }),
            },
          );
          assert.equal(new URL(signed).href, signed, 'no client changes it');
          const printed = /^(.*?)[?&](?:ik-t=(\d+)&)?ik-s=([0-9a-f]{40})(?:#.*)?$/.exec(signed);
          assert(printed);
          const [, unsigned = '', expiry, found] = printed;
          assert.equal(
            expiry,
            expiresInSeconds === undefined ? undefined : String(1_700_000_000 + expiresInSeconds),
          );
          assert.equal(
            found,
            createHmac('sha1', key)
              .update(unsigned.slice(urlEndpoint.length + 1) + (expiry ?? '9999999999'))
              .digest('hex'),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
