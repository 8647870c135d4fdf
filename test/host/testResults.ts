import { writeFileSync } from 'node:fs';

import type { Runner } from 'mocha';
import { array, nullable, number, object, optional, string, type InferOutput } from 'valibot';

/** What a test run leaves as JSON in the file that IMAGEKIT_TEST_RESULTS names. */
export const testResultsSchema = object({
  passed: number(),
  failed: number(),
  skipped: number(),
  failures: array(object({ title: string(), message: string() })),
  /** Only of a run inside VS Code. */
  vscode: optional(
    object({
      version: string(),
      /** Null on the desktop. */
      remoteName: nullable(string()),
    }),
  ),
});

export type TestResults = InferOutput<typeof testResultsSchema>;

/** Collects what `runner` reports into an object that is complete when the run has ended. */
export function collectResults(runner: Runner): TestResults {
  const results: TestResults = { passed: 0, failed: 0, skipped: 0, failures: [] };
  runner.on('pass', () => {
    results.passed++;
  });
  runner.on('pending', () => {
    results.skipped++;
  });
  runner.on('fail', (test, error: unknown) => {
    results.failed++;
    const message = error instanceof Error ? error.message : String(error);
    results.failures.push({ title: test.fullTitle(), message });
  });
  return results;
}

/** Does nothing when IMAGEKIT_TEST_RESULTS names no file. */
export function saveResults(results: TestResults): void {
  const path = process.env['IMAGEKIT_TEST_RESULTS'];
  if (path) writeFileSync(path, JSON.stringify(results, null, 2));
}
