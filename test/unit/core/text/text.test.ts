import assert from 'node:assert/strict';
import { decodeBase64, decodeText } from '../../../../src/core/text/decodeText.ts';
import { escapeMarkdown } from '../../../../src/core/text/escapeMarkdown.ts';
import { formatBytes } from '../../../../src/core/text/formatBytes.ts';
import { touches } from '../../../../src/core/text/offsetRange.ts';

suite('decodeText', () => {
  test('decodes what is encoded and leaves what is not', () => {
    assert.equal(decodeText('30%25%20off'), '30% off');
    assert.equal(decodeText('%C3%91ykaa'), 'Ñykaa');
    assert.equal(decodeText('30% off'), '30% off');
    assert.equal(decodeText('%C3'), '%C3');
  });

  test('decodes base64 as ImageKit’s SDKs write it', () => {
    assert.equal(decodeBase64('aGVsbG8%3D'), 'hello');
    assert.equal(decodeBase64('aGVsbG8='), 'hello');
    assert.equal(decodeBase64('Y3VzdG9tZXJfbG9nby%2FDkXlrYWEucG5n'), 'customer_logo/Ñykaa.png');
  });

  test('knows what is no base64, or no text in it', () => {
    assert.equal(decodeBase64('***'), undefined);
    assert.equal(decodeBase64('%'), undefined);
    assert.equal(decodeBase64('/w=='), undefined);
  });
});

suite('escapeMarkdown', () => {
  test('leaves nothing that Markdown or VS Code would read', () => {
    assert.equal(
      escapeMarkdown('[a](command:b) <img> $(icon) `c` **d**'),
      '\\[a\\]\\(command\\:b\\) \\<img\\> \\$\\(icon\\) \\`c\\` \\*\\*d\\*\\*',
    );
  });

  test('makes one line of several, so that no heading or list begins', () => {
    assert.equal(escapeMarkdown('a\n# b\r\n\r\n- c'), 'a \\# b \\- c');
  });
});

suite('formatBytes', () => {
  const sizes: Readonly<Record<string, number>> = {
    '0 bytes': 0,
    '999 bytes': 999,
    '1.0 kB': 1000,
    '18.4 kB': 18_432,
    '204 kB': 204_000,
    '1.0 MB': 999_999,
    '25.0 MB': 25_000_000,
    '2.1 GB': 2_147_483_648,
    '5000 TB': 5e15,
  };
  for (const [text, bytes] of Object.entries(sizes)) {
    test(`${bytes} are ${text}`, () => assert.equal(formatBytes(bytes), text));
  }
});

suite('touches', () => {
  test('holds from the first offset to right behind the last character', () => {
    const range = { start: 2, end: 5 };
    assert.deepEqual(
      [1, 2, 3, 5, 6].map((offset) => touches(range, offset)),
      [false, true, true, true, false],
    );
  });
});
