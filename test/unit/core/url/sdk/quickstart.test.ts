import assert from 'node:assert/strict';
import { buildSrc } from '../../../../../src/core/url/sdk/buildSrc.ts';
import { url, type UrlOptions } from '../../../../../src/core/url/sdk/url.ts';

const urlEndpoint = 'https://ik.imagekit.io/demo';
const path = '/default-image.jpg';

suite('quick start', () => {
  const samples: readonly (readonly [printed: string, options: UrlOptions])[] = [
    ['/default-image.jpg', { path }],
    [
      '/tr:h-200,w-200,raw-ar-4-3,q-40/default-image.jpg',
      { path, transformation: [{ height: '200', width: '200', raw: 'ar-4-3,q-40' }] },
    ],
    [
      '/default-image.jpg?tr=h-200%2Cw-200',
      {
        path,
        transformation: [{ height: '200', width: '200' }],
        transformationPosition: 'query',
      },
    ],
    [
      '/tr:h-300,w-200:rt-90/default-image.jpg',
      { path, transformation: [{ height: '300', width: '200' }, { rt: '90' }] },
    ],
    [
      '/tr:rt-90:h-300,w-200/default-image.jpg',
      { path, transformation: [{ rt: '90' }, { height: '300', width: '200' }] },
    ],
  ];

  for (const [printed, options] of samples) {
    test(`the guide's ${printed} byte for byte`, () => {
      assert.equal(
        url({ ...options, dialect: 'quickstart-2022' }, { urlEndpoint }),
        urlEndpoint + printed,
      );
    });
  }

  test('raw is printed as it is outside the dialect', () => {
    const transformation = [{ height: '200', width: '200', raw: 'ar-4-3,q-40' }];
    assert.equal(
      url({ path, transformation }, { urlEndpoint }),
      `${urlEndpoint}/tr:h-200,w-200,ar-4-3,q-40${path}`,
    );
  });

  test('both spellings of grayscale are the same in the dialect', () => {
    const print = (step: Record<string, string>): string =>
      url({ path, transformation: [step], dialect: 'quickstart-2022' }, { urlEndpoint });
    assert.equal(print({ effectGray: 'e-grayscale' }), `${urlEndpoint}/tr:e-grayscale${path}`);
    assert.equal(print({ 'e-grayscale': '' }), `${urlEndpoint}/tr:e-grayscale${path}`);
  });

  test('buildSrc makes the same pictures, by default in the query with literal commas', () => {
    const transformation = [{ height: 300, width: 200 }, { rotation: 90 }];
    assert.equal(
      buildSrc({ urlEndpoint, src: path, transformation }),
      `${urlEndpoint}${path}?tr=h-300,w-200:rt-90`,
    );
    assert.equal(
      buildSrc({ urlEndpoint, src: path, transformation, transformationPosition: 'path' }),
      `${urlEndpoint}/tr:h-300,w-200:rt-90${path}`,
    );
  });
});
