import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { findImageKitStrings } from '../../../../src/core/language/findImageKitStrings.ts';
import { ImageKitStringIndex } from '../../../../src/core/language/imageKitStringIndex.ts';

const endpoints = ['https://img.example.com'];

const piece = fc.constantFrom(
  'https://ik.imagekit.io/demo/tr:w-300/a.jpg',
  'https://img.example.com/b.jpg?tr=h-3',
  'https://',
  'http://ik.imagekit.io/demo/',
  'tr:w-3,',
  'tr:',
  '?tr=w-3',
  'raw: "w-3"',
  'raw:',
  'transformation="',
  'imagekit ',
  'imagek',
  '${',
  '}',
  '{{',
  '"',
  '/',
  '.',
  ' ',
  '\n',
  `\n${'x '.repeat(300)}\n`,
  'y'.repeat(700),
);
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
/** A place in a text, as a fraction of its length. */
const place = fc.double({ min: 0, max: 1, noNaN: true });

suite('index of ImageKit strings', () => {
  test('after any edits it is what reading all of the text finds', () => {
    const edit = fc.record({ place, length: fc.nat(60), newText: text });
    fc.assert(
      fc.property(text, fc.array(edit, { maxLength: 5 }), (before, edits) => {
        const index = new ImageKitStringIndex(before, endpoints);
        let now = before;
        for (const { place: where, length, newText } of edits) {
          const start = Math.floor(where * now.length);
          const end = Math.min(now.length, start + length);
          now = now.slice(0, start) + newText + now.slice(end);
          index.update(now, { start, end, newEnd: start + newText.length });
          assert.deepEqual(index.strings, findImageKitStrings(now, endpoints));
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('one character in a large document', () => {
    const line = '<img src="https://ik.imagekit.io/demo/tr:w-300/a.jpg">\n';
    const before = line.repeat(2000);
    const index = new ImageKitStringIndex(before, []);
    const start = before.indexOf('tr:', before.length / 2) + 'tr:w-300'.length;
    const now = `${before.slice(0, start)}0${before.slice(start)}`;
    index.update(now, { start, end: start, newEnd: start + 1 });
    assert.equal(index.strings.length, 2000);
    assert.deepEqual(index.strings, findImageKitStrings(now, []));
  });
});
