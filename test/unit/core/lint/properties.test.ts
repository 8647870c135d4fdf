import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { Linter } from '../../../../src/core/lint/linter.ts';
import { ruleInfos } from '../../../../src/core/lint/rules.ts';
import {
  checkFixesOf,
  checkFixingTransformation,
  checkTransformation,
  linters,
  targetsToCheck,
} from '../../../fuzz/checkTransformation.ts';
import { checkEdits } from '../../../fuzz/checkEdits.ts';
import { checkUrl } from '../../../fuzz/checkUrl.ts';
import { urlArbitrary } from '../../../fuzz/urlArbitrary.ts';
import { transformationArbitrary } from '../../../fuzz/transformationArbitrary.ts';
import { documentedChains } from '../transformation/documentedChains.ts';
import { lint } from './lintCase.ts';
import { root } from '../../../l10n/bundles.ts';
import { readManifest } from '../../../l10n/readManifest.ts';

/** What people read of the rules while they edit their settings. */
const told = v.parse(
  v.object({
    contributes: v.object({
      configuration: v.object({
        properties: v.object({
          'imagekit.diagnostics.severity': v.object({
            properties: v.record(
              v.string(),
              v.object({ default: v.string(), description: v.string() }),
            ),
          }),
        }),
      }),
    }),
  }),
  readManifest(root),
).contributes.configuration.properties['imagekit.diagnostics.severity'].properties;

/** In milliseconds; against hanging only, on a machine with much else to do. */
const patience = 900_000;

const anything = [
  transformationArbitrary,
  fc.constantFrom(...targetsToCheck),
  fc.constantFrom(...linters),
] as const;

suite('linter', () => {
  test('keeps every transformation', () => {
    fc.assert(fc.property(...anything, checkTransformation), { numRuns: 20_000 });
  }).timeout(patience);

  // Every fix is checked by reading again, so that these take their time; `npm run fuzz` does more.
  test('repairs without breaking anything', () => {
    fc.assert(fc.property(...anything, checkFixesOf), { numRuns: 2000 });
    fc.assert(fc.property(urlArbitrary, fc.constantFrom(...linters), checkUrl), { numRuns: 150 });
  }).timeout(patience);

  test('brings no brackets together that would be a hole', () => {
    for (const each of linters) checkFixesOf('l-image,i-a.png,w-}},dn-{{,l-end', ['image'], each);
  });

  test('comes to an end with every transformation that is fixed again and again', () => {
    fc.assert(fc.property(...anything, checkFixingTransformation), { numRuns: 400 });
  }).timeout(patience);

  test('edits of URLs and documents leave nothing behind', () => {
    fc.assert(fc.property(urlArbitrary, transformationArbitrary, checkEdits), { numRuns: 1000 });
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

  for (const { code, name, severity } of ruleInfos) {
    test(`${code} has a name, and a sentence in the settings`, () => {
      assert.match(code, /^[SCBLAVP]\d\d$/);
      assert.match(name, /^[a-z][A-Za-z0-9]+$/);
      assert.equal(told[code]?.default, severity);
      assert.match(told[code].description, /^[^ ].*[^.]\.$/);
    });
  }

  test('the settings name no other rule', () => {
    const codes = new Set(ruleInfos.map(({ code }) => code));
    assert.deepEqual(Object.keys(told), [...codes].toSorted());
  });
});
