import assert from 'node:assert/strict';
import { findEscapedUrlAt, findEscapedUrls } from '../../../../src/core/language/escapedUrls.ts';
import { atCursor } from './cursor.ts';

const escaped = String.raw`https:\/\/ik.imagekit.io\/demo\/tr:w-300\/a.jpg?v=1`;

suite('URLs with escaped slashes', () => {
  test('are found as they are written and read as they are meant', () => {
    const text = `{"a":"${escaped}","b":"${escaped.replace('demo', 'other')}"}`;
    const found = findEscapedUrls(text, []);
    assert.deepEqual(
      found.map(({ start, end }) => text.slice(start, end)),
      [escaped, escaped.replace('demo', 'other')],
    );
    assert.equal(found[0]?.url.text, 'https://ik.imagekit.io/demo/tr:w-300/a.jpg?v=1');
  });

  test('the cursor is where it is in what is meant', () => {
    const { text, offset } = atCursor(`{"a":"${escaped.replace('w-300', 'w-|300')}"}`);
    const found = findEscapedUrlAt(text, offset, []);
    assert(found);
    assert.equal(found.url.text.slice(found.offset), '300/a.jpg?v=1');
    assert.equal(findEscapedUrlAt(text, 2, []), undefined);
  });

  test('those of other hosts, and in endless lines, are none', () => {
    assert.deepEqual(findEscapedUrls(String.raw`"https:\/\/example.com\/a.jpg"`, []), []);
    assert.deepEqual(findEscapedUrls(`"${escaped}"${' '.repeat(20_000)}`, []), []);
  });
});
