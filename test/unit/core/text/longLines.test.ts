import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { hasLongLine, isInLongLine, longestLine } from '../../../../src/core/text/longLines.ts';

suite('long lines', () => {
  test('are those over 20,000 characters, wherever they stand', () => {
    const length = fc.oneof(
      fc.nat(80),
      fc.integer({ min: longestLine - 2, max: longestLine + 2 }),
      fc.integer({ min: longestLine, max: 3 * longestLine }),
    );
    const lengths = fc.array(length, { maxLength: 5 });
    fc.assert(
      fc.property(lengths, (all) => {
        const text = all.map((each) => 'x'.repeat(each)).join('\n');
        assert.equal(
          hasLongLine(text),
          all.some((each) => each > longestLine),
        );
        let begin = 0;
        for (const each of all) {
          for (const offset of [begin, begin + each]) {
            assert.equal(isInLongLine(text, offset), each > longestLine, `${offset}`);
          }
          begin += each + 1;
        }
      }),
      { numRuns: 300 },
    );
  });
});
