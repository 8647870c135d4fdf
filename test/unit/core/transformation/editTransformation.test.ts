import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { applyTextEdits, type TextEdit } from '../../../../src/core/text/textEdit.ts';
import {
  beginStep,
  insertBehind,
  removeItem,
  reorderItems,
  setValue,
} from '../../../../src/core/transformation/editTransformation.ts';
import { parseTransformation } from '../../../../src/core/transformation/parse.ts';
import type { Item, Step } from '../../../../src/core/transformation/tree.ts';

const item = fc.constantFrom(
  'w-300',
  'h-0.5',
  'e-grayscale',
  'fo-auto',
  'w-${width}',
  'l-text,i-a%20b,fs-20,l-end',
  'l-image,i-logo.png:w-3,l-end',
  'if-w_gt_3,w-3,if-else,h-4,if-end',
  'bg-FF0000',
);
const step = fc.array(item, { minLength: 1, maxLength: 4 });
const chain = fc
  .tuple(fc.array(step, { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([steps, isEncoded]) => {
    const simple = steps.map((items) => items.filter((each) => !/[,:]/.test(each)));
    return isEncoded && simple.every((items) => items.length > 0)
      ? simple.map((items) => items.join('%2C')).join('%3A')
      : steps.map((items) => items.join(',')).join(':');
  });

/** The items of each step, as texts. */
function itemsOf(text: string): string[][] {
  return parseTransformation(text).steps.map(({ items }) =>
    items.map(({ start, end }) => text.slice(start, end)),
  );
}

interface Picked {
  readonly text: string;
  readonly at: Item;
  readonly place: { readonly step: Step; readonly chain: readonly Step[] };
  /** Of the step and of the item in it. */
  readonly indexes: readonly [step: number, item: number];
}

/** A chain and one item of it. */
const picked = fc.tuple(chain, fc.nat(), fc.nat()).map(([text, first, second]): Picked => {
  const { steps } = parseTransformation(text);
  const stepIndex = first % steps.length;
  const found = steps[stepIndex];
  assert(found);
  const itemIndex = second % found.items.length;
  const at = found.items[itemIndex];
  assert(at);
  return { text, at, place: { step: found, chain: steps }, indexes: [stepIndex, itemIndex] };
});

function edited(text: string, edits: TextEdit | readonly TextEdit[] | undefined): string[][] {
  return itemsOf(applyTextEdits(text, [edits ?? []].flat()));
}

suite('editing a transformation', () => {
  test('another value, and everything else as before', () => {
    fc.assert(
      fc.property(picked, ({ text, at, indexes: [one, two] }) => {
        if (at.kind !== 'parameter') return;
        const expected = itemsOf(text);
        expected[one]?.splice(two, 1, `${at.key.text}-77`);
        assert.deepEqual(edited(text, setValue(at, '77')), expected);
      }),
    );
  });

  test('a parameter more', () => {
    fc.assert(
      fc.property(picked, ({ text, at, place, indexes: [one, two] }) => {
        const expected = itemsOf(text);
        expected[one]?.splice(two + 1, 0, 'q-77');
        assert.deepEqual(edited(text, insertBehind(at, place, 'q-77')), expected);
      }),
    );
  });

  test('an item less, and no empty step', () => {
    fc.assert(
      fc.property(picked, ({ text, at, place, indexes: [one, two] }) => {
        const expected = itemsOf(text);
        expected[one]?.splice(two, 1);
        const edit = removeItem(at, place);
        const rest = expected.filter((items) => items.length > 0);
        assert.deepEqual(edit ? edited(text, edit) : [], rest);
      }),
    );
  });

  test('a step that begins at an item', () => {
    fc.assert(
      fc.property(picked, ({ text, at, place, indexes: [one, two] }) => {
        const expected = itemsOf(text);
        const behind = expected[one]?.splice(two) ?? [];
        expected.splice(two === 0 ? one : one + 1, two === 0 ? 1 : 0, behind);
        assert.deepEqual(edited(text, beginStep(at, place)), expected);
      }),
    );
  });

  test('another order', () => {
    fc.assert(
      fc.property(picked, fc.infiniteStream(fc.nat()), ({ text, place, indexes: [one] }, ranks) => {
        const order = place.step.items
          .map((each) => [ranks.next().value ?? 0, each] as const)
          .toSorted(([first], [second]) => first - second)
          .map(([, each]) => each);
        const expected = itemsOf(text);
        expected[one] = order.map(({ start, end }) => text.slice(start, end));
        assert.deepEqual(edited(text, reorderItems(order, place, text)), expected);
      }),
    );
  });
});
