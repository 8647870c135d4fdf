import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { MarkerWatch } from '../../../../src/core/text/markerWatch.ts';

suite('a marker in a text', () => {
  test('is never missed, whatever is edited', () => {
    const piece = fc.stringMatching(/^[abc-]{0,6}$/);
    const edit = fc.record({ at: fc.nat(20), length: fc.nat(6), newText: piece });
    fc.assert(
      fc.property(piece, fc.array(edit, { maxLength: 6 }), (before, edits) => {
        let text = before;
        const watch = new MarkerWatch('a-b', text);
        let wasThere = text.includes('a-b');
        assert.equal(watch.isPossible, wasThere);
        for (const { at, length, newText } of edits) {
          const start = Math.min(at, text.length);
          const end = Math.min(start + length, text.length);
          text = text.slice(0, start) + newText + text.slice(end);
          watch.update(text, { start, end, newEnd: start + newText.length });
          wasThere ||= text.includes('a-b');
          assert.equal(watch.isPossible, wasThere);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
