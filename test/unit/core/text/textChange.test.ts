import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  changeBetween,
  joinChanges,
  type TextChange,
} from '../../../../src/core/text/textChange.ts';

const letters = fc.string({ maxLength: 6 });
const edit = fc.record({ at: fc.nat(20), length: fc.nat(6), newText: letters });

suite('joining changes', () => {
  test('all that is outside of the joined change is as it was', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.array(edit), (before, edits) => {
        let text = before;
        let joined: TextChange | undefined;
        for (const { at, length, newText } of edits) {
          const start = Math.min(at, text.length);
          const end = Math.min(start + length, text.length);
          text = text.slice(0, start) + newText + text.slice(end);
          joined = joinChanges(joined, { start, end, newEnd: start + newText.length });
        }
        const { start, end, newEnd } = joined ?? { start: 0, end: 0, newEnd: 0 };
        assert.equal(before.slice(0, start), text.slice(0, start));
        assert.equal(before.slice(end), text.slice(newEnd));
      }),
    );
  });

  test('covers no more than the two and what is between', () => {
    const first = { start: 10, end: 12, newEnd: 15 };
    assert.deepEqual(joinChanges(undefined, first), first);
    assert.deepEqual(joinChanges(first, { start: 20, end: 21, newEnd: 20 }), {
      start: 10,
      end: 18,
      newEnd: 20,
    });
    assert.deepEqual(joinChanges(first, { start: 11, end: 12, newEnd: 12 }), first);
  });
});

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
