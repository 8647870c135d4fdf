import assert from 'node:assert/strict';
import {
  catalogue,
  findParameter,
} from '../../../../src/core/transformation/catalogue/catalogue.ts';
import { acceptsValue } from '../../../../src/core/transformation/value/acceptsValue.ts';
import { findConditionProblem } from '../../../../src/core/transformation/value/condition.ts';
import { findExpressionProblem } from '../../../../src/core/transformation/value/expression.ts';
import { clamp } from '../../../../src/core/transformation/value/number.ts';
import { partsOfValue } from '../../../../src/core/transformation/value/valueParts.ts';
import { parseTransformation } from '../../../../src/core/transformation/parse.ts';
import { parametersOf } from '../../../../src/core/transformation/tree.ts';
import { documentedChains } from './documentedChains.ts';

function accepts(key: string, value: string): boolean {
  return acceptsValue(value, findParameter(key)?.values ?? []);
}

/** The parts of a value as `name=text`, each checked to stand where it says. */
function partsOf(key: string, value: string): readonly string[] {
  const definition = findParameter(key);
  assert(definition);
  return partsOfValue(value, definition).map(({ name, text, start }) => {
    assert.equal(value.slice(start, start + text.length), text);
    return `${name}=${text}`;
  });
}

suite('values of parameters', () => {
  for (const definition of catalogue) {
    const { key, values, suggestions = [] } = definition;
    test(`${key} takes every value that it is offered with`, () => {
      for (const value of suggestions) {
        const isUnfinished = value.endsWith('prompt-');
        assert(isUnfinished || acceptsValue(value, values), `${key}-${value}`);
      }
      for (const { value } of values.flatMap((kind) => (kind.kind === 'enum' ? kind.values : []))) {
        assert(acceptsValue(value, values), `${key}-${value}`);
      }
    });
  }

  test('takes every value that the documentation shows', () => {
    for (const chain of documentedChains) {
      for (const { key, value, definition } of parametersOf(parseTransformation(chain).steps)) {
        const isFlag =
          value === undefined && definition?.values.some(({ kind }) => kind === 'flag');
        if (isFlag) continue;
        assert(
          acceptsValue(value?.text ?? '', definition?.values ?? []),
          `${key.text} in ${chain}`,
        );
      }
    }
  });

  const good: Readonly<Record<string, readonly string[]>> = {
    w: ['2', '300', '0.5', '.5', 'iw_div_2', 'ih', 'auto', 'cw_mul_0.5_add_10'],
    ar: ['4-3', '16_9', '1.5-1', 'iw_div_ih'],
    dpr: ['0.1', '5', 'auto', '2.5'],
    fo: ['auto', 'teddyBear', 'dog_cat', 'auto-custom_override'],
    bg: ['FF0000', 'ff000050', 'red', 'blurred', 'blurred_auto_N15', 'gradient_dominant_4'],
    r: ['0', 'max', '1_2_max_4'],
    t: ['true', 'false', '1', '99'],
    'e-gradient': ['ld-top_left_from-red_to-00000000_sp-ih_div_2', 'sp-0.5', 'ld-359'],
    'e-shadow': ['x-N5', 'bl-15_st-40_x-10_y-N5'],
    'e-distort': ['a-N45', 'p-50_50_N20_30_600_400_0_400'],
    pg: ['2', '1_3_5', '2-4', '4-', '2_3-4', 'name-%22a%22'],
    lx: ['10', 'N10', 'bw_mul_0.1'],
    pa: ['5', '1_2', '1_2_3', '1_2_3_4'],
    tg: ['b', 'b_i', 'i_b_strikethrough'],
    sr: ['240', '480_720'],
    if: ['ar_gt_4-3', 'w_gte_100_and_h_lt_5_or_iw_eq_3', 'else', 'end'],
  };
  for (const [key, values] of Object.entries(good)) {
    for (const value of values) {
      test(`takes ${key}-${value}`, () => assert(accepts(key, value)));
    }
  }

  const bad: Readonly<Record<string, readonly string[]>> = {
    w: [
      '',
      '0',
      '1',
      '0.0',
      '1.5',
      '-5',
      'N5',
      '65536',
      'iw_div',
      'iw_by_2',
      '3e2',
      '１２',
      'width',
    ],
    ar: ['4', '4-', '4-3-2', '0.5'],
    dpr: ['0', '5.1', '2x'],
    fo: ['trafficlight', 'dog_', 'top_face'],
    bg: ['#FF0000', 'FF00', 'FF0000FF', 'blurred_101', 'blurred_5_256', 'gradient_dominant_3'],
    r: ['N1', '1_2', '1_2_3', '1_2_3_4_5', 'min'],
    t: ['0', '100', 'yes'],
    'e-gradient': ['ld-360', 'ld-topleft', 'red_to-blue', 'sp-0', 'from-reddish'],
    'e-distort': ['a-361', 'p-1_2_3', 'true'],
    'e-grayscale': ['true', ''],
    pa: ['1_2_3_4_5', '1_N2'],
    sr: ['', '480_', '481'],
    if: ['w_gt', 'bw_gt_5', 'w_above_5', 'w_gt_4-3', 'w_gt_5_and', 'w_gt_5_h_lt_4'],
  };
  for (const [key, values] of Object.entries(bad)) {
    for (const value of values) {
      test(`does not take ${key}-${value}`, () => assert(!accepts(key, value)));
    }
  }

  const parts: readonly (readonly [key: string, value: string, parts: readonly string[]])[] = [
    ['w', '300', ['=300']],
    ['b', 'cw_mul_0.05_yellow', ['width=cw_mul_0.05', 'colour=yellow']],
    ['b', '5-red', ['width=5', 'colour=red']],
    ['b', '5_', ['width=5', 'colour=']],
    ['cr', 'red_30_FF0022', ['to=red', 'tolerance=30', 'from=FF0022']],
    ['bg', 'gradient_dominant', ['=gradient_dominant']],
    ['bg', 'blurred_25_N15', ['intensity=25', 'brightness=N15']],
    ['bg', 'genfill-prompt-a_b-c', ['text=a_b-c']],
    ['e-gradient', 'to-re', ['to=re']],
    [
      'e-gradient',
      'ld-top_left_from-red_to-00000000_sp-ih_div_2',
      ['ld=top_left', 'from=red', 'to=00000000', 'sp=ih_div_2'],
    ],
    ['sr', '480_720', ['item=480', 'item=720']],
    ['r', '1_2_3_4', ['a=1', 'b=2', 'c=3', 'd=4']],
  ];
  for (const [key, value, expected] of parts) {
    test(`cuts ${key}-${value} into its parts`, () => {
      assert.deepEqual(partsOf(key, value), expected);
    });
  }

  const expressions: Readonly<Record<string, string | undefined>> = {
    iw_div_2: undefined,
    iw_div: 'div',
    iw_div_: '',
    iw_foo_2: 'foo',
    iw_div_N2: 'N2',
    div_2: 'div',
    '2_mul_iw': undefined,
    '(iw_div_2)': '(iw',
  };
  for (const [expression, wrong] of Object.entries(expressions)) {
    test(`finds what is wrong with the expression ${expression}`, () => {
      const problem = findExpressionProblem(expression);
      assert.equal(problem?.text, wrong);
      if (problem) {
        const { start, text } = problem;
        assert.equal(expression.slice(start, start + text.length), text);
      }
    });
  }

  test('finds what is wrong with a condition, and where', () => {
    assert.equal(findConditionProblem('w_gt_5'), undefined);
    assert.deepEqual(findConditionProblem('w_gt'), { expected: 'number', text: '', start: 4 });
    assert.deepEqual(findConditionProblem('w_gt_5_xor_h_lt_2'), {
      expected: 'connective',
      text: 'xor',
      start: 7,
    });
    assert.deepEqual(findConditionProblem('cw_gt_5'), {
      expected: 'property',
      text: 'cw',
      start: 0,
    });
  });

  test('brings a number into a range', () => {
    assert.equal(clamp('300', { min: 1, max: 100 }), '100');
    assert.equal(clamp('N300', { min: -255, max: 255 }), 'N255');
    assert.equal(clamp('0', { min: 1 }), '1');
    assert.equal(clamp('0.05', { min: 0.1, max: 5 }), '0.1');
  });
});
