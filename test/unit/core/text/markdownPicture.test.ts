import assert from 'node:assert/strict';
import { markdownPicture } from '../../../../src/core/text/markdownPicture.ts';

/** As VS Code reads the address of a picture: it decodes it, and encodes nothing. */
function loadedFrom(markdown: string): string {
  const [, bracketed, bare] = /^!\[\]\((?:<([^>|]*)|([^|)]*))/.exec(markdown) ?? [];
  return decodeURIComponent(bracketed ?? bare ?? '');
}

suite('pictures in Markdown', () => {
  for (const address of [
    'https://ik.imagekit.io/demo/a.jpg',
    'https://ik.imagekit.io/demo/m%C3%BC%2Fb%20c.jpg?x=%2B&ik-s=abc',
    'https://ik.imagekit.io/demo/100%25.jpg',
    'https://ik.imagekit.io/demo/müde.jpg',
    'https://ik.imagekit.io/demo/a(1).jpg?tr=l-text,i-%28a%29,l-end',
  ]) {
    test(`${address} is loaded byte for byte`, () => {
      assert.equal(loadedFrom(markdownPicture(address)), address);
      assert.equal(loadedFrom(markdownPicture(address, { height: 9 })), address);
    });
  }

  test('has dimensions in the notation of VS Code', () => {
    assert.equal(
      markdownPicture('https://x/a.jpg', { width: 3, height: 2 }),
      '![](https://x/a.jpg|width=3,height=2)',
    );
    assert.equal(markdownPicture('data:image/png;base64,AA=='), '![](data:image/png;base64,AA==)');
    assert.equal(markdownPicture('https://x/(a)', { height: 2 }), '![](<https://x/(a)|height=2>)');
  });
});
