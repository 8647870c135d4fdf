import assert from 'node:assert/strict';
import { findImageKitStrings } from '../../../../src/core/language/findImageKitStrings.ts';
import { assertLinear } from '../../support/assertLinear.ts';

const url = 'https://ik.imagekit.io/demo/tr:w-300/a.jpg';

/** Marks what is found: `«…»` for a URL, `‹…›` for a transformation that stands alone. */
function mark(text: string): string {
  let marked = '';
  let from = 0;
  for (const { kind, start, end } of findImageKitStrings(text, ['https://img.example.com'])) {
    const [open, close] = kind === 'url' ? '«»' : '‹›';
    marked += text.slice(from, start) + open + text.slice(start, end) + close;
    from = end;
  }
  return marked + text.slice(from);
}

suite('finding all URLs and transformations', () => {
  const documents: readonly string[] = [
    `<img src="«${url}»" srcset="«${url}» 1x, «https://img.example.com/b.jpg?tr=w-3» 2x">`,
    'const chain = "tr:‹w-300,h-200›";\nconst other = \'/blog/tr:‹w-300:rt-90›/a.jpg?v=1\'',
    'const src = `${endpoint}/tr:‹w-${width / 2},h-3›/a.jpg`;',
    'href = base + "?v=1&tr=‹w-300,e-grayscale›#top"',
    'BANNER=tr:‹w-300›\nLOGO=«https://img.example.com/logo.svg»',
    '![a cat](/cats/tr:‹w-300›/a.jpg "«https://img.example.com/a.jpg»")',
    "imagekit.url({ transformation: [{ raw: '‹w-300,h-200›' }], src: '/tr:‹h-3›/a' })",
    `ImageKit::url(['raw' => "‹w-300›", 'src' => "«${url}»"])`,
    '"tr:‹wdth-300,h-200›" "tr:‹width-300›" "/tr:‹e-grayscale›/a.jpg"',
    `https://example.com/?url=«${url}»`,
    '"tr:‹l-text,i-tr:w-300,l-end›"',
  ];
  for (const marked of documents) {
    test(marked, () => assert.equal(mark(marked.replaceAll(/[«»‹›]/g, '')), marked));
  }

  test('nothing in what only looks like one', () => {
    const text = [
      'table tr:hover, tr:first-child, tr:nth-child(2), tr:focus-within { color: red }',
      "$('tr:not(.a-b)') document.querySelector('tr:last-of-type')",
      'def f(a: str, b: str): return attr=3',
      'tr: Türkçe; "tr": "Türkçe"; "tr:": 3; a?tr=3&b; ?tr=; tr:',
      '"https://example.com/tr:w-300/a.jpg" "https://example.com/?tr=w-300"',
      'raw: "w-300", transformation: "uppercase"',
      'string.raw`w-300`',
      'Used in URLs as `tr:n-<name>`.',
    ].join('\n');
    assert.equal(mark(text), text);
  });

  test('keeps what stands behind a bad beginning', () => {
    assert.equal(mark('"tr:foo/tr:w-3/a"'), '"tr:foo/tr:‹w-3›/a"');
    assert.equal(
      mark('"https://imagekit.io/x?u=https://img.example.com/a"'),
      '"https://imagekit.io/x?u=«https://img.example.com/a»"',
    );
  });

  for (const [what, piece] of [
    ['paths', 'tr:w-3/'],
    ['unquoted chains', 'tr:w-3 '],
    ['annotations', 'str:'],
    ['queries', '?tr='],
    ['values', 'imagekit raw:"'],
    ['URLs', url],
    ['schemes of one host', 'https://imagekit.io'],
    ['holes', '${tr:'],
  ] as const) {
    test(`is linear in ${what}`, () => {
      assertLinear(piece, 200_000, (text) => findImageKitStrings(text, []));
    });
  }
});
