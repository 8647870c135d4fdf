// npm run fuzz: a million strange transformations, URLs and documents, and the growth of the time
// that long hostile ones take.
import * as fc from 'fast-check';
import {
  checkFixesOf,
  checkFixingTransformation,
  checkTransformation,
  linters,
  targetsToCheck,
} from './checkTransformation.ts';
import { assertLinear } from '../unit/support/assertLinear.ts';
import { checkEdits } from './checkEdits.ts';
import { checkUrl } from './checkUrl.ts';
import { hostileTexts } from './hostileTexts.ts';
import { readers } from './readers.ts';
import { transformationArbitrary } from './transformationArbitrary.ts';
import { urlArbitrary } from './urlArbitrary.ts';

const runs = Number(process.argv[2] ?? 1_000_000);
const seed = Number(process.argv[3] ?? Date.now() % 2 ** 31);

const options = (share: number): { numRuns: number; seed: number } => ({
  numRuns: Math.ceil(runs * share),
  seed,
});
const targets = fc.constantFrom(...targetsToCheck);
const linter = fc.constantFrom(...linters);

console.log(`${runs} runs, seed ${seed}`);
fc.assert(fc.property(transformationArbitrary, targets, linter, checkTransformation), options(1));
console.log('transformations: good');
fc.assert(fc.property(transformationArbitrary, targets, linter, checkFixesOf), options(0.3));
console.log('their fixes: good');
fc.assert(
  fc.property(transformationArbitrary, targets, linter, checkFixingTransformation),
  options(0.1),
);
console.log('fixing again and again: good');
fc.assert(fc.property(urlArbitrary, linter, checkUrl), options(0.2));
console.log('URLs: good');
fc.assert(fc.property(urlArbitrary, transformationArbitrary, checkEdits), options(0.1));
console.log('edits of URLs and documents: good');

/** In characters. */
const longest = 160_000;

for (const [what, read] of Object.entries(readers)) {
  for (const [name, make] of Object.entries(hostileTexts)) {
    try {
      assertLinear(make, longest, read);
      console.log(`linear: ${what} ${name}`);
    } catch (error) {
      process.exitCode = 1;
      console.log(`NOT LINEAR: ${what} ${name}: ${String(error)}`);
    }
  }
}
