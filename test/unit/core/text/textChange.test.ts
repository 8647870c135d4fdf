import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { joinChanges, type TextChange } from '../../../../src/core/text/textChange.ts';

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
