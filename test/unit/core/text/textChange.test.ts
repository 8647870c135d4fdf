import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { changeBetween } from '../../../../src/core/text/textChange.ts';

suite('the change between two texts', () => {
  test('is what is not the same at their beginnings and ends', () => {
    assert.deepEqual(changeBetween('abc', 'abc'), { start: 3, end: 3, newEnd: 3 });
    assert.deepEqual(changeBetween('abd', 'abcd'), { start: 2, end: 2, newEnd: 3 });
    assert.deepEqual(changeBetween('aaa', 'aa'), { start: 2, end: 3, newEnd: 2 });
    const long = 'a'.repeat(10_000);
    assert.deepEqual(changeBetween(`${long}b${long}`, `${long}cd${long}`), {
      start: 10_000,
      end: 10_001,
      newEnd: 10_002,
    });
  });

  test('leaves everything outside of it as it was, and is no longer than it must be', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'a'.repeat(4096), 'b'.repeat(5000)), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [before, after] = [one.join(''), other.join('')];
        const { start, end, newEnd } = changeBetween(before, after);
        assert.equal(before.slice(0, start), after.slice(0, start));
        assert.equal(before.slice(end), after.slice(newEnd));
        if (before === after) return;
        if (end > start && newEnd > start) {
          assert.notEqual(before[start], after[start]);
          assert.notEqual(before[end - 1], after[newEnd - 1]);
        }
      }),
    );
  });
});
