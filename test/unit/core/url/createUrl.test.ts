import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import {
  array,
  assert as assertProperty,
  constantFrom,
  dictionary,
  oneof,
  property,
  string,
} from 'fast-check';
import { createUrl, type CreateUrlOptions } from '../../../../src/core/url/createUrl.ts';
import { parseImageKitUrl } from '../../../../src/core/url/parseImageKitUrl.ts';
import { UrlError, type UrlErrorReason } from '../../../../src/core/url/urlError.ts';

const urlEndpoint = 'https://ik.imagekit.io/demo';
const privateKey = 'dummy-key';

suite('created URL', () => {
  const paths: readonly (readonly [stored: string, printed: string])[] = [
    ['/default-image.jpg', '/default-image.jpg'],
    ['default-image.jpg', '/default-image.jpg'],
    ['//blog///a.jpg', '/blog/a.jpg'],
    ['/my folder/my photo.jpg', '/my%20folder/my%20photo.jpg'],
    ['/100%.jpg', '/100%25.jpg'],
    ['/a%20b.jpg', '/a%2520b.jpg'],
    ['/a#1?.jpg', '/a%231%3F.jpg'],
    ['/été/日本.jpg', '/%C3%A9t%C3%A9/%E6%97%A5%E6%9C%AC.jpg'],
    // As stored: not composed, not decomposed.
    ['/e\u0301.jpg', '/e%CC%81.jpg'],
    ['/😀.jpg', '/%F0%9F%98%80.jpg'],
    ['/a+b@2x,(1)=$;:.jpg', '/a+b@2x,(1)=$;:.jpg'],
    ['/it\'s & "so".jpg', '/it%27s%20%26%20%22so%22.jpg'],
    ['/a\\b[1]{2}|^`<>.jpg', '/a%5Cb%5B1%5D%7B2%7D%7C%5E%60%3C%3E.jpg'],
    ['/..a/...', '/..a/...'],
    ['/tr:w-300/a.jpg', '/tr%3Aw-300/a.jpg'],
  ];
  for (const [stored, printed] of paths) {
    test(`encodes ${stored} once`, () => {
      assert.equal(createUrl({ urlEndpoint, path: stored }), urlEndpoint + printed);
    });
  }

  const chains: readonly (readonly [chain: string, printed: string])[] = [
    ['w-300', 'w-300'],
    ['h-300,w-200:rt-90', 'h-300,w-200:rt-90'],
    ['l-text,i-Hello World,l-end', 'l-text,i-Hello%20World,l-end'],
    ['l-text,i-50%,l-end', 'l-text,i-50%25,l-end'],
    ['l-text,ie-aGVsbG8%3D,l-end', 'l-text,ie-aGVsbG8%3D,l-end'],
    ['l-image,i-a@@b.png,l-end', 'l-image,i-a@@b.png,l-end'],
    ["l-text,i-é's a/b?c#d&e+f,l-end", 'l-text,i-%C3%A9%27s%20a%2Fb%3Fc%23d%26e%2Bf,l-end'],
  ];
  for (const [chain, printed] of chains) {
    test(`prints the transformation ${chain} in the query and in the path`, () => {
      const options = { urlEndpoint, path: '/a.jpg', transformation: chain };
      assert.equal(createUrl(options), `${urlEndpoint}/a.jpg?tr=${printed}`);
      assert.equal(
        createUrl({ ...options, position: 'path' }),
        `${urlEndpoint}/tr:${printed}/a.jpg`,
      );
    });
  }

  test('has no tr for an empty transformation', () => {
    for (const position of ['path', 'query'] as const) {
      assert.equal(
        createUrl({ urlEndpoint, path: '/a.jpg', transformation: '', position }),
        `${urlEndpoint}/a.jpg`,
      );
    }
  });

  test('carries its parameters in the order given, before tr', () => {
    assert.equal(
      createUrl({
        urlEndpoint: `${urlEndpoint}/`,
        path: '/a.jpg',
        transformation: 'w-1,h-2',
        queryParameters: { v: '1 2', 'a&b': "c=d#é'+" },
      }),
      `${urlEndpoint}/a.jpg?v=1%202&a%26b=c%3Dd%23%C3%A9%27%2B&tr=w-1,h-2`,
    );
  });

  const path = '/test_path_alt.jpg';
  const signed: readonly (readonly [
    what: string,
    options: Partial<CreateUrlOptions>,
    url: string,
  ])[] = [
    ['for ever', {}, `${path}?ik-s=05d6dff68907db0cdb1fb2aa4631f02b537548ce`],
    [
      'for a time',
      { sign: { privateKey: 'private_key_test', expiresInSeconds: 100 } },
      `${path}?ik-t=1700000100&ik-s=809bfa1661275a42dae44564ce65baf4ef410ca8`,
    ],
    [
      'with a transformation in the path',
      { path: '/a.jpg', transformation: 'h-300,w-400', position: 'path' },
      '/tr:h-300,w-400/a.jpg?ik-s=6d502272ac61da63631957be897379107a3c551c',
    ],
    [
      'with a transformation in the query',
      { path: '/a.jpg', transformation: 'h-300,w-400' },
      '/a.jpg?tr=h-300,w-400&ik-s=7804166fcd1dfb432412823b5fd737830614ac76',
    ],
    [
      'with parameters, a transformation and an expiry',
      {
        path: '/a.jpg',
        transformation: 'w-1,h-2',
        queryParameters: { v: '1' },
        sign: { privateKey: 'private_key_test', expiresInSeconds: 100 },
      },
      '/a.jpg?v=1&tr=w-1,h-2&ik-t=1700000100&ik-s=09ae492c0c098e4fbac1a370497f946408c8ea00',
    ],
    [
      'with a space and letters beyond ASCII',
      { path: '/é b.jpg' },
      '/%C3%A9%20b.jpg?ik-s=de7fae54cf870db4b90a31775076ce3aeacff4cd',
    ],
    [
      'with a space in the transformation',
      { path: '/a.jpg', transformation: 'l-text,i-a b,l-end', position: 'path' },
      '/tr:l-text,i-a%20b,l-end/a.jpg?ik-s=a03da65678872afb39d77255a29520aad0902e73',
    ],
  ];
  for (const [what, options, url] of signed) {
    test(`signed ${what} is that of ImageKit's libraries`, () => {
      const endpoint = 'https://ik.imagekit.io/test_url_endpoint';
      assert.equal(
        createUrl({
          urlEndpoint: endpoint,
          path,
          sign: { privateKey: 'private_key_test' },
          now: 1_700_000_000_000,
          ...options,
        }),
        endpoint + url,
      );
    });
  }

  const good: CreateUrlOptions = { urlEndpoint, path: '/a.jpg', sign: { privateKey } };
  const refused: readonly (readonly [
    change: Partial<CreateUrlOptions>,
    reason: UrlErrorReason,
    wrong: string,
  ])[] = [
    [{ urlEndpoint: '' }, 'invalidEndpoint', 'urlEndpoint'],
    [{ urlEndpoint: 'https://ik.imagekit.io' }, 'invalidEndpoint', 'urlEndpoint'],
    [{ urlEndpoint: 'http://img.example.com' }, 'invalidEndpoint', 'urlEndpoint'],
    [{ path: '' }, 'emptyPath', 'path'],
    [{ path: '//' }, 'emptyPath', 'path'],
    [{ path: '/a/../b.jpg' }, 'notEncodable', 'path'],
    [{ path: './b.jpg' }, 'notEncodable', 'path'],
    [{ path: '/\uD800.jpg' }, 'notEncodable', 'path'],
    [{ transformation: 'l-text,i-\uDC00,l-end' }, 'notEncodable', 'transformation'],
    [{ queryParameters: { v: '\uD800' } }, 'notEncodable', 'queryParameters'],
    [{ sign: { privateKey: '' } }, 'emptyKey', 'privateKey'],
    [{ sign: { privateKey, expiresInSeconds: 0 } }, 'invalidExpiry', 'expiresInSeconds'],
    [{ sign: { privateKey, expiresInSeconds: 0.5 } }, 'invalidExpiry', 'expiresInSeconds'],
  ];
  // As code without types and settings can be.
  const mistyped: readonly (readonly [option: keyof CreateUrlOptions, value: unknown])[] = [
    ['urlEndpoint', undefined],
    ['urlEndpoint', 5],
    ['path', undefined],
    ['path', 5],
    ['path', ['/a.jpg']],
    ['transformation', null],
    ['transformation', [{ width: 1 }]],
    ['position', 'Path'],
    ['queryParameters', null],
    ['queryParameters', { v: 1 }],
    ['queryParameters', { tr: 'w-1' }],
    ['queryParameters', { 'ik-s': 'x' }],
    ['sign', {}],
    ['sign', { privateKey: 5 }],
    ['now', Number.NaN],
    ['now', new Date()],
  ];
  for (const [option, value] of mistyped) {
    test(`is refused for ${option} ${JSON.stringify(value)}`, () => {
      assert.throws(
        () => createUrl({ ...good, [option]: value }),
        (error) => {
          assert(error instanceof UrlError);
          assert.deepEqual([error.reason, error.option], ['invalidOption', option]);
          assert(error.message.includes(option));
          return true;
        },
      );
    });
  }
  for (const [change, reason, wrong] of refused) {
    test(`is refused for ${JSON.stringify(change)}`, () => {
      assert.throws(
        () => createUrl({ ...good, ...change }),
        (error) => {
          assert(error instanceof UrlError);
          assert.deepEqual([error.reason, error.option], [reason, wrong]);
          return true;
        },
      );
    });
  }
});

suite('any created URL', () => {
  const text = oneof(
    string({ unit: 'binary', minLength: 1 }),
    string({
      unit: constantFrom(
        ...'% a F 2 / ? # & + = : , \' " { } [ ] | ^ ` \\ ; @ $ - é 😀'.split(' '),
        ' ',
      ),
      minLength: 1,
    }),
  ).filter((value) => !/\p{Surrogate}/u.test(value));
  const path = array(
    text
      .map((segment) => segment.replaceAll('/', ''))
      .filter((segment) => !['', '.', '..'].includes(segment)),
    { minLength: 1, maxLength: 4 },
  );
  const position = constantFrom('path', 'query');

  test('names the stored path, and its signature verifies over the bytes a client requests', () => {
    assertProperty(
      property(
        path,
        text,
        position,
        dictionary(
          text.filter((name) => !['tr', 'ik-s', 'ik-t', '__proto__'].includes(name)),
          text,
          { maxKeys: 3 },
        ),
        (segments, transformation, where, queryParameters) => {
          const options = { urlEndpoint, transformation, position: where, queryParameters };
          const url = createUrl({
            ...options,
            path: `/${segments.join('/')}`,
            sign: { privateKey },
          });
          assert.equal(new URL(url).href, url, 'no client changes it');

          const cut = parseImageKitUrl(url, 0, []);
          assert(cut?.transformation);
          assert.equal(cut.transformation.position, where);
          const query = new URL(url).searchParams;
          for (const [name, value] of Object.entries(queryParameters)) {
            assert.equal(query.get(name), value);
          }
          const stored = cut.assetPath.text.slice(1).split('/').map(decodeURIComponent);
          assert.deepEqual(stored, segments);

          const [, unsigned = '', found] = /^(.*)[?&]ik-s=([0-9a-f]{40})$/.exec(url) ?? [];
          assert.equal(unsigned, createUrl({ ...options, path: segments.join('/') }));
          assert.equal(
            found,
            createHmac('sha1', privateKey)
              .update(`${unsigned.slice(urlEndpoint.length + 1)}9999999999`)
              .digest('hex'),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});
