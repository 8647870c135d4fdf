/**
 * Runs the tests of `test/integration` in a real VS Code against the emulator:
 * `node test/host/runIntegration.ts [--desktop | --browser] [name…]`. Without a flag it takes desktop
 * VS Code where its download is reachable and there is a screen, else code-server in a browser;
 * with names only the files whose names have one of them.
 */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { runTests, TestRunFailedError } from '@vscode/test-electron';

import { startEmulator } from '../emulator/startEmulator.ts';
import { buildExtension } from './buildExtension.ts';
import { bundleIntegration } from './bundleIntegration.ts';
import { cleanUp, endWithParent, onCleanup } from './cleanup.ts';
import { desktopExecutable, isDesktopAvailable } from './desktopCode.ts';
import { projectNodeEnv } from './projectNode.ts';
import { projectPaths } from './projectPaths.ts';
import { readJson } from './readJson.ts';
import { laySampleWorkspace } from './sampleWorkspace.ts';
import { temporaryFolder } from './temporaryFolder.ts';
import { saveResults, testResultsSchema } from './testResults.ts';

type Host = 'desktop' | 'browser';

async function main(): Promise<boolean> {
  endWithParent();
  const { values, positionals: names } = parseArgs({
    options: { desktop: { type: 'boolean' }, browser: { type: 'boolean' } },
    allowPositionals: true,
  });
  const host = await chooseHost(values);
  // What people get is what is tested; its size budget is checked on the way.
  await buildExtension('--production');
  const fileCount = await bundleIntegration(names);
  console.log(`${fileCount} test files bundled; running them in VS Code (${host})`);

  const emulator = await startEmulator({ seed: true, testControls: true });
  onCleanup({ stop: () => emulator.stop(), kill: () => undefined });
  const temporary = await temporaryFolder();
  try {
    const workspace = join(temporary, 'workspace');
    await laySampleWorkspace(workspace, emulator.urlEndpoint);
    const resultsFile = join(temporary, 'results.json');
    const exitedWell = await runInVsCode(host, temporary, workspace, {
      IMAGEKIT_EMULATOR_ORIGIN: emulator.origin,
      IMAGEKIT_TEST_RESULTS: resultsFile,
    });
    const passedTests = await report(resultsFile);
    return exitedWell && passedTests;
  } finally {
    await cleanUp();
  }
}

async function chooseHost(wanted: { desktop?: boolean; browser?: boolean }): Promise<Host> {
  if (wanted.desktop) return 'desktop';
  if (wanted.browser) return 'browser';
  return (await isDesktopAvailable()) ? 'desktop' : 'browser';
}

/** @returns false when VS Code said that the tests failed. */
async function runInVsCode(
  host: Host,
  temporary: string,
  workspace: string,
  env: Record<string, string>,
): Promise<boolean> {
  const executable =
    host === 'desktop' ? await desktopExecutable(projectPaths.scratch) : projectPaths.launcher;
  const running = runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: projectPaths.root,
    extensionTestsPath: projectPaths.integrationEntry,
    extensionTestsEnv: { PATH: projectNodeEnv()['PATH'], ...env },
    launchArgs: [
      workspace,
      `--user-data-dir=${join(temporary, 'user-data')}`,
      `--extensions-dir=${join(temporary, 'extensions')}`,
    ],
  });
  // A Ctrl-C reaches VS Code as well: its folder cannot be removed while it still writes there.
  const ended = running.then(
    () => undefined,
    () => undefined,
  );
  onCleanup({ stop: () => Promise.race([ended, delay(4000)]), kill: () => undefined });
  try {
    await running;
    return true;
  } catch (error) {
    if (error instanceof TestRunFailedError) return false;
    throw error;
  }
}

/** Prints the counts and hands the results on to whoever started us. */
async function report(resultsFile: string): Promise<boolean> {
  if (!existsSync(resultsFile)) {
    console.error('VS Code ended before the tests could report anything.');
    return false;
  }
  const results = await readJson(resultsFile, testResultsSchema);
  saveResults(results);
  const { passed, failed, skipped, vscode } = results;
  const where = vscode?.remoteName == null ? 'desktop' : `remote ${vscode.remoteName}`;
  console.log(
    `In VS Code ${vscode?.version ?? '(unknown)'}, ${where}: ${passed} passed, ${failed} failed, ${skipped} skipped`,
  );
  return failed === 0 && passed > 0;
}

await mkdir(projectPaths.scratch, { recursive: true });
try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
