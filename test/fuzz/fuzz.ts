// npm run fuzz: a million strange transformations, and the time that long hostile ones take.
import * as fc from 'fast-check';
import { Linter } from '../../src/core/lint/linter.ts';
import { parseTransformation } from '../../src/core/transformation/parse.ts';
import { checkTransformation } from './checkTransformation.ts';
import { hostileTexts } from './hostileTexts.ts';
import { transformationArbitrary } from './transformationArbitrary.ts';

const runs = Number(process.argv[2] ?? 1_000_000);
const seed = Number(process.argv[3] ?? Date.now() % 2 ** 31);

console.log(`${runs} transformations, seed ${seed}`);
fc.assert(fc.property(transformationArbitrary, checkTransformation), {
  numRuns: runs,
  seed,
  // Shrinking keeps every value of a run; a million of them need room.
  verbose: false,
});
console.log('all good');

const linter = new Linter();
const short = 20_000;
const growth = 8;
let isLinear = true;
for (const [name, make] of Object.entries(hostileTexts)) {
  const [one, many] = [short, short * growth].map((length) => {
    const text = make(length);
    const times = Array.from({ length: 5 }, () => {
      const before = performance.now();
      linter.lintTransformation(parseTransformation(text), { targets: ['image'] });
      return performance.now() - before;
    });
    return Math.min(...times);
  });
  const ratio = (many ?? 0) / Math.max(one ?? 0, 0.05);
  const isGood = ratio < growth * 3;
  isLinear &&= isGood;
  console.log(
    `${isGood ? 'linear' : 'NOT LINEAR'}: ${name}: ${(one ?? 0).toFixed(1)} ms, ` +
      `${growth} times as long ${(many ?? 0).toFixed(1)} ms`,
  );
}
if (!isLinear) process.exitCode = 1;
