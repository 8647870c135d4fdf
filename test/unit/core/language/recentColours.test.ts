import assert from 'node:assert/strict';
import {
  coloursFor,
  withColour,
  type RecentColours,
} from '../../../../src/core/language/recentColours.ts';

function picked(...colours: readonly (readonly [accountId: string, colour: string])[]) {
  return colours.reduce<RecentColours>(
    (recent, [id, colour]) => withColour(recent, id, colour),
    [],
  );
}

suite('recent colours', () => {
  test('are those of the account, the last one first, each once', () => {
    const recent = picked(['a', 'red'], ['b', 'gold'], ['a', 'blue'], ['a', 'red']);
    assert.deepEqual(coloursFor(recent, 'a'), ['red', 'blue']);
    assert.deepEqual(coloursFor(recent, 'b'), ['gold']);
    assert.deepEqual(coloursFor(recent, 'c'), []);
  });

  test('are eight of an account, and of twenty accounts', () => {
    const many = picked(
      ...Array.from({ length: 30 }, (_, index) => ['a', String(index)] as const),
      ...Array.from({ length: 19 }, (_, index) => [`b${index}`, 'red'] as const),
    );
    assert.deepEqual(coloursFor(many, 'a'), ['29', '28', '27', '26', '25', '24', '23', '22']);
    const more = withColour(many, 'c', 'red');
    assert.equal(more.length, 20);
    assert.deepEqual(coloursFor(more, 'a'), []);
  });
});
