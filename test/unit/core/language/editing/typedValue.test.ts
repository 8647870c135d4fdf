import assert from 'node:assert/strict';
import {
  problemOfTyped,
  typedOf,
  valueOfTyped,
  type TypedParameter,
} from '../../../../../src/core/language/editing/typedValue.ts';
import { findParameter } from '../../../../../src/core/transformation/catalogue/catalogue.ts';

function parameter(key: string, isText = false): TypedParameter {
  const definition = findParameter(key);
  assert(definition);
  return { definition, isText };
}

suite('a value that is typed', () => {
  const values: readonly (readonly [TypedParameter, typed: string, value: string])[] = [
    [parameter('w'), '300', '300'],
    [parameter('w'), 'iw_div_2', 'iw_div_2'],
    [parameter('i'), 'blog/my logo.png', 'blog@@my%20logo.png'],
    [parameter('i', true), '50 %, and/or', '50%20%25%2C%20and%2For'],
    [parameter('i'), 'ik_canvas', 'ik_canvas'],
    [parameter('n'), 'card', 'card'],
  ];
  for (const [of, typed, value] of values) {
    test(`${typed} of ${of.definition.key} stands as ${value}`, () => {
      assert.equal(valueOfTyped(typed, of), value);
      assert.equal(typedOf(value, of), typed);
      assert.equal(problemOfTyped(typed, of), undefined);
    });
  }

  test('is refused in one sentence where the parameter does not take it', () => {
    assert.match(problemOfTyped('wide', parameter('w')) ?? '', /^w takes: integer/);
    assert.match(problemOfTyped('1,h-2', parameter('w')) ?? '', /^w takes/);
    assert.notEqual(problemOfTyped('', parameter('i')), undefined);
  });
});
