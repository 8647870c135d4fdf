import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { DocumentLinter, type DocumentFacts } from '../../../../src/core/lint/documentLinter.ts';
import { Linter } from '../../../../src/core/lint/linter.ts';
import { ImageKitStringIndex } from '../../../../src/core/language/imageKitStringIndex.ts';

const base = 'https://ik.imagekit.io/demo';

function told(text: string, endpoints: readonly string[] = []): readonly string[] {
  return new DocumentLinter(new ImageKitStringIndex(text, endpoints), new Linter())
    .findings()
    .map(({ code, start, end }) => `${code} ${text.slice(start, end)}`);
}

suite('checking a document', () => {
  test('URLs and transformations with and without quotes, in the order of the text', () => {
    const text = [
      `<img src="${base}/tr:wdth-300/a.jpg">`,
      'const chain = "tr:w-300,heigt-200";',
      '![](/tr:w-300,fo-fase/a.jpg)',
      "imagekit.url({ transformation: [{ raw: 'w-300,qty-80' }] })",
      'const all = `${base}/tr:w-${w},aspect-4-3/a.jpg`;',
    ].join('\n');
    assert.deepEqual(told(text), ['S01 wdth', 'S01 heigt', 'C16 fase', 'S01 qty', 'S01 aspect']);
  });

  test('what is known of the original of a URL', () => {
    const text = [
      `${base}/tr:e-shadow/large.png`,
      `${base}/tr:e-upscale/large.png`,
      `${base}/tr:w-300,h-300,cm-extract,xc-4900,yc-200/large.png`,
      `${base}/tr:w-3,h-2,fo-custom/large.png`,
      `${base}/tr:e-shadow/other.png`,
    ].join('\n');
    const originalOf: DocumentFacts['originalOf'] = ({ assetPath }) =>
      assetPath.text === '/large.png'
        ? { size: { width: 5000, height: 4000 }, hasCustomCoordinates: false }
        : {};
    const linter = new DocumentLinter(new ImageKitStringIndex(text, []), new Linter(), {
      originalOf,
    });
    const codes = linter.findings().map(({ code }) => code);
    assert.deepEqual(codes, ['B12', 'A05', 'C20', 'C15']);
  });

  test('no key that somebody knows', () => {
    const knownKeys = new Set(['xy']);
    const linter = new DocumentLinter(
      new ImageKitStringIndex('"tr:w-3,xy-3,yx-3"', []),
      new Linter(),
      { knownKeys },
    );
    assert.deepEqual(
      linter.findings().map(({ start }) => start),
      [13],
    );
  });

  test('nothing of what documentation writes for a value to come', () => {
    for (const value of ['[width]', '[[width]]', '[your-width]', '__W__', '<width>', '{width}']) {
      assert.deepEqual(told(`${base}/tr:w-${value},h-200/a.jpg`), [], value);
      assert.deepEqual(told(`"tr:w-100,b-5_${value},h-200"`), [], value);
    }
    // Those are none.
    assert.deepEqual(told('"tr:w-[object%20Object],h-2"'), ['S33 [object%20Object]']);
    assert.deepEqual(told('"tr:w-WIDTH,h-2,fo-__"'), ['C07 WIDTH', 'C16 __']);
    assert.deepEqual(told(`<td>${base}/tr:w-300,h-200/a-<br>, b</td>`), []);
  });

  test('nothing in an endpoint that is not known', () => {
    const text = '"https://img.example.com/a.jpg?tr=wdth-300,h-200"';
    assert.deepEqual(told(text), []);
    assert.deepEqual(told(text, ['https://img.example.com']), ['S01 wdth']);
  });

  test('passes over lines that nobody wrote', () => {
    const bad = '"tr:wdth-3,h-2"';
    const linter = new DocumentLinter(
      new ImageKitStringIndex(`${bad}\n${bad}${'x'.repeat(20_001)}\n${bad}`, []),
      new Linter(),
    );
    assert.deepEqual(
      linter.findings().map(({ start }) => start),
      [4, 20_037],
    );
    linter.index.update(bad, { start: 0, end: 20_046, newEnd: bad.length });
    assert.equal(linter.findings().length, 1);
  });

  test('an edit leaves what is far from it as it is, also where strings come and go', () => {
    // Further than an edit reaches.
    const bad = `"tr:wdth-3,h-2"\n${'some text\n'.repeat(100)}`;
    const linter = new DocumentLinter(new ImageKitStringIndex(bad.repeat(4), []), new Linter());
    const last = linter.faultyStrings()[3];
    linter.index.update(bad.repeat(5), { start: 0, end: 0, newEnd: bad.length });
    assert.equal(linter.faultyStrings().length, 5);
    assert.equal(linter.faultyStrings()[4], last);
    const gone = { start: 0, end: 3 * bad.length, newEnd: 0 };
    linter.index.update(bad.repeat(2), gone);
    assert.equal(linter.faultyStrings()[1], last);
    assert.deepEqual(
      linter.findings().map(({ start }) => start),
      [4, bad.length + 4],
    );
  });

  test('after any edits it says what it says of the whole text', () => {
    const piece = fc.constantFrom(
      `${base}/tr:wdth-300,h-2,h-3/a.jpg`,
      '"tr:w-300,heigt-2"',
      'raw: "w-3,qty-3"',
      'imagekit ',
      'tr:',
      '/',
      'w-3,',
      '\n',
      ' ',
      'é',
    );
    const pieces = fc.array(piece, { maxLength: 12 }).map((all) => all.join(''));
    const edit = fc.record({ at: fc.nat(300), length: fc.nat(40), newText: pieces });
    fc.assert(
      fc.property(pieces, fc.array(edit, { maxLength: 4 }), (before, edits) => {
        let text = before;
        const linter = new DocumentLinter(new ImageKitStringIndex(text, []), new Linter());
        linter.findings();
        for (const { at, length, newText } of edits) {
          const start = Math.min(at, text.length);
          const end = Math.min(start + length, text.length);
          text = text.slice(0, start) + newText + text.slice(end);
          linter.index.update(text, { start, end, newEnd: start + newText.length });
          const fresh = new DocumentLinter(new ImageKitStringIndex(text, []), new Linter());
          assert.deepEqual(linter.findings(), fresh.findings());
        }
      }),
      { numRuns: 500 },
    );
  });
});
