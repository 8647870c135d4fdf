import assert from 'node:assert/strict';
import { parseTransformation } from '../../../../src/core/transformation/parse.ts';
import { printTransformation } from '../../../../src/core/transformation/print.ts';
import { parametersOf, type Item, type Step } from '../../../../src/core/transformation/tree.ts';
import { documentedChains } from './documentedChains.ts';

/** The tree in short: steps as lists, layers and branches as `{ opener: steps }`. */
type Sketch = readonly (readonly (string | Readonly<Record<string, Sketch>>)[])[];

function sketch(steps: readonly Step[]): Sketch {
  return steps.map(({ items }) => items.map(sketchItem));
}

function sketchItem(item: Item): string | Readonly<Record<string, Sketch>> {
  switch (item.kind) {
    case 'parameter':
      return textOf(item);
    case 'layer':
      return { [textOf(item.open)]: sketch(item.steps) };
    case 'conditional':
      return Object.fromEntries(
        item.branches.map(({ open, steps }) => [textOf(open), sketch(steps)]),
      );
    default:
      return item satisfies never;
  }
}

function textOf({ key, value }: Item & { kind: 'parameter' }): string {
  return value === undefined ? key.text : `${key.text}=${value.text}`;
}

const sketchOf = (text: string): Sketch => sketch(parseTransformation(text).steps);

/** Problems with the text that each is about. */
function problemsOf(text: string): readonly (readonly [code: string, about: string])[] {
  return parseTransformation(text).problems.map(({ code, start, end }) => [
    code,
    text.slice(start, end),
  ]);
}

suite('transformation parser', () => {
  const trees: Readonly<Record<string, Sketch>> = {
    '': [],
    'w-300': [['w=300']],
    'w-300,h-200': [['w=300', 'h=200']],
    'h-300,w-200:rt-90': [['h=300', 'w=200'], ['rt=90']],
    'ar-4-3': [['ar=4-3']],
    'e-grayscale': [['e-grayscale']],
    'e-usm-2-2-0.8-0.024': [['e-usm=2-2-0.8-0.024']],
    'e-shadow-bl-15_st-40_x-10_y-N5': [['e-shadow=bl-15_st-40_x-10_y-N5']],
    'l-image,i-logo.png,w-50,l-end': [[{ 'l=image': [['i=logo.png', 'w=50']] }]],
    'l-image,i-a.png,l-image,i-b.png,l-end,l-end': [
      [{ 'l=image': [['i=a.png', { 'l=image': [['i=b.png']] }]] }],
    ],
    'l-image,i-a.png,w-50:rt-90,l-end,q-60:bl-3': [
      [{ 'l=image': [['i=a.png', 'w=50'], ['rt=90']] }, 'q=60'],
      ['bl=3'],
    ],
    'if-ar_gt_1,w-200,if-else,w-300:rt-90,if-end': [
      [{ 'if=ar_gt_1': [['w=200']], 'if=else': [['w=300'], ['rt=90']] }],
    ],
    'if-w_gt_9,l-text,i-hi,l-end,if-end:q-5': [
      [{ 'if=w_gt_9': [[{ 'l=text': [['i=hi']] }]] }],
      ['q=5'],
    ],
    'h-200%2Cw-200%3Art-90': [['h=200', 'w=200'], ['rt=90']],
    'h-200%2cw-200%3art-90': [['h=200', 'w=200'], ['rt=90']],
    'l-text,i-one%2Ctwo,l-end': [[{ 'l=text': [['i=one%2Ctwo']] }]],
    'w-${a ? 1 : 2},h-3': [['w=${a ? 1 : 2}', 'h=3']],
    'w-{{ width, 5 }}:h-{h}': [['w={{ width, 5 }}'], ['h={h}']],
    '${base-width}-300': [['${base-width}=300']],
    'w-<?= $w - 1 ?>,h-%s': [['w=<?= $w - 1 ?>', 'h=%s']],
  };
  for (const [text, tree] of Object.entries(trees)) {
    test(`reads ${text || 'nothing'}`, () => {
      assert.deepEqual(sketchOf(text), tree);
      assert.deepEqual(problemsOf(text), []);
    });
  }

  for (const text of documentedChains) {
    test(`finds no fault with ${text.slice(0, 60)}`, () => {
      const transformation = parseTransformation(text);
      assert.deepEqual(transformation.problems, []);
      const unknown = [...parametersOf(transformation.steps)]
        .filter(({ definition }) => definition === undefined)
        .map(({ key }) => key.text);
      assert.deepEqual(unknown, []);
    });
  }

  const broken: Readonly<Record<string, ReturnType<typeof problemsOf>>> = {
    ',': [
      ['emptyParameter', ''],
      ['emptyParameter', ''],
    ],
    'w-300,': [['emptyParameter', '']],
    'w-100::h-100': [['emptyParameter', '']],
    'l-image,i-a.png,w-50': [['unclosedLayer', 'l-image']],
    'w-300,l-end': [['strayLayerEnd', 'l-end']],
    'l-image,i-a.png,l-end,l-end': [['strayLayerEnd', 'l-end']],
    'if-w_gt_1,w-200': [['unclosedConditional', 'if-w_gt_1']],
    'w-1,if-else,w-2': [['strayElse', 'if-else']],
    'if-w_gt_1,w-2,if-else,w-3,if-else,w-4,if-end': [['strayElse', 'if-else']],
    'w-2,if-end': [['strayConditionalEnd', 'if-end']],
    // The layer has no end of its own, but the condition around it has.
    'if-w_gt_1,l-text,i-a,if-end': [['unclosedLayer', 'l-text']],
    'l-text,i-a,if-w_gt_1,w-2,l-end': [['unclosedConditional', 'if-w_gt_1']],
  };
  for (const [text, problems] of Object.entries(broken)) {
    test(`says what is wrong with ${text}`, () => {
      assert.deepEqual(problemsOf(text), problems);
    });
  }

  test('tells once where a chain is nested too deep, and loses nothing', () => {
    const text = `${'l-image,i-a,'.repeat(21)}${'l-end,'.repeat(20)}l-end`;
    assert.equal(problemsOf(text).filter(([code]) => code === 'nestedTooDeep').length, 1);
    assert.equal(printTransformation(parseTransformation(text)), text);
  });

  test('keeps the document offsets of every part', () => {
    const text = 'w-${width},l-text,i-Hi,l-end:q-60';
    const document = `<img src="/tr:${text}/a.jpg">`;
    const { steps } = parseTransformation(text, document.indexOf(text));
    for (const parameter of parametersOf(steps)) {
      for (const slice of [parameter.key, parameter.value, ...parameter.holes]) {
        if (slice) assert.equal(document.slice(slice.start, slice.end), slice.text);
      }
    }
    assert.deepEqual(
      [...parametersOf(steps)].flatMap(({ holes }) => holes.map((hole) => hole.text)),
      ['${width}'],
    );
  });
});
