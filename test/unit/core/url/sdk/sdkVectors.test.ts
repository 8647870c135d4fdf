import assert from 'node:assert/strict';
import { buildSrc } from '../../../../../src/core/url/sdk/buildSrc.ts';
import { url } from '../../../../../src/core/url/sdk/url.ts';
import { E, sdkVectors } from './sdkVectors.ts';

const context = { privateKey: 'private_key_test', now: (): number => 1_700_000_000_000 };

suite('what the SDKs print for one input each', () => {
  for (const { id, builder, urlEndpoint = E, options, result } of sdkVectors) {
    test(`${id}: ${builder} ${JSON.stringify(options).slice(0, 80)}`, () => {
      const build = (): string =>
        builder === 'url'
          ? url(options, { ...context, urlEndpoint })
          : buildSrc({ urlEndpoint, ...options } as never, context);
      if (result === 'throws') assert.throws(build);
      else assert.equal(build(), result);
    });
  }
});
