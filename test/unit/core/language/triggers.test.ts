import assert from 'node:assert/strict';
import { mayHaveFindings, mayHaveUrls } from '../../../../src/core/language/triggers.ts';

suite('triggers', () => {
  test('tell which texts may have something to check', () => {
    for (const text of ['', 'a picture', 'https://example.com/a.jpg?w=300', 'image kit']) {
      assert.equal(mayHaveFindings(text), false, text);
    }
    for (const text of [
      'https://ik.imagekit.io/demo/a',
      '"tr:w-3"',
      '?tr=w-3',
      '?ik-t=3',
      '@imagekit/react',
      'private_',
    ]) {
      assert.equal(mayHaveFindings(text), true, text);
    }
  });

  test('tell which texts may have URLs of ImageKit or of an account', () => {
    const endpoints = ['https://media.acme.com/shop'];
    for (const text of [
      'HTTPS://IK.iMageKit.IO/demo/a.jpg',
      '//ik.imagekit.io/demo/a.jpg',
      '<img src="https://Media.Acme.com/shop/a.jpg">',
      String.raw`"https:\/\/media.acme.com\/shop\/a.jpg"`,
    ]) {
      assert.equal(mayHaveUrls(text, endpoints), true, text);
    }
    for (const text of ['', 'a picture', 'https://example.com/shop/a.jpg', 'acme.com']) {
      assert.equal(mayHaveUrls(text, endpoints), false, text);
    }
    assert.equal(mayHaveUrls('https://media.acme.com/shop/a.jpg', []), false);
  });
});
