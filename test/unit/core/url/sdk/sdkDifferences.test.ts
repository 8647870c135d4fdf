import assert from 'node:assert/strict';
import {
  buildSrc as officialBuildSrc,
  buildTransformationString as officialBuildTransformationString,
  getResponsiveImageAttributes as officialGetResponsiveImageAttributes,
} from '@imagekit/javascript';
import OfficialClassic from 'imagekit';
import { buildSrc } from '../../../../../src/core/url/sdk/buildSrc.ts';
import { buildTransformationString } from '../../../../../src/core/url/sdk/buildTransformationString.ts';
import { getResponsiveImageAttributes } from '../../../../../src/core/url/sdk/getResponsiveImageAttributes.ts';
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

suite('where our builders differ on odd input and on signing', () => {
  test('a scheme without a host', () => {
    const cases = [
      [{ src: 'mailto:x' }, '/mailto:x', 'mailto:x/'],
      [
        { src: 'data:image/png;base64,AA' },
        '/data:image/png;base64,AA',
        'data:image/png;base64,AA',
      ],
      [{ src: 'https:a' }, '/https:a', 'https:/a'],
      [{ path: '/a', urlEndpoint: 'mailto:x' }, 'mailto:x/a', 'mailto:mailto:x/a'],
    ] as const;
    for (const [options, ours, theirs] of cases) {
      assert.equal(url(options as never, { urlEndpoint }), ours);
      assert.equal(classic.url({ ...options }), theirs);
    }
  });

  test('the candidates of a signed responsive image', () => {
    const options = { src: '/a.jpg', urlEndpoint, signed: true, width: 100 };
    const ours = getResponsiveImageAttributes(options, { privateKey });
    const theirs = officialGetResponsiveImageAttributes(options);
    const transformation = [{ width: 256, crop: 'at_max' as const }];
    assert.equal(ours.src, buildSrc({ ...options, transformation }, { privateKey }));
    assert.match(ours.src, /&ik-s=[0-9a-f]{40}$/);
    assert.doesNotMatch(theirs.src, /ik-s=/);
  });
});
