// Our builders print what ImageKit's own packages print.
import assert from 'node:assert/strict';
import { mock } from 'node:test';
import {
  buildSrc as officialBuildSrc,
  buildTransformationString as officialBuildTransformationString,
} from '@imagekit/javascript';
import OfficialNode from '@imagekit/nodejs';
import * as fc from 'fast-check';
import OfficialClassic from 'imagekit';
import { buildSrc, type SrcOptions } from '../../../../../src/core/url/sdk/buildSrc.ts';
import {
  buildTransformationString,
  type TransformationStep,
} from '../../../../../src/core/url/sdk/buildTransformationString.ts';
import { classicKeys, modernKeys } from '../../../../../src/core/url/sdk/transformationKeys.ts';
import { url, type UrlOptions } from '../../../../../src/core/url/sdk/url.ts';

const urlEndpoint = 'https://ik.imagekit.io/test_url_endpoint';
const privateKey = 'private_key_test';
const node = new OfficialNode({ privateKey });
const classic = new OfficialClassic({ publicKey: 'public_test', privateKey, urlEndpoint });

const value = fc.oneof(
  fc.integer({ min: -50, max: 3000 }),
  fc.boolean(),
  fc.constantFrom('', '-', 'auto', 'true', 'false', 'at_max', 'iw_div_2', 'FF0000', '/a/b.jpg/'),
);
const path = fc
  .array(fc.stringMatching(/^[A-Za-z0-9_.-]{1,8}$/), { minLength: 1, maxLength: 3 })
  .map((segments) => `/${segments.join('/')}`)
  .filter((text) => !/\/\.{1,2}(?:\/|$)/.test(text));

/** Steps in which every key stands once, so that their order is that of the object. */
function steps<Value>(names: readonly string[], arbitrary: fc.Arbitrary<Value>) {
  const step = fc.uniqueArray(fc.constantFrom(...names), { maxLength: 5 }).chain((keys) =>
    fc.tuple(...keys.map(() => arbitrary)).map((values) => {
      const result: Record<string, Value> = {};
      for (const [index, key] of keys.entries()) {
        const own = values[index];
        if (own !== undefined) result[key] = own;
      }
      return result;
    }),
  );
  return fc.array(step, { maxLength: 3 });
}

/** The SDKs throw for a path that is no text. */
const paths = new Set(['defaultImage', 'di', 'fontFamily', 'ff']);
const modernNames = [...modernKeys.keys(), 'w', 'e-sharpen', 'unknown', 'WIDTH'];
const numberless = modernNames.filter((name) => !paths.has(name));
const modernSteps = steps(numberless, value);
const now = 1_700_000_000_000;

suite('differential', () => {
  // The official packages take the time from `new Date()`.
  setup(() => mock.timers.enable({ apis: ['Date'], now }));
  teardown(() => mock.timers.reset());

  const same = (ours: unknown, official: unknown, input: unknown): void =>
    assert.deepEqual({ input, url: ours }, { input, url: official });

  test('buildTransformationString prints what @imagekit/javascript prints', () => {
    fc.assert(
      fc.property(modernSteps, (transformation) =>
        same(
          buildTransformationString(transformation as TransformationStep[]),
          officialBuildTransformationString(transformation as never),
          transformation,
        ),
      ),
    );
  });

  test('layers of every kind and encoding', () => {
    const text = fc.oneof(
      fc.constantFrom('', 'Hello World', 'a,b:c', 'Grüße 😀', '50% off', '/logos/a b.png/'),
      fc.string({ maxLength: 12 }),
    );
    const overlay = fc.record(
      {
        type: fc.constantFrom('text', 'image', 'video', 'subtitle', 'solidColor'),
        text,
        input: text,
        color: fc.constantFrom('red', 'FF000080', ''),
        encoding: fc.constantFrom('auto', 'plain', 'base64'),
        layerMode: fc.constantFrom('multiply', 'displace'),
        position: fc.record(
          {
            x: fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constant('bw_div_2')),
            y: fc.integer({ min: -5, max: 5 }),
            xCenter: fc.integer({ min: 0, max: 5 }),
            anchorPoint: fc.constantFrom('top', 'left'),
            focus: fc.constantFrom('center', 'top_left'),
          },
          { requiredKeys: [] },
        ),
        timing: fc.record(
          { start: fc.integer({ min: 0, max: 3 }), end: fc.constantFrom('0', 9, 'bdu_div_2') },
          { requiredKeys: [] },
        ),
        transformation: modernSteps,
      },
      { requiredKeys: ['type'] },
    );
    fc.assert(
      fc.property(overlay, (layer) => {
        const transformation = [{ width: 300 }, { overlay: layer }];
        same(
          buildTransformationString(transformation as unknown as TransformationStep[]),
          officialBuildTransformationString(transformation as never),
          layer,
        );
      }),
      { numRuns: 300 },
    );
  });

  const srcOptions = fc.record(
    {
      src: fc.oneof(
        path,
        path.map((text) => `${urlEndpoint}${text}?v=1`),
        fc.constantFrom('a b.jpg', 'é.jpg', '/x%20y.jpg', '//a//b.jpg', 'a.jpg?v=1&w=2'),
      ),
      urlEndpoint: fc.constantFrom(urlEndpoint, `${urlEndpoint}/`, 'https://images.example.com'),
      transformation: modernSteps,
      transformationPosition: fc.constantFrom('path', 'query'),
      queryParameters: fc.dictionary(
        fc.stringMatching(/^[a-z]{1,4}$/),
        fc.constantFrom('1', 'a b', 'ä&='),
        { maxKeys: 2 },
      ),
    },
    { requiredKeys: ['src', 'urlEndpoint'] },
  );

  test('buildSrc prints what @imagekit/javascript prints', () => {
    fc.assert(
      fc.property(srcOptions, (options) =>
        same(
          buildSrc(options as unknown as SrcOptions),
          officialBuildSrc(structuredClone(options) as never),
          options,
        ),
      ),
      { numRuns: 300 },
    );
  });

  test('buildSrc signs as @imagekit/nodejs signs', () => {
    const signing = fc.record(
      {
        src: path,
        signed: fc.boolean(),
        expiresIn: fc.constantFrom(0, 1, 3600),
        transformation: steps(['width', 'height', 'rotation', 'format'], fc.integer({ min: 1 })),
        transformationPosition: fc.constantFrom('path', 'query'),
        queryParameters: fc.constantFrom({ v: '1' }, {}),
      },
      { requiredKeys: ['src'] },
    );
    fc.assert(
      fc.property(signing, (options) => {
        const whole = { ...options, urlEndpoint };
        same(
          buildSrc(whole, { privateKey, now: () => now }),
          node.helper.buildSrc(structuredClone(whole)),
          whole,
        );
      }),
      { numRuns: 300 },
    );
  });

  test('url() prints what imagekit 5 prints', () => {
    const classicSteps = steps(
      [...classicKeys.keys(), 'w', 'unknown', 'HEIGHT'].filter((name) => !paths.has(name)),
      value,
    );
    const options = fc.record(
      {
        path,
        transformation: classicSteps,
        transformationPosition: fc.constantFrom('path', 'query'),
        queryParameters: fc.constantFrom({ v: '1', 'a b': 'c&d' }, {}),
        signed: fc.boolean(),
        expireSeconds: fc.constantFrom(0, 60),
      },
      { requiredKeys: ['path'] },
    );
    fc.assert(
      fc.property(options, (given) =>
        same(
          url(given as UrlOptions, { urlEndpoint, privateKey, now: () => now }),
          classic.url(structuredClone(given) as never),
          given,
        ),
      ),
      { numRuns: 300 },
    );
  });

  test('src keeps its query and takes its transformation in the query, as imagekit 5 does', () => {
    for (const src of [`${urlEndpoint}/a.jpg`, `${urlEndpoint}/a.jpg?v=1&tr=w-1`]) {
      const given = { src, transformation: [{ height: 300 }], queryParameters: { v: '2' } };
      same(url(given, { urlEndpoint }), classic.url(given), given);
    }
  });

  test('no inherited name is taken for a parameter, as the SDKs do', () => {
    assert.equal(buildTransformationString([{ constructor: 1 }]), 'constructor-1');
    assert.equal(
      url({ path: '/a.jpg', transformation: [{ valueOf: 1 }] }, { urlEndpoint }),
      `${urlEndpoint}/tr:valueOf-1/a.jpg`,
    );
  });

  test("no caller's object is changed", () => {
    const options = Object.freeze({
      urlEndpoint,
      src: '/a.jpg',
      transformation: Object.freeze([Object.freeze({ width: 1 })]),
      queryParameters: Object.freeze({ v: '1' }),
    });
    assert.match(buildSrc(options), /tr=w-1$/);
  });
});
