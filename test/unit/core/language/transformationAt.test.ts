import assert from 'node:assert/strict';
import type { DocumentTraits } from '../../../../src/core/language/documentTraits.ts';
import { transformationAt } from '../../../../src/core/language/transformationAt.ts';
import { atCursor } from './cursor.ts';
import { assertLinear } from '../../support/assertLinear.ts';

function chainAt(marked: string): string | undefined {
  const { text, offset } = atCursor(marked);
  const located = transformationAt(text, offset, ['http://127.0.0.1:7480/demo']);
  if (!located) return undefined;
  const { transformation } = located;
  assert.equal(text.slice(transformation.start, transformation.end), transformation.text);
  return transformation.text;
}

suite('the transformation at a cursor', () => {
  const found: Readonly<Record<string, string>> = {
    // In a URL
    '"https://ik.imagekit.io/demo/tr:w-3|00/a.jpg"': 'w-300',
    '"https://ik.imagekit.io/demo/tr:|w-300/a.jpg"': 'w-300',
    '"https://ik.imagekit.io/demo/tr:w-300|/a.jpg"': 'w-300',
    '"https://ik.imagekit.io/demo/a.jpg?v=1&tr=w-3|00&x=2"': 'w-300',
    '"https://ik.imagekit.io/demo/a.jpg?v=1&amp;tr=w-3|00"': 'w-300',
    'http://127.0.0.1:7480/demo/tr:w-3|00': 'w-300',
    // Alone in quotes
    '"tr:w-3|00"': 'w-300',
    "'tr:|'": '',
    '`tr:w-${a / 2},|`': 'w-${a / 2},',
    '"/tr:w-3|00/a.jpg"': 'w-300',
    '"/blog/tr:w-3|00/a.jpg"': 'w-300',
    'a("tr:w-3", "tr:h-|4")': 'h-4',
    // A layer's text may hold what looks like a transformation.
    '"tr:l-text,i-tr:,w|-3,l-end"': 'l-text,i-tr:,w-3,l-end',
    // Behind the base of a template
    '`${endpoint}/tr:w-3|00/a.jpg`': 'w-300',
    '`${a ? "x" : "y"}/tr:w-3|00/a.jpg`': 'w-300',
    '{{ base }}/tr:w-3|00/a.jpg': 'w-300',
    '<?= $base ?>/tr:w-3|00/a.jpg': 'w-300',
    '"%s/tr:w-3|00/a.jpg"': 'w-300',
    '`${url}?tr=w-3|00&v=2`': 'w-300',
    // Without quotes, where it can be nothing else
    'write tr:w-3|00 there': 'w-300',
    '![a cat](/tr:w-3|00/a.jpg)': 'w-300',
    'BANNER=tr:w-300,h-2|00': 'w-300,h-200',
    'image: /blog/a.jpg?tr=w-3|00': 'w-300',
    'tr:width-3|00': 'width-300',
    'tr:wdth-3|00,h-200': 'wdth-300,h-200',
    // In the query of a path
    '"/blog/a.jpg?tr=w-3|00"': 'w-300',
    '"?tr=w-3|00#top"': 'w-300',
    // With escaped slashes
    '"https:\\/\\/ik.imagekit.io\\/demo\\/tr:w-3|00\\/a.jpg"': 'w-300',
    '"https:\\/\\/ik.imagekit.io\\/demo\\/tr:|\\/a.jpg"': '',
    '"https:\\/\\/ik.imagekit.io\\/demo\\/a.jpg?tr=w-3|00"': 'w-300',
    // Without scheme
    '"//ik.imagekit.io/demo/tr:w-3|00/a.jpg"': 'w-300',
    // By its place, in code that speaks of ImageKit
    'ImageKit({ transformation: [{ raw: "w-3|00" }] })': 'w-300',
    "imagekit.url({ raw: '|' })": '',
    "imagekit.url({ 'raw' => 'w-3|00,h-2' })": 'w-300,h-2',
    'imagekit.url(raw="w|")': 'w',
    'imagekit.url(transformation=f"w-{w},h|")': 'w-{w},h',
    '<IKImage transformation={`w-${w},h|`} from="imagekit">': 'w-${w},h',
    'new ImageKit().raw("w-3|00")': 'w-300',
    'imagekit.Transformation{Raw: imagekit.String("w-3|00")}': 'w-300',
    '{ "imagekit": { "transformation": "w-3|00" } }': 'w-300',
    'using Imagekit.Sdk; new T { ["raw"] = "w-3|00" }': 'w-300',
    'imagekit; options.put("raw", "w-3|00");': 'w-300',
    'imagekit; mapOf("raw" to "w-3|00")': 'w-300',
    'imagekit; {"raw": r"w-3|00"}': 'w-300',
    "imagekit; raw: 'l-text,i-It is|,l-end'": 'l-text,i-It is,l-end',
  };
  for (const [marked, chain] of Object.entries(found)) {
    test(marked, () => assert.equal(chainAt(marked), chain));
  }

  for (const marked of [
    '"https://ik.imagekit.io/demo/tr:w-300/a|.jpg"',
    '"https://ik.imagekit.io/de|mo/tr:w-300/a.jpg"',
    '"https://example.com/tr:w-3|00/a.jpg"',
    '"https://example.com/a.jpg?tr=w-3|00"',
    '"https:\\/\\/example.com\\/tr:w-3|00\\/a.jpg"',
    '"ftp://ik.imagekit.io/demo/tr:w-3|00/a.jpg"',
    'tr: table| row',
    'write tr:w|',
    "it's tr:row|",
    'either/tr:or|',
    'str:w-3|00',
    'attr:w-3|00',
    'tr:first-ch|ild',
    'tr:focus-with|in',
    'raw: "w-3|00"',
    'imagekit; draw: "w-3|00"',
    'imagekit; raw: "SELECT a| FROM b"',
    'imagekit; raw: "w-3|00',
    'imagekit; raw, "w-3|00"',
    'imagekit; raw: "w-full h-f|ull"',
    '$("tr:|")',
    'document.querySelectorAll("tr:first|")',
    "'str:w-3|00'",
    '"attr=w-3|00"',
    '"tr=w-3|00"',
    '|"tr:w-300"',
    '"tr:w-300"|',
    '"tr:w-300" + a|',
  ]) {
    test(`none at ${marked}`, () => assert.equal(chainAt(marked), undefined));
  }

  test('by its place, in a line of a document that speaks of ImageKit elsewhere', () => {
    const { text, offset } = atCursor("  transformation: [{ raw: 'w-300,|' }],");
    const chain = (traits?: DocumentTraits): string | undefined =>
      transformationAt(text, offset, [], traits)?.transformation.text;
    assert.equal(chain({ mentionsImageKit: true }), 'w-300,');
    assert.equal(chain({ mentionsImageKit: false }), undefined);
    assert.equal(chain(), undefined);
  });

  test('keeps offsets of the document far behind its beginning', () => {
    assert.equal(chainAt(`${'x '.repeat(50_000)}"tr:w-3|00"`), 'w-300');
  });

  test('is linear in a line full of triggers', () => {
    assertLinear('tr:', 300_000, (text) => assert.equal(chainAt(`${text}|`), undefined));
    assertLinear('tr=?', 400_000, (text) => assert.equal(chainAt(`'${text}|`), undefined));
  });
});
