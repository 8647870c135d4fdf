#!/usr/bin/env node
/**
 * Stands in for the `code` executable where desktop VS Code cannot be had: takes its flags, opens
 * the folder in code-server and a headless browser, runs the extension's tests there and exits
 * with their code. `@vscode/test-electron` drives it like the desktop VS Code.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import type { Page } from 'playwright-core';

import { cleanUp, endWithParent } from './cleanup.ts';
import { startCodeServer } from './codeServer.ts';
import { parseLauncherArguments, type LauncherArguments } from './launcherArguments.ts';
import { projectPaths } from './projectPaths.ts';
import { temporaryFolder } from './temporaryFolder.ts';
import { openWorkbench, workbenchUrl } from './workbench.ts';
import { relayWorkbenchLog } from './workbenchLog.ts';

/** Seconds until a run that has not ended counts as failed. */
const timeLimit = Number(process.env['IMAGEKIT_TEST_TIME_LIMIT'] ?? 3000);

async function main(): Promise<number> {
  endWithParent();
  const args = parseLauncherArguments(process.argv.slice(2));
  if (args.ignored.length > 0) {
    console.log(`Not known in the browser, ignored: ${args.ignored.join(' ')}`);
  }
  const temporary = await temporaryFolder();
  try {
    return await runTests(args, temporary);
  } finally {
    await cleanUp();
  }
}

async function runTests(args: LauncherArguments, temporary: string): Promise<number> {
  const server = await startCodeServer({
    userDataDir: args.userDataDir ?? join(temporary, 'user-data'),
    extensionsDir: args.extensionsDir ?? join(temporary, 'extensions'),
    firstSettings: { 'chat.disableAIFeatures': true, 'workbench.startupEditor': 'none' },
    // An empty gallery: tests look nothing up there, and a lookup without a network is noise.
    env: { EXTENSIONS_GALLERY: '{}' },
    automation: true,
  });
  console.log(`VS Code ${server.vscodeVersion} (code-server) at ${server.origin}`);
  const url = workbenchUrl({ ...args, origin: server.origin });
  const observed: Observed = { log: [] };
  const timer = new AbortController();
  try {
    return await Promise.race([
      exitCodeOfTests(url, join(temporary, 'profile'), observed),
      server.died.then(() => fail(`code-server ended:\n${server.output()}`)),
      delay(timeLimit * 1000, undefined, { signal: timer.signal }).then(() =>
        fail(`The tests did not end within ${timeLimit} s.`),
      ),
    ]);
  } catch (error) {
    console.error(observed.log.join('\n'));
    await keepScreenshot(observed.page);
    throw error;
  } finally {
    timer.abort();
  }
}

/** What is left of a run that fails without a word from the tests. */
interface Observed {
  page?: Page;
  /** The last lines of the page's console. */
  readonly log: string[];
}

function exitCodeOfTests(url: string, profile: string, observed: Observed): Promise<number> {
  return new Promise((resolve, reject) => {
    openWorkbench({
      url,
      profile,
      expose: {
        codeAutomationLog: relayWorkbenchLog,
        codeAutomationExit: (code) => resolve(Number(code)),
      },
      prepare(page) {
        observed.page = page;
        page.on('console', (message) => {
          observed.log.push(`[${message.type()}] ${message.text()}`);
          if (observed.log.length > 40) observed.log.shift();
        });
        page.on('crash', () => reject(new Error('The page of the workbench crashed.')));
      },
    }).catch(reject);
  });
}

function fail(message: string): never {
  throw new Error(message);
}

async function keepScreenshot(page: Page | undefined): Promise<void> {
  const path = join(projectPaths.scratch, 'failed-run.png');
  try {
    await mkdir(projectPaths.scratch, { recursive: true });
    await page?.screenshot({ path, timeout: 5000 });
    if (page) console.error(`What the window showed: ${path}`);
  } catch {
    // The page is gone, which the error that brought us here says better.
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
// Sockets of a browser that was killed may linger; nothing is left to wait for.
process.exit();
