import assert from 'node:assert/strict';
import {
  array,
  assert as assertProperty,
  constantFrom,
  nat,
  property,
  string,
  tuple,
} from 'fast-check';
import type { TextSlice } from '../../../../src/core/text/offsetRange.ts';
import type { ImageKitUrl } from '../../../../src/core/url/imageKitUrl.ts';
import { parseImageKitUrl } from '../../../../src/core/url/parseImageKitUrl.ts';
import { assertLinear } from '../../support/assertLinear.ts';

/** `[endpoint, position and chain, asset path, suffix, query]`, in short. */
type Parts = readonly [
  endpoint: string,
  transformation: string | undefined,
  assetPath: string,
  suffix?: string | undefined,
  query?: readonly (readonly [name: string, value?: string])[],
];

function parts(text: string, endpoints: readonly string[] = []): Parts | undefined {
  const url = parseImageKitUrl(text, 0, endpoints);
  return (
    url && [
      url.endpoint.text,
      url.transformation && `${url.transformation.position} ${url.transformation.text}`,
      url.assetPath.text,
      url.suffix?.text,
      url.query.map(({ name, value }) => (value ? [name.text, value.text] : [name.text])),
    ]
  );
}

const demo = 'https://ik.imagekit.io/demo';

suite('ImageKit URL', () => {
  const table: Readonly<Record<string, Parts>> = {
    [`${demo}/a.jpg`]: [demo, undefined, '/a.jpg'],
    [`${demo}/blog/my%20photo.jpg`]: [demo, undefined, '/blog/my%20photo.jpg'],
    [`${demo}/tr:w-300,h-200:rt-90/blog/a.jpg`]: [demo, 'path w-300,h-200:rt-90', '/blog/a.jpg'],
    [`${demo}/a.jpg?tr=w-300`]: [demo, 'query w-300', '/a.jpg', undefined, [['tr', 'w-300']]],
    [`${demo}/a.jpg?v=1&tr=h-200%2Cw-200#top`]: [
      demo,
      'query h-200%2Cw-200',
      '/a.jpg',
      undefined,
      [
        ['v', '1'],
        ['tr', 'h-200%2Cw-200'],
      ],
    ],
    // In HTML the ampersand is written as an entity.
    [`${demo}/a.jpg?v=1&amp;tr=w-300&amp;ik-s=ab`]: [
      demo,
      'query w-300',
      '/a.jpg',
      undefined,
      [
        ['v', '1'],
        ['tr', 'w-300'],
        ['ik-s', 'ab'],
      ],
    ],
    [`${demo}/a.jpg?&v&a=&=b&x=y=z`]: [
      demo,
      undefined,
      '/a.jpg',
      undefined,
      [['v'], ['a', ''], ['', 'b'], ['x', 'y=z']],
    ],
    [`${demo}/tr:w-1/a.jpg?tr=h-1`]: [demo, 'path w-1', '/a.jpg', undefined, [['tr', 'h-1']]],
    [`${demo}/img/tr:w-200/x.jpg`]: [demo, 'path w-200', '/img/tr:w-200/x.jpg'],
    // Being typed.
    [demo]: [demo, undefined, ''],
    [`${demo}/`]: [demo, undefined, '/'],
    [`${demo}/tr:`]: [demo, 'path ', ''],
    [`${demo}/tr:w-300`]: [demo, 'path w-300', ''],
    [`${demo}/tr:w-300?v=1`]: [demo, 'path w-300', '', undefined, [['v', '1']]],
    [`${demo}/tr:w-300#top`]: [demo, 'path w-300', ''],
    [`${demo}/a.jpg?`]: [demo, undefined, '/a.jpg'],
    [`${demo}/a.jpg?tr`]: [demo, undefined, '/a.jpg', undefined, [['tr']]],
    [`${demo}/a.jpg?tr=`]: [demo, 'query ', '/a.jpg', undefined, [['tr', '']]],
    // Looks like a transformation and is none.
    [`${demo}/tr-w-300/a.jpg`]: [demo, undefined, '/tr-w-300/a.jpg'],
    [`${demo}/a.jpg#/tr:w-300/?tr=w-1`]: [demo, undefined, '/a.jpg'],
    [`${demo}/a.jpg?path=/tr:w-300/`]: [
      demo,
      undefined,
      '/a.jpg',
      undefined,
      [['path', '/tr:w-300/']],
    ],
    // Suffix tokens.
    [`${demo}/a.mp4/ik-thumbnail.jpg`]: [demo, undefined, '/a.mp4', 'ik-thumbnail.jpg'],
    [`${demo}/tr:so-5/a/ik-video.mp4/ik-thumbnail.jpg`]: [
      demo,
      'path so-5',
      '/a',
      'ik-thumbnail.jpg',
    ],
    [`${demo}/a.mp4/ik-master.m3u8?tr=sr-240_360`]: [
      demo,
      'query sr-240_360',
      '/a.mp4',
      'ik-master.m3u8',
      [['tr', 'sr-240_360']],
    ],
    [`${demo}/ik-thumbnail.jpg`]: [demo, undefined, '/ik-thumbnail.jpg'],
    [`${demo}/ik-video.mp4/a.jpg`]: [demo, undefined, '/ik-video.mp4/a.jpg'],
    // Other hosts of ImageKit.
    'http://IK.ImageKit.io/demo/a.jpg': ['http://IK.ImageKit.io/demo', undefined, '/a.jpg'],
    'https://demo.imagekit.io/tr:w-1/a.jpg': ['https://demo.imagekit.io', 'path w-1', '/a.jpg'],
    'https://demo.imagekit.io': ['https://demo.imagekit.io', undefined, ''],
    // Interpolation holes, also with the characters at which URLs are cut.
    [`${demo}/\${dir}/a.jpg?tr=w-\${w}`]: [
      demo,
      'query w-${w}',
      '/${dir}/a.jpg',
      undefined,
      [['tr', 'w-${w}']],
    ],
    [`${demo}/tr:w-\${big ? a/b : c}/x.jpg`]: [demo, 'path w-${big ? a/b : c}', '/x.jpg'],
    [`${demo}/tr:w-{{ a/2 }}/{{ f?.n }}`]: [demo, 'path w-{{ a/2 }}', '/{{ f?.n }}'],
    [`${demo}/a.jpg?tr=w-\${a && b}&v=1`]: [
      demo,
      'query w-${a && b}',
      '/a.jpg',
      undefined,
      [
        ['tr', 'w-${a && b}'],
        ['v', '1'],
      ],
    ],
    [`${demo}/a.jpg?\${a === b}=1`]: [demo, undefined, '/a.jpg', undefined, [['${a === b}', '1']]],
    'https://ik.imagekit.io/${id}/a.jpg': ['https://ik.imagekit.io/${id}', undefined, '/a.jpg'],
    'https://ik.imagekit.io/${a ? b/c : d}/tr:w-1/a.jpg': [
      'https://ik.imagekit.io/${a ? b/c : d}',
      'path w-1',
      '/a.jpg',
    ],
    [`${demo}/tr:w-\${never closed/a.jpg`]: [demo, 'path w-${never closed', '/a.jpg'],
  };
  for (const [text, expected] of Object.entries(table)) {
    test(`cuts ${text}`, () => {
      const [endpoint, transformation, assetPath, suffix, query = []] = expected;
      assert.deepEqual(parts(text), [endpoint, transformation, assetPath, suffix, query]);
    });
  }

  for (const token of [
    'ik-video.mp4',
    'ik-thumbnail.jpg',
    'ik-gif-video.mp4',
    'ik-master.m3u8',
    'ik-master.mpd',
    'ik-seek-thumbnail-track.vtt',
    'ik-gensubtitle.vtt',
    'ik-gensubtitle.transcript',
    'ik-genchapter.vtt',
  ]) {
    test(`knows the suffix token ${token}`, () => {
      assert.deepEqual(parts(`${demo}/a/${token}`), [demo, undefined, '/a', token, []]);
    });
  }

  for (const text of [
    '',
    'https://',
    'https://ik.imagekit.io',
    'https://ik.imagekit.io/',
    'https://ik.imagekit.io//a.jpg',
    'https://ik.imagekit.io/?tr=w-300',
    'https://ik.imagekit.io/tr:w-300/a.jpg',
    'https://ik.imagekit.io.example.com/demo/a.jpg',
    'https://example.com/https://ik.imagekit.io/demo/a.jpg',
    'https://imagekit.io/docs/transformations',
    'https://docs.imagekit.io/features',
    'https://api.imagekit.io/v1/files',
    'https://upload.imagekit.io/api/v1/files/upload',
    'ftp://ik.imagekit.io/demo/a.jpg',
  ]) {
    test(`${JSON.stringify(text)} is no ImageKit URL`, () => assert.equal(parts(text), undefined));
  }
});

suite('ImageKit URL under a configured endpoint', () => {
  const endpointOf = (text: string, endpoints: readonly string[]): string | undefined =>
    parts(text, endpoints)?.[0];

  test('is recognised, the longest endpoint wins in any order', () => {
    const endpoints = ['https://img.example.com', 'https://img.example.com/shop'];
    for (const given of [endpoints, endpoints.toReversed()]) {
      assert.deepEqual(parts('https://img.example.com/shop/tr:w-1/a.jpg', given), [
        'https://img.example.com/shop',
        'path w-1',
        '/a.jpg',
        undefined,
        [],
      ]);
      assert.equal(endpointOf('https://img.example.com/shops/a.jpg', given), endpoints[0]);
    }
    assert.equal(endpointOf(`${demo}/blog/a.jpg`, [`${demo}/blog`]), `${demo}/blog`);
  });

  test('begins on the boundary of a segment', () => {
    const local = 'http://127.0.0.1:4010/demo';
    assert.equal(endpointOf(`${local}2/a.jpg`, [local]), undefined);
    assert.equal(endpointOf('http://127.0.0.1:40101/demo/a.jpg', [local]), undefined);
    assert.equal(
      endpointOf('https://img.example.com.org/a', ['https://img.example.com']),
      undefined,
    );
    for (const rest of ['', '/', '/a.jpg', '?tr=w-1', '#top', '#', '#{']) {
      assert.equal(endpointOf(`${local}${rest}`, [local]), local);
    }
    for (const hole of ['${n}', '#{n}', '#{{ x?.y }}', '{{n}}']) {
      assert.equal(endpointOf(`${local}${hole}/tr:w-1/a.jpg`, [local]), undefined);
      assert.equal(endpointOf(`https://demo.imagekit.io${hole}/a.jpg`, []), undefined);
      assert.equal(endpointOf(`${demo}${hole}/a.jpg`, [demo]), `${demo}${hole}`);
    }
  });

  test('is compared without case in scheme and host only, and without trailing slash', () => {
    const endpoints = ['https://Img.Example.com/Shop//'];
    assert.equal(
      endpointOf('HTTPS://img.example.COM/Shop/a.jpg', endpoints),
      'HTTPS://img.example.COM/Shop',
    );
    assert.equal(endpointOf('https://img.example.com/shop/a.jpg', endpoints), undefined);
  });

  test('an empty endpoint makes nothing an ImageKit URL', () => {
    assert.equal(parts('https://example.com/a.jpg', ['', '/']), undefined);
  });
});

suite('slices of an ImageKit URL', () => {
  const pieces =
    '/ ? & &amp; = # : , tr: /tr: ?tr= &tr= w-300 a.jpg /ik-video.mp4 /ik-thumbnail.jpg ${ } { %20 %s é İ';
  const holes = ['${a / b ? c : d}', '{{ x?.y }}', '<?= $a ?>'];
  const piece = constantFrom(...pieces.split(' '), ...holes);
  const anyUrl = tuple(
    constantFrom(
      demo,
      'https://demo.imagekit.io',
      'http://127.0.0.1:4010/demo',
      'https://ik.imagekit.io/',
    ),
    array(piece, { maxLength: 20 }),
  ).map(([start, following]) => start + following.join(''));
  const endpoints = ['http://127.0.0.1:4010/demo'];

  test('carry offsets of the document and its exact text', () => {
    assertProperty(
      property(string(), anyUrl, string(), (before, text, after) => {
        const document = before + text + after;
        const url = parseImageKitUrl(text, before.length, endpoints);
        if (!url) return;
        for (const slice of slices(url)) {
          assert.equal(document.slice(slice.start, slice.end), slice.text);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('stand in order and are the URL again, with nothing but separators between them', () => {
    assertProperty(
      property(anyUrl, nat(1000), (text, start) => {
        const url = parseImageKitUrl(text, start, endpoints);
        if (!url) return;
        let rebuilt = '';
        for (const slice of slices(url)) {
          const between = text.slice(rebuilt.length, slice.start - start);
          assert.match(between, /^(?:\/tr:|(?:\/ik-[a-z.0-9]+)*\/|[?&=]|amp;)*$/);
          rebuilt += between + slice.text;
        }
        assert.match(text.slice(rebuilt.length), /^[?&=]*(?:amp;|&)*(?:#.*)?$/s);
        assert.equal(rebuilt, text.slice(0, rebuilt.length));
      }),
      { numRuns: 500 },
    );
  });

  test('of long hostile text are found in linear time', () => {
    // A hole that never ends is looked for in 500 characters, so those texts take longer.
    const hostile = { 400_000: '& &a / ?tr= /ik-video.mp4 &amp;', 40_000: '${ { #{ % <?' };
    for (const [length, units] of Object.entries(hostile)) {
      for (const part of units.split(' ')) {
        assertLinear(part, Number(length), (query) => {
          const text = `${demo}/a?${query}`;
          assert.equal(parseImageKitUrl(text, 0, [])?.text, text);
        });
      }
    }
  });

  /** The parts in order; a transformation deeper in the path is part of the asset's path. */
  function slices(url: ImageKitUrl): TextSlice[] {
    const { endpoint, transformation, assetPath, suffix, query } = url;
    const leading =
      transformation?.position === 'path' && transformation.end <= assetPath.start
        ? [transformation]
        : [];
    return [
      endpoint,
      ...leading,
      assetPath,
      ...(suffix ? [suffix] : []),
      ...query.flatMap(({ name, value }) => (value ? [name, value] : [name])),
    ];
  }
});
