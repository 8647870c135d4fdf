// Our builders print what ImageKit's own packages print, and throw where those throw.
import assert from 'node:assert/strict';
import { mock } from 'node:test';
import {
  buildSrc as officialBuildSrc,
  buildTransformationString as officialBuildTransformationString,
  getResponsiveImageAttributes as officialGetResponsiveImageAttributes,
} from '@imagekit/javascript';
import OfficialNode from '@imagekit/nodejs';
import * as fc from 'fast-check';
import OfficialClassic from 'imagekit';
import { buildSrc } from '../../../../../src/core/url/sdk/buildSrc.ts';
import {
  buildNodeTransformationString,
  buildTransformationString,
} from '../../../../../src/core/url/sdk/buildTransformationString.ts';
import { getResponsiveImageAttributes } from '../../../../../src/core/url/sdk/getResponsiveImageAttributes.ts';
import { url } from '../../../../../src/core/url/sdk/url.ts';
import {
  absolute,
  browserChains,
  classicChains,
  endpoints,
  nodeChains,
  path,
  position,
  queryParameters,
  urlEndpoint,
} from './sdkArbitraries.ts';

const seed = Number(process.env['IMAGEKIT_TEST_SEED'] ?? Date.now() % 2 ** 31);
const numRuns = 10_000;
const privateKey = 'private_key_test';
const now = 1_700_000_000_000;
const node = new OfficialNode({ privateKey });
const classic = new OfficialClassic({ publicKey: 'public_test', privateKey, urlEndpoint });

/** A copy for each side, as the SDKs change what they are given. */
const copy = <Options>(options: Options): Options => structuredClone(options);

/** What a call gives, or that it throws. */
function outcome(call: () => unknown): unknown {
  try {
    return { result: call() };
  } catch (error) {
    return { thrown: error instanceof TypeError || error instanceof URIError };
  }
}

function compare<Options>(
  arbitrary: fc.Arbitrary<Options>,
  ours: (options: never) => unknown,
  official: (options: never) => unknown,
): void {
  fc.assert(
    fc.property(arbitrary, (options) => {
      const [our, their] = [ours, official].map((build) =>
        outcome(() => build(copy(options) as never)),
      );
      assert.deepEqual(our, their);
    }),
    { numRuns, seed },
  );
}

suite('differential', () => {
  suiteSetup(() => console.log(`differential tests with IMAGEKIT_TEST_SEED=${seed}`));
  // The official packages take the time from `new Date()`; one of them prints what it cannot parse.
  setup(() => {
    mock.timers.enable({ apis: ['Date'], now });
    mock.method(console, 'error', () => undefined);
  });
  teardown(() => {
    mock.timers.reset();
    mock.restoreAll();
  });

  test('buildTransformationString is that of @imagekit/javascript', () => {
    compare(browserChains, buildTransformationString, officialBuildTransformationString);
  });

  test('and, in a URL that is signed, that of @imagekit/nodejs', () => {
    compare(nodeChains, buildNodeTransformationString, (chain) =>
      node.helper.buildTransformationString(chain),
    );
  });

  test('buildSrc is that of @imagekit/javascript', () => {
    const options = fc.record(
      {
        src: fc.oneof(path, absolute, fc.constantFrom('', 'https://', undefined)),
        urlEndpoint: fc.oneof(endpoints, fc.constantFrom('', 'no url', undefined)),
        transformation: browserChains,
        transformationPosition: position,
        queryParameters,
      },
      { requiredKeys: ['src', 'urlEndpoint'] },
    );
    compare(options, buildSrc, officialBuildSrc);
  });

  test('a signed buildSrc is that of @imagekit/nodejs', () => {
    const signed = fc.record(
      {
        src: fc.oneof(path, absolute, fc.constantFrom('', 'https://')),
        urlEndpoint: fc.oneof(endpoints, fc.constantFrom('', 'no url')),
        transformation: nodeChains,
        transformationPosition: position,
        queryParameters,
        signed: fc.constant(true),
        expiresIn: fc.constantFrom(0, -5, 1, 3600, 1.5, undefined),
      },
      { requiredKeys: ['src', 'urlEndpoint', 'signed'] },
    );
    const expiring = signed.map((options) => ({ ...options, signed: false, expiresIn: 60 }));
    compare(
      fc.oneof(signed, expiring),
      (options) => buildSrc(options, { privateKey, now: () => now }),
      (options) => node.helper.buildSrc(options),
    );
  });

  test('getResponsiveImageAttributes is that of @imagekit/javascript', () => {
    const breakpoints = fc.array(fc.integer({ min: 0, max: 4000 }), { maxLength: 5 });
    const options = fc.record(
      {
        src: path,
        urlEndpoint: endpoints,
        transformation: fc.array(fc.constantFrom({ width: 3 }, { quality: 80 }, {}), {
          maxLength: 2,
        }),
        transformationPosition: position,
        queryParameters,
        width: fc.oneof(fc.integer({ min: 0, max: 5000 }), fc.constantFrom(undefined, '300')),
        sizes: fc.constantFrom('', '50vw', '(max-width: 600px) 100vw, 33vw', '300px', '5vw 120vw'),
        deviceBreakpoints: breakpoints,
        imageBreakpoints: breakpoints,
      },
      { requiredKeys: ['src', 'urlEndpoint'] },
    );
    compare(options, getResponsiveImageAttributes, officialGetResponsiveImageAttributes);
  });

  test('url is that of imagekit 5', () => {
    const options = fc.record(
      {
        path: fc.oneof(path, fc.constantFrom('', undefined)),
        src: fc.oneof(path, absolute),
        urlEndpoint: endpoints,
        transformation: classicChains,
        transformationPosition: position,
        queryParameters,
        signed: fc.constantFrom(true, false),
        expireSeconds: fc.constantFrom(0, 60, -5, 1.5, undefined),
      },
      { requiredKeys: [] },
    );
    compare(
      options,
      (given) => url(given, { urlEndpoint, privateKey, now: () => now }),
      (given) => classic.url(given),
    );
  });
});
