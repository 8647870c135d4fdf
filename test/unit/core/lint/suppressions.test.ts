import assert from 'node:assert/strict';
import { findSuppressions } from '../../../../src/core/lint/suppressions.ts';

suite('suppression of findings', () => {
  const cases: readonly (readonly [text: string, code: string, lines: readonly number[]])[] = [
    ['a\nb\nc', 'C01', []],
    ['# imagekit-disable-next-line C01\nb\nc', 'C01', [1]],
    ['# imagekit-disable-next-line C01, S11 L04\nb\nc', 'L04', [1]],
    ['# imagekit-disable-next-line C01\nb\nc', 'S11', []],
    ['a\nb <!-- imagekit-disable-line -->\nc', 'S11', [1]],
    ['a\n/* imagekit-disable C01 */\nc', 'C01', [0, 1, 2]],
    ['a\n// imagekit-disable\nc', 'V17', [0, 1, 2]],
    ['// imagekit-disable-next-line C01 because it is meant\r\nb\nc', 'C01', [1]],
    ['a // imagekit-disable-line C01 // imagekit-disable-next-line\nb\nc', 'C01', [0, 1]],
  ];
  for (const [text, code, lines] of cases) {
    test(`${JSON.stringify(text)} silences ${code} in lines ${lines.join() || 'none'}`, () => {
      const suppressions = findSuppressions(text);
      const silent = [0, 1, 2].filter((line) => suppressions.isSuppressed(code, line));
      assert.deepEqual(silent, lines);
    });
  }
});
