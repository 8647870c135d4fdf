import assert from 'node:assert/strict';
import { templateSlice } from '../../../../src/core/text/interpolation.ts';
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
    });
  }

  for (const text of documentedChains) {
    test(`knows every parameter of ${text.slice(0, 60)}`, () => {
      const transformation = parseTransformation(text);
      const unknown = [...parametersOf(transformation.steps)]
        .filter(({ definition }) => definition === undefined)
        .map(({ key }) => key.text);
      assert.deepEqual(unknown, []);
    });
  }

  const broken: Readonly<Record<string, Sketch>> = {
    ',': [['', '']],
    'w-100::h-100': [['w=100'], [''], ['h=100']],
    'l-image,i-a.png,w-50': [[{ 'l=image': [['i=a.png', 'w=50']] }]],
    'w-300,l-end': [['w=300', 'l=end']],
    'if-w_gt_1,w-200': [[{ 'if=w_gt_1': [['w=200']] }]],
    'w-1,if-else,w-2': [['w=1', 'if=else', 'w=2']],
    // The layer has no end of its own, but the condition around it has.
    'if-w_gt_1,l-text,i-a,if-end:q-5': [[{ 'if=w_gt_1': [[{ 'l=text': [['i=a']] }]] }], ['q=5']],
  };
  for (const [text, tree] of Object.entries(broken)) {
    test(`reads ${text}, which is broken`, () => {
      assert.deepEqual(sketchOf(text), tree);
    });
  }

  test('loses nothing of a chain that is nested too deep', () => {
    const text = `${'l-image,i-a,'.repeat(21)}${'l-end,'.repeat(20)}l-end`;
    assert.equal(printTransformation(parseTransformation(text)), text);
  });

  test('keeps the document offsets of every part', () => {
    const text = 'w-${width},l-text,i-Hi,l-end:q-60';
    const document = `<img src="/tr:${text}/a.jpg">`;
    const { steps } = parseTransformation(templateSlice(text, document.indexOf(text)));
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
