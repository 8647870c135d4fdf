import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parseTransformation } from '../../../../src/core/transformation/parse.ts';
import { printTransformation } from '../../../../src/core/transformation/print.ts';

/** Pieces of the language and of what breaks it. */
const piece = fc.constantFrom(
  ...['w-300', 'e-usm-2-2', 'l-image', 'l-text', 'i-a@@b.png', 'l-end', 'if-w_gt_1', 'if-else'],
  ...['if-end', ',', ':', '%2C', '%3a', '-', '${', '}', '{{x}}', '%s', '<?=', '?>', ' ', 'é', '/'],
);

suite('printTransformation', () => {
  test('gives every text back that was parsed, whatever it is', () => {
    const text = fc.oneof(
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    fc.assert(
      fc.property(text, fc.nat(1000), (source, start) => {
        assert.equal(printTransformation(parseTransformation(source, start)), source);
      }),
      { numRuns: 500 },
    );
  });
});
