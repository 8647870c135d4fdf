import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { LineSweep } from '../../../../src/core/text/lineSweep.ts';

suite('a sweep over lines', () => {
  test('places growing offsets as an editor does', () => {
    const line = fc.string({ maxLength: 12 }).map((each) => each.replaceAll(/[\r\n]/g, ''));
    const document = fc.record({
      lines: fc.array(line, { minLength: 1, maxLength: 8 }),
      eol: fc.constantFrom('\n', '\r\n'),
      starts: fc.array(fc.nat(120), { maxLength: 10 }),
      length: fc.nat(15),
    });
    fc.assert(
      fc.property(document, ({ lines, eol, starts, length }) => {
        const text = lines.join(eol);
        const sweep = new LineSweep(text);
        for (const start of starts.toSorted((one, other) => one - other)) {
          const end = start + length;
          if (end > text.length) {
            assert.equal(sweep.placeOf({ start, end }), undefined);
            continue;
          }
          const before = text.slice(0, start).split('\n');
          const place = { line: before.length - 1, character: before.at(-1)?.length };
          const isOneLine = !text.slice(start, end).includes('\n');
          assert.deepEqual(sweep.placeOf({ start, end }), isOneLine ? place : undefined);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('does not go back', () => {
    const sweep = new LineSweep('one\ntwo');
    assert.deepEqual(sweep.placeOf({ start: 5, end: 6 }), { line: 1, character: 1 });
    assert.equal(sweep.placeOf({ start: 1, end: 2 }), undefined);
  });
});
