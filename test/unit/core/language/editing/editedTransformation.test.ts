import assert from 'node:assert/strict';
import {
  EditedTransformation,
  type Addition,
} from '../../../../../src/core/language/editing/editedTransformation.ts';
import { lastInside, parameterOf } from '../../../../../src/core/language/editing/editorRows.ts';
import { findImageKitUrlAt } from '../../../../../src/core/language/findImageKitUrls.ts';
import { atCursor } from '../cursor.ts';

const base = 'https://ik.imagekit.io/demo';
const context = { endpoints: [], traits: {} };

function edit(marked: string): EditedTransformation {
  const { text, offset } = atCursor(marked);
  const url = findImageKitUrlAt(text, offset, []);
  const edited =
    EditedTransformation.at(text, offset, context) ??
    (url && EditedTransformation.of(text, url, context));
  assert(edited, marked);
  return edited;
}

function rowOf(edited: EditedTransformation, text: string) {
  const row = edited.rows().find(({ item }) => {
    const { key, value } = parameterOf(item);
    return (value ? `${key.text}-${value.text}` : key.text) === text;
  });
  assert(row, `${text} in ${edited.chain}`);
  return row;
}

function parameterIn(edited: EditedTransformation, text: string) {
  const { item } = rowOf(edited, text);
  assert(item.kind === 'parameter');
  return item;
}

suite('a transformation that is edited', () => {
  test('lists its parameters, layers and conditions with their steps', () => {
    const edited = edit(
      `"${base}/tr:w-3|00,l-image,i-a.png,w-9,l-end:if-w_gt_1,q-5,if-else,q-6,if-end/a.jpg"`,
    );
    assert.deepEqual(
      edited.rows().map(({ item, depth, beginsStep }) => {
        const { key, value } = parameterOf(item);
        return [`${key.text}-${value?.text}`, depth, beginsStep];
      }),
      [
        ['w-300', 0, true],
        ['l-image', 0, false],
        ['i-a.png', 1, false],
        ['w-9', 1, false],
        ['if-w_gt_1', 0, true],
        ['q-5', 1, false],
        ['q-6', 1, false],
      ],
    );
  });

  test('tells what it does and the size that comes out', () => {
    assert.deepEqual(edit(`"${base}/tr:w-300,h-2|00:rt-90/a.jpg"`).sentences, [
      'Resize to 300 × 200 px',
      'Rotate by 90°',
      '200 × 300',
    ]);
    assert.deepEqual(edit(`"${base}/tr:w-30|0/a.jpg"`).sentences, ['Resize to 300 px wide']);
  });

  test('gives the values of the catalogue for a parameter, whatever it has now', () => {
    const edited = edit("x('tr:f-web|p,cm-extract')");
    const labels = edited.valuesOf(parameterIn(edited, 'f-webp')).map(({ label }) => label);
    assert(labels.includes('avif') && labels.includes('auto'), labels.join());
    const modes = edited.valuesOf(parameterIn(edited, 'cm-extract')).map(({ label }) => label);
    assert(modes.includes('pad_resize'), modes.join());
  });

  const values: readonly (readonly [marked: string, row: string, value: string, after: string])[] =
    [
      [`"${base}/tr:w-3|00/a.jpg"`, 'w-300', '400', `"${base}/tr:w-400/a.jpg"`],
      [`"${base}/a.jpg?tr=w-3|00%2Cq-5"`, 'q-5', '80', `"${base}/a.jpg?tr=w-300%2Cq-80"`],
      ["'tr:e-sharp|en'", 'e-sharpen', '5', "'tr:e-sharpen-5'"],
    ];
  for (const [marked, row, value, after] of values) {
    test(`${marked} with ${value} for ${row}`, () => {
      const edited = edit(marked);
      assert.equal(edited.withValue(parameterIn(edited, row), value).text, after);
    });
  }

  const removals: readonly (readonly [marked: string, row: string, after: string | undefined])[] = [
    [`"${base}/tr:w-3|00,q-5/a.jpg"`, 'w-300', `"${base}/tr:q-5/a.jpg"`],
    [`"${base}/tr:w-3|00:q-5/a.jpg"`, 'q-5', `"${base}/tr:w-300/a.jpg"`],
    ["'tr:w-1|,l-image,i-a.png,l-end'", 'l-image', "'tr:w-1'"],
    ["'tr:w-1|'", 'w-1', undefined],
  ];
  for (const [marked, row, after] of removals) {
    test(`${marked} without ${row}`, () => {
      const edited = edit(marked);
      assert.equal(edited.without(rowOf(edited, row))?.text, after);
    });
  }

  type AdditionCase = readonly [
    marked: string,
    behind: string | undefined,
    label: string,
    kind: Addition,
    after: string,
  ];
  const additions: readonly AdditionCase[] = [
    [`"${base}/tr:w-3|00/a.jpg"`, 'w-300', 'h', 'parameter', `"${base}/tr:w-300,h-/a.jpg"`],
    [`"${base}/tr:w-3|00/a.jpg"`, 'w-300', 'rt', 'step', `"${base}/tr:w-300:rt-/a.jpg"`],
    [`"${base}/a.jpg?tr=w-1|%2Ch-2"`, 'h-2', 'q', 'parameter', `"${base}/a.jpg?tr=w-1%2Ch-2%2Cq-"`],
    [`"${base}/a.jpg?tr=w-1|%2Ch-2"`, 'w-1', 'q', 'step', `"${base}/a.jpg?tr=w-1%2Ch-2%3Aq-"`],
    [
      "'tr:w-1|'",
      'w-1',
      'l-text',
      'parameter',
      "'tr:w-1,l-text,i-Hello,fs-45,co-FFFFFF,lfo-center,l-end'",
    ],
    ["'tr:w-1|'", 'w-1', 'e-grayscale', 'parameter', "'tr:w-1,e-grayscale'"],
    [`"${base}/a|.jpg"`, undefined, 'w', 'parameter', `"${base}/a.jpg?tr=w-"`],
    [
      `"${base}/a|.jpg?v=1&amp;x=2"`,
      undefined,
      'w',
      'parameter',
      `"${base}/a.jpg?v=1&amp;x=2&amp;tr=w-"`,
    ],
  ];
  for (const [marked, behind, label, kind, after] of additions) {
    test(`${marked} with ${label} as ${kind}`, () => {
      const edited = edit(marked);
      const row = behind === undefined ? undefined : rowOf(edited, behind);
      const entry = edited.additions(row, kind).find((each) => each.label === label);
      assert(entry, `${label} can be added`);
      const next = edited.with(row, entry, kind);
      assert.equal(next.edited.text, after);
      // What still wants a value is given to be asked for one.
      assert.equal(next.added?.key.text, entry.insertText.endsWith('-') ? label : undefined);
    });
  }

  test('offers nothing twice in a step, and what fits into a layer', () => {
    const edited = edit("'tr:w-1|,l-text,i-a,fs-9,l-end'");
    const labels = (behind: string): string[] =>
      edited.additions(rowOf(edited, behind), 'parameter').map(({ label }) => label);
    assert(!labels('w-1').includes('w') && labels('w-1').includes('h'));
    const last = lastInside(rowOf(edited, 'l-text'), edited.rows());
    assert(last);
    assert.equal(parameterOf(last.item).key.text, 'fs');
    assert(labels('fs-9').includes('co') && !labels('fs-9').includes('l-end'));
  });
});
