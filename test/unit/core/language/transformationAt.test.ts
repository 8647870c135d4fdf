import assert from 'node:assert/strict';
import { transformationAt } from '../../../../src/core/language/transformationAt.ts';
import { atCursor } from './cursor.ts';

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
    // In the query of a path
    '"/blog/a.jpg?tr=w-3|00"': 'w-300',
    '"?tr=w-3|00#top"': 'w-300',
  };
  for (const [marked, chain] of Object.entries(found)) {
    test(marked, () => assert.equal(chainAt(marked), chain));
  }

  for (const marked of [
    '"https://ik.imagekit.io/demo/tr:w-300/a|.jpg"',
    '"https://ik.imagekit.io/de|mo/tr:w-300/a.jpg"',
    '"https://example.com/tr:w-3|00/a.jpg"',
    '"https://example.com/a.jpg?tr=w-3|00"',
    'tr: table| row',
    'write tr:w-3|00',
    "it's tr:w-3|00",
    'either/tr:w-3|',
    "'str:w-3|00'",
    '"attr=w-3|00"',
    '"tr=w-3|00"',
    '|"tr:w-300"',
    '"tr:w-300"|',
    '"tr:w-300" + a|',
  ]) {
    test(`none at ${marked}`, () => assert.equal(chainAt(marked), undefined));
  }

  test('keeps offsets of the document far behind its beginning', () => {
    assert.equal(chainAt(`${'x '.repeat(50_000)}"tr:w-3|00"`), 'w-300');
  });

  test('is quick in a line full of triggers', function () {
    this.timeout(1000);
    assert.equal(chainAt(`${'tr:'.repeat(100_000)}|`), undefined);
    assert.equal(chainAt(`'${'tr=?'.repeat(100_000)}|`), undefined);
  });
});
