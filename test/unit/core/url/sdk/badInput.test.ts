import assert from 'node:assert/strict';
import { mock } from 'node:test';
import {
  buildSrc as officialBuildSrc,
  buildTransformationString as officialBuildTransformationString,
  getResponsiveImageAttributes as officialGetResponsiveImageAttributes,
} from '@imagekit/javascript';
import OfficialClassic from 'imagekit';
import { buildSrc } from '../../../../../src/core/url/sdk/buildSrc.ts';
import { buildTransformationString } from '../../../../../src/core/url/sdk/buildTransformationString.ts';
import { getResponsiveImageAttributes } from '../../../../../src/core/url/sdk/getResponsiveImageAttributes.ts';
import { url } from '../../../../../src/core/url/sdk/url.ts';

const urlEndpoint = 'https://ik.imagekit.io/demo';
const privateKey = 'private_key_test';
const classic = new OfficialClassic({ publicKey: 'public_test', privateKey, urlEndpoint });

/** What both answer to a mistake: a text, or `throws`. The SDKs print what they think of it, too. */
function answer(call: () => string): string {
  const { error } = console;
  console.error = () => undefined;
  try {
    return call();
  } catch {
    return 'throws';
  } finally {
    console.error = error;
  }
}

suite('bad input gets the answer of the SDK', () => {
  const sources: readonly (readonly [what: string, options: object, expected: string])[] = [
    ['no src', { urlEndpoint }, ''],
    ['an empty src', { src: '', urlEndpoint }, ''],
    ['a src that is no text', { src: 3, urlEndpoint }, 'throws'],
    ['no endpoint', { src: '/a.jpg' }, ''],
    ['an endpoint that is no URL', { src: '/a.jpg', urlEndpoint: 'ik.imagekit.io/demo' }, ''],
    ['a src that is no URL', { src: 'https://', urlEndpoint }, ''],
    [
      'an overlay without a type',
      { src: '/a.jpg', urlEndpoint, transformation: [{ overlay: { input: 'a.png' } }] },
      `${urlEndpoint}/a.jpg`,
    ],
    [
      'an overlay whose position is null',
      {
        src: '/a',
        urlEndpoint,
        transformation: [{ overlay: { type: 'text', text: 'a', position: null } }],
      },
      'throws',
    ],
    [
      'a path that is no text',
      { src: '/a.jpg', urlEndpoint, transformation: [{ defaultImage: 3 }] },
      'throws',
    ],
    [
      'values that are objects',
      { src: '/a.jpg', urlEndpoint, transformation: [{ width: { a: 1 }, height: [1, null] }] },
      `${urlEndpoint}/a.jpg?tr=w-[object Object],h-1,`,
    ],
    [
      'a transformation that is no list',
      { src: '/a', urlEndpoint, transformation: 'w-1' },
      `${urlEndpoint}/a`,
    ],
  ];
  for (const [what, options, expected] of sources) {
    test(`buildSrc: ${what}`, () => {
      assert.equal(
        answer(() => buildSrc(options as never)),
        expected,
      );
      assert.equal(
        answer(() => officialBuildSrc(structuredClone(options) as never)),
        expected,
      );
    });
  }

  const paths: readonly (readonly [what: string, options: object, expected: string])[] = [
    ['neither path nor src', {}, ''],
    ['a path that is no text', { path: 3 }, 'throws'],
    ['an endpoint that is undefined', { path: '/a.jpg', urlEndpoint: undefined }, 'throws'],
    [
      'an endpoint without scheme',
      { path: '/a.jpg', urlEndpoint: 'img.example.com/x/' },
      'img.example.com/x/a.jpg',
    ],
    ['an empty endpoint', { path: '/a.jpg', urlEndpoint: '' }, '/a.jpg'],
    [
      'a step that is null',
      { path: '/a.jpg', transformation: [{ width: 1 }, null] },
      `${urlEndpoint}/tr:w-1:/a.jpg`,
    ],
    [
      'a negative expiry that is not signed',
      { path: '/a.jpg', expireSeconds: -5 },
      `${urlEndpoint}/a.jpg`,
    ],
  ];
  for (const [what, options, expected] of paths) {
    test(`url: ${what}`, () => {
      const context = { urlEndpoint, privateKey };
      assert.equal(
        answer(() => url(options as never, context)),
        expected,
      );
      assert.equal(
        answer(() => classic.url(structuredClone(options) as never)),
        expected,
      );
    });
  }

  const chains: readonly (readonly [what: string, chain: unknown, expected: string])[] = [
    ['nothing', undefined, ''],
    ['null', null, ''],
    ['a text', 'w-1', ''],
    ['a step that is null', [{ width: 1 }, null], 'w-1'],
    ['a step that is a text', ['w-1'], '0-w,1--,2-1'],
    ['an overlay without a type', [{ width: 1, overlay: { text: 'a' } }], 'w-1'],
    ['an overlay of an unknown type', [{ overlay: { type: 'sound', input: 'a.mp3' } }], 'l-end'],
    ['a number that is none', [{ width: Number.NaN }], 'w-NaN'],
    ['an effect that is an object', [{ contrastStretch: { a: 1 } }], ''],
  ];
  for (const [what, chain, expected] of chains) {
    test(`buildTransformationString: ${what}`, () => {
      const theirs = answer(() => officialBuildTransformationString(chain as never));
      assert.equal(theirs, expected);
      assert.equal(
        answer(() => buildTransformationString(chain as never)),
        theirs,
      );
    });
  }

  const images: readonly (readonly [what: string, options: object])[] = [
    ['no src', { urlEndpoint }],
    ['a src that is no text', { src: 3, urlEndpoint }],
    ['no endpoint', { src: '/a.jpg' }],
    ['a width that is no number', { src: '/a.jpg', urlEndpoint, width: 'wide' }],
    ['a negative width', { src: '/a.jpg', urlEndpoint, width: -5 }],
    ['breakpoints that are no list', { src: '/a.jpg', urlEndpoint, deviceBreakpoints: 640 }],
    ['no breakpoints', { src: '/a.jpg', urlEndpoint, deviceBreakpoints: [], imageBreakpoints: [] }],
    ['sizes that are no text', { src: '/a.jpg', urlEndpoint, sizes: 50 }],
    ['sizes without a number', { src: '/a.jpg', urlEndpoint, sizes: 'auto' }],
  ];
  for (const [what, options] of images) {
    test(`getResponsiveImageAttributes: ${what}`, () => {
      assert.equal(
        answer(() => JSON.stringify(getResponsiveImageAttributes(options as never))),
        answer(() =>
          JSON.stringify(officialGetResponsiveImageAttributes(structuredClone(options) as never)),
        ),
      );
    });
  }

  test('a negative expiry of a signed url signs for a time that is over', () => {
    const now = 1_600_000_000_000;
    const options = { path: '/a.jpg', signed: true, expireSeconds: -5 };
    // The SDK takes the time from `new Date()`.
    mock.timers.enable({ apis: ['Date'], now });
    try {
      const ours = url(options, { urlEndpoint, privateKey, now: () => now });
      assert.equal(ours, classic.url(options));
      assert.match(ours, /ik-t=1599999995/);
    } finally {
      mock.timers.reset();
    }
  });

  test('a signed url without a key has an empty signature', () => {
    assert.equal(
      url({ path: '/a.jpg', signed: true }, { urlEndpoint }),
      `${urlEndpoint}/a.jpg?ik-s=`,
    );
  });
});
