import assert from 'node:assert/strict';
import { sanitizeFileName, sanitizeFolder } from '../../../../src/core/api/sanitize.ts';

suite('names as ImageKit will give them', () => {
  test('a file name keeps letters and digits of any script, dot and hyphen', () => {
    assert.equal(sanitizeFileName('my photo (1).jpg'), 'my_photo__1_.jpg');
    assert.equal(sanitizeFileName('größe-写真.2.png'), 'größe-写真.2.png');
    assert.equal(sanitizeFileName('a_b/c\\d.jpg'), 'a_b_c_d.jpg');
    assert.equal(sanitizeFileName('😀.gif'), '_.gif');
  });

  test('a folder path has one leading slash and none at the end', () => {
    assert.equal(sanitizeFolder(''), '/');
    assert.equal(sanitizeFolder('/'), '/');
    assert.equal(sanitizeFolder('blog//2026/'), '/blog/2026');
    assert.equal(sanitizeFolder('/my photos/a.b_c-d'), '/my_photos/a_b_c-d');
  });
});
