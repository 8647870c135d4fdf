import assert from 'node:assert/strict';
import {
  moveTransformation,
  removeSignature,
  setQueryParameter,
  setTransformation,
} from '../../../../src/core/url/editUrl.ts';
import { setAssetPath, setEndpoint, setSuffix } from '../../../../src/core/url/editPath.ts';
import type { ImageKitUrl } from '../../../../src/core/url/imageKitUrl.ts';
import { parseImageKitUrl } from '../../../../src/core/url/parseImageKitUrl.ts';

const demo = 'https://ik.imagekit.io/demo';

function parse(text: string, start = 7): ImageKitUrl {
  const url = parseImageKitUrl(text, start, []);
  assert(url);
  return url;
}

/** Without `demo`: `[before, after]`. */
type Change = readonly [before: string, after: string];

function testChanges(
  what: string,
  edit: (url: ImageKitUrl) => string,
  changes: readonly Change[],
): void {
  for (const [before, after] of changes) {
    test(`${what}: ${before || 'the bare endpoint'}`, () => {
      assert.equal(edit(parse(demo + before)), demo + after);
    });
  }
}

suite('editing a URL', () => {
  testChanges(
    'changes the transformation where it stands',
    (url) => setTransformation(url, 'w-9'),
    [
      ['/tr:w-300:rt-90/a.jpg', '/tr:w-9/a.jpg'],
      ['/tr:/a.jpg', '/tr:w-9/a.jpg'],
      ['/img/tr:w-1/a.jpg#top', '/img/tr:w-9/a.jpg#top'],
      ['/tr:w-1', '/tr:w-9'],
      ['/a.jpg?v=1&tr=w-1,h-${h}&x#top', '/a.jpg?v=1&tr=w-9&x#top'],
      ['/a.jpg?tr=', '/a.jpg?tr=w-9'],
      ['/a.jpg?tr', '/a.jpg?tr=w-9'],
      ['/a.jpg?tr=w-1&v=1&tr=w-2', '/a.jpg?tr=w-9&v=1'],
      ['/tr:w-1/a.jpg?tr=h-1&v=1', '/tr:w-9/a.jpg?v=1'],
      ['/tr:w-1/a.jpg?tr=h-1', '/tr:w-9/a.jpg'],
    ],
  );

  testChanges('adds a transformation to the query', (url) => setTransformation(url, 'w-9'), [
    ['', '?tr=w-9'],
    ['/a.jpg', '/a.jpg?tr=w-9'],
    ['/a.jpg?', '/a.jpg?tr=w-9'],
    ['/a.jpg#top', '/a.jpg?tr=w-9#top'],
    ['/a.jpg?v=1#top', '/a.jpg?v=1&tr=w-9#top'],
    ['/a.jpg?v=1&amp;x=2', '/a.jpg?v=1&amp;x=2&amp;tr=w-9'],
    ['/a.mp4/ik-video.mp4/ik-thumbnail.jpg', '/a.mp4/ik-video.mp4/ik-thumbnail.jpg?tr=w-9'],
  ]);

  testChanges('adds a transformation to the path', (url) => setTransformation(url, 'w-9', 'path'), [
    ['', '/tr:w-9'],
    ['/${dir}/a.jpg?v=1', '/tr:w-9/${dir}/a.jpg?v=1'],
    ['/a.jpg?tr=w-1', '/tr:w-9/a.jpg'],
    ['?tr=w-1', '/tr:w-9'],
  ]);

  testChanges('removes the transformation', (url) => setTransformation(url, undefined), [
    ['/a.jpg', '/a.jpg'],
    ['/a.jpg?', '/a.jpg?'],
    ['/tr:w-1/a.jpg?v=1', '/a.jpg?v=1'],
    ['/tr:w-1', ''],
    ['/tr:w-1?tr=h-1#top', '#top'],
    ['/img/tr:w-1/a.jpg', '/img/a.jpg'],
    ['/a.jpg?tr=w-1', '/a.jpg'],
    ['/a.jpg?&tr=w-1&#top', '/a.jpg#top'],
    ['/a.jpg?tr=w-1&v=1', '/a.jpg?v=1'],
    ['/a.jpg?v=1&tr=w-1', '/a.jpg?v=1'],
    ['/a.jpg?v=1&amp;tr=w-1&amp;x=2', '/a.jpg?v=1&amp;x=2'],
    ['/a.jpg?tr=w-1&tr=w-2&v=1&tr=w-3&x', '/a.jpg?v=1&x'],
  ]);

  test('an empty chain is no transformation', () => {
    assert.equal(setTransformation(parse(`${demo}/tr:w-1/a.jpg`), ''), `${demo}/a.jpg`);
  });

  testChanges('moves to the query', (url) => moveTransformation(url, 'query'), [
    ['/tr:w-1:rt-90/a.jpg', '/a.jpg?tr=w-1:rt-90'],
    ['/tr:w-1', '?tr=w-1'],
    ['/tr:w-1/a.jpg?v=1#top', '/a.jpg?v=1&tr=w-1#top'],
    ['/tr:l-text,i-a+b&c%2Fd,l-end/a.jpg', '/a.jpg?tr=l-text,i-a%2Bb%26c%2Fd,l-end'],
    ['/tr:w-${a && b + c}/a.jpg', '/a.jpg?tr=w-${a && b + c}'],
    ['/a.jpg?tr=w-1', '/a.jpg?tr=w-1'],
    ['/a.jpg', '/a.jpg'],
  ]);

  testChanges('moves to the path', (url) => moveTransformation(url, 'path'), [
    ['/a.jpg?tr=w-1:rt-90', '/tr:w-1:rt-90/a.jpg'],
    ['/a.jpg?v=1&tr=w-1&x#top', '/tr:w-1/a.jpg?v=1&x#top'],
    ['/a.jpg?tr=l-text,i-a+b/c?d%26,l-end', '/tr:l-text,i-a%20b%2Fc%3Fd%26,l-end/a.jpg'],
    ['/a.jpg?tr=w-{{ a / b }}', '/tr:w-{{ a / b }}/a.jpg'],
    ['/tr:w-1/a.jpg', '/tr:w-1/a.jpg'],
  ]);

  testChanges('sets a parameter', (url) => setQueryParameter(url, 'v', '2'), [
    ['/a.jpg', '/a.jpg?v=2'],
    ['/a.jpg?V=1&xv=3', '/a.jpg?V=1&xv=3&v=2'],
    ['/a.jpg?v=1&tr=w-1', '/a.jpg?v=2&tr=w-1'],
    ['/a.jpg?v&tr=w-1', '/a.jpg?v=2&tr=w-1'],
    ['/a.jpg?x&v=1&v&y&v=', '/a.jpg?x&v=2&y'],
  ]);

  testChanges('removes a signature', removeSignature, [
    ['/a.jpg?ik-s=ab', '/a.jpg'],
    ['/a.jpg?ik-t=5&ik-s=ab', '/a.jpg'],
    ['/a.jpg?ik-s=ab&tr=w-1&ik-t=5#top', '/a.jpg?tr=w-1#top'],
    ['/a.jpg?tr=w-1&amp;ik-t=5&amp;ik-s=ab', '/a.jpg?tr=w-1'],
    ['/ik-s=ab/a.jpg?x-ik-s=1', '/ik-s=ab/a.jpg?x-ik-s=1'],
  ]);
});

suite('editing the path of a URL', () => {
  testChanges('another asset', (url) => setAssetPath(url, '/b.png'), [
    ['/a.jpg', '/b.png'],
    ['/tr:w-3/x/a.jpg?v=1#top', '/tr:w-3/b.png?v=1#top'],
    ['/a.mp4/ik-thumbnail.jpg?tr=w-3', '/b.png/ik-thumbnail.jpg?tr=w-3'],
    ['/ik-seo/x/nice.jpg', '/ik-seo/b.png'],
  ]);

  testChanges('another suffix token', (url) => setSuffix(url, 'ik-thumbnail.jpg'), [
    ['/a.mp4?v=1', '/a.mp4/ik-thumbnail.jpg?v=1'],
    ['/a.mp4/ik-master.mpd#top', '/a.mp4/ik-thumbnail.jpg#top'],
    ['/a/ik-video.mp4/ik-master.mpd', '/a/ik-video.mp4/ik-thumbnail.jpg'],
  ]);

  testChanges('no suffix token', (url) => setSuffix(url, undefined), [
    ['/tr:w-3/a.mp4?v=1', '/tr:w-3/a.mp4?v=1'],
    ['/a/ik-video.mp4/ik-thumbnail.jpg?tr=w-3', '/a?tr=w-3'],
  ]);

  test('another endpoint', () => {
    assert.equal(
      setEndpoint(parse(`${demo}/tr:w-3/a.jpg?v=1`), 'https://img.example.com/x'),
      'https://img.example.com/x/tr:w-3/a.jpg?v=1',
    );
  });
});
