import assert from 'node:assert/strict';
import {
  buildSrc as officialBuildSrc,
  buildTransformationString as officialBuildTransformationString,
} from '@imagekit/javascript';
import OfficialClassic from 'imagekit';
import { buildSrc } from '../../../../../src/core/url/sdk/buildSrc.ts';
import { buildTransformationString } from '../../../../../src/core/url/sdk/buildTransformationString.ts';
import { sdkDifferences } from '../../../../../src/core/url/sdk/sdkDifferences.ts';
import { url } from '../../../../../src/core/url/sdk/url.ts';

const urlEndpoint = 'https://ik.imagekit.io/demo';
const privateKey = 'private_key_test';
const classic = new OfficialClassic({ publicKey: 'public_test', privateKey, urlEndpoint });

suite('where our builders differ from the SDKs', () => {
  test('every difference has its reason', () => {
    for (const { difference, reason } of sdkDifferences) {
      assert.match(difference, /^[A-Z].+\.$/s);
      assert.match(reason, /^[A-Z].+\.$/s);
    }
  });

  test("no caller's object is changed", () => {
    const transformation = Object.freeze([Object.freeze({ width: 1 })]);
    const options = { urlEndpoint, src: '/a.jpg', transformation };
    const before = structuredClone(options);
    assert.equal(buildSrc(Object.freeze(options)), `${urlEndpoint}/a.jpg?tr=w-1`);
    assert.deepEqual(options, before);
    const theirs = { urlEndpoint, src: '/a.jpg' };
    officialBuildSrc(theirs);
    assert('transformationPosition' in theirs);
  });

  test('no inherited key is read', () => {
    const step: Record<string, unknown> = { width: 1 };
    Object.setPrototypeOf(step, { height: 2 });
    assert.equal(buildTransformationString([step]), 'w-1');
    assert.equal(officialBuildTransformationString([step]), 'w-1,h-2');
    const options = { src: '/a.jpg', urlEndpoint };
    Object.setPrototypeOf(options, { signed: true, transformation: [{ width: 1 }] });
    assert.equal(buildSrc(options, { privateKey }), `${urlEndpoint}/a.jpg`);
    const classicOptions = { path: '/a.jpg' };
    Object.setPrototypeOf(classicOptions, { queryParameters: { v: '1' } });
    assert.equal(url(classicOptions, { urlEndpoint }), `${urlEndpoint}/a.jpg`);
  });

  test('a name of every object is a name', () => {
    assert.equal(buildTransformationString([{ constructor: 1 }]), 'constructor-1');
    const options = { path: '/a.jpg', transformation: [{ valueOf: 1 }] };
    assert.equal(url(options, { urlEndpoint }), `${urlEndpoint}/tr:valueOf-1/a.jpg`);
    assert.match(classic.url(options), /native|function/);
  });

  test('a path that begins like a scheme', () => {
    const path = 'tr:w-1/a.jpg';
    assert.equal(url({ path }, { urlEndpoint }), `${urlEndpoint}/tr:w-1/a.jpg`);
    assert.equal(classic.url({ path }), `${urlEndpoint}/a.jpg`);
  });
});

/** What both answer to a mistake: a text, or `throws`. */
function answer(call: () => string): string {
  try {
    return call();
  } catch {
    return 'throws';
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
      const { error } = console;
      console.error = () => undefined;
      try {
        assert.equal(
          answer(() => buildSrc(options as never)),
          expected,
        );
        assert.equal(
          answer(() => officialBuildSrc(structuredClone(options) as never)),
          expected,
        );
      } finally {
        console.error = error;
      }
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

  test('a signed url without a key has an empty signature', () => {
    assert.equal(
      url({ path: '/a.jpg', signed: true }, { urlEndpoint }),
      `${urlEndpoint}/a.jpg?ik-s=`,
    );
  });
});
