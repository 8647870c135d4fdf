import Mocha from 'mocha';
import * as vscode from 'vscode';

import { mappedStack } from '../host/mappedStack.ts';
import { collectResults, saveResults } from '../host/testResults.ts';

/** One test file: its name, and how to load it when mocha's globals stand. */
export type TestFile = readonly [name: string, load: () => Promise<unknown>];

/**
 * Runs the test files in the extension host. The bundle's generated entry names them and exports
 * the `run` that VS Code calls.
 * @throws {Error} when a test failed or none ran; VS Code then ends with an exit code of its own.
 */
export async function runTestFiles(files: readonly TestFile[]): Promise<void> {
  // The time-out only ends what hangs: no test is about the time that it takes.
  const mocha = new Mocha({ ui: 'tdd', reporter: 'spec', color: false, timeout: 120_000 });
  const only = process.env['IMAGEKIT_TEST_GREP'];
  if (only) mocha.grep(new RegExp(only, 'i'));
  for (const [name, load] of files) {
    mocha.suite.emit('pre-require', globalThis, name, mocha);
    await load();
    mocha.suite.emit('post-require', globalThis, name, mocha);
  }
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      results.vscode = { version: vscode.version, remoteName: vscode.env.remoteName ?? null };
      saveResults(results);
      if (failures > 0) reject(new Error(`${failures} of the tests in VS Code failed.`));
      else if (results.passed === 0) reject(new Error('No test ran in VS Code.'));
      else resolve();
    });
    runner.prependListener('fail', (_test, error: unknown) => {
      if (error instanceof Error) error.stack = mappedStack(error.stack ?? '', __filename);
    });
    const results = collectResults(runner);
  });
}
