/**
 * Runs the unit tests: `node test/host/runUnit.ts [file…]`, all of them by default. Exits with 1
 * when one failed or none ran, and leaves the counts where IMAGEKIT_TEST_RESULTS says.
 */
import { globSync } from 'node:fs';

import Mocha from 'mocha';

import { projectPaths } from './projectPaths.ts';
import { collectResults, saveResults } from './testResults.ts';

const named = process.argv.slice(2);
const files =
  named.length > 0 ? named : globSync('test/unit/**/*.test.ts', { cwd: projectPaths.root });

process.chdir(projectPaths.root);
// Every test's name would bury the failures; the failures and the counts are told in full.
// The time-out only ends what hangs: no test is about the time that it takes.
const mocha = new Mocha({ ui: 'tdd', reporter: 'dot', timeout: 120_000 });
for (const file of files.sort()) mocha.addFile(file);
await mocha.loadFilesAsync();
const runner = mocha.run((failures) => {
  saveResults(results);
  if (results.passed === 0) console.error('No unit test ran.');
  process.exitCode = failures > 0 || results.passed === 0 ? 1 : 0;
});
const results = collectResults(runner);
