import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { Linter } from '../../../../src/core/lint/linter.ts';
import { ruleInfos } from '../../../../src/core/lint/rules.ts';
import { checkTransformation } from '../../../fuzz/checkTransformation.ts';
import { transformationArbitrary } from '../../../fuzz/transformationArbitrary.ts';
import { documentedChains } from '../transformation/documentedChains.ts';
import { lint } from './lintCase.ts';

suite('linter', () => {
  test('keeps and repairs every transformation', function () {
    this.timeout(60_000);
    fc.assert(fc.property(transformationArbitrary, checkTransformation), { numRuns: 20_000 });
  });

  /** One of the SDK's own tests sets everything at once, also what excludes each other. */
  const trips: ReadonlyMap<string, readonly string[]> = new Map([
    ['l-text,i-Every%20thing', ['L01', 'L04', 'L21', 'L16']],
  ]);
  for (const chain of documentedChains) {
    const expected = trips.get(chain.slice(0, 'l-text,i-Every%20thing'.length)) ?? [];
    test(`finds ${expected.join(', ') || 'nothing'} in ${chain.slice(0, 70)}`, () => {
      const codes = lint(chain, new Linter()).map(({ code }) => code);
      assert.deepEqual(codes, expected);
    });
  }

  test('gives a code to one rule only', () => {
    const names = new Map<string, string>();
    for (const { code, name } of ruleInfos) {
      assert.equal(names.get(code) ?? name, name, code);
      names.set(code, name);
    }
    assert.equal(new Set(names.values()).size, names.size);
  });

  for (const { code, name, summary } of ruleInfos) {
    test(`${code} has a name and a sentence`, () => {
      assert.match(code, /^[SCBLAVP]\d\d$/);
      assert.match(name, /^[a-z][A-Za-z0-9]+$/);
      assert.match(summary, /^[^ ].*[^.]\.$/);
    });
  }
});
