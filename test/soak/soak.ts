/**
 * `npm run soak [-- files seed]`: what takes too long for `npm test`. Exits with an error where a
 * file is lost, stored twice or not reported, or where a cancel comes late.
 */
import assert from 'node:assert/strict';
import { soakCancel } from './cancelSoak.ts';
import { soakUploads } from './uploadSoak.ts';

const [files = '10000', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
console.log(`${files} uploads with seed ${seed}`);
for (const useUniqueFileName of [true, false]) {
  const started = performance.now();
  await soakUploads({
    files: Number(files),
    seed: Number(seed),
    useUniqueFileName,
    haste: 50,
    log: console.log,
  });
  const seconds = (performance.now() - started) / 1000;
  const names = useUniqueFileName ? 'unique names' : 'names as they are';
  console.log(`all stored once with ${names} in ${seconds.toFixed(1)} s`);
}

const megabyte = 1_000_000;
const report = await soakCancel(2 ** 30, 5000);
console.log(
  `cancelled at 40 % of 1 GiB: closed after ${report.closedAfterMs.toFixed(0)} ms, ` +
    `${(report.memoryGrowth / megabyte).toFixed(1)} MB more than before, ` +
    `${(report.peakGrowth / megabyte).toFixed(1)} MB at most`,
);
assert(report.closedAfterMs < 1000);
assert(report.memoryGrowth < 5 * megabyte);
// With the service, which holds what it has not read yet in the same process.
assert(report.peakGrowth < 128 * megabyte);
