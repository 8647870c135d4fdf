import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

import { chromium, type BrowserContext, type BrowserContextOptions } from 'playwright-core';

import { onCleanup } from './cleanup.ts';

const commandNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const usualPlaces: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['/usr/bin/chromium', '/opt/google/chrome/chrome', '/snap/bin/chromium'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const root = process.env[variable];
    if (!root) return [];
    return [
      join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(root, 'Chromium', 'Application', 'chrome.exe'),
      join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ];
  }),
};

/** Variables that name the browser to use, the first one set wins. */
const browserVariables = ['IMAGEKIT_TEST_BROWSER', 'CHROME_PATH'];

/** No first-run pages, no calls home, no GPU that a test machine may lack. */
const quietArgs = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Absolute path of a Chrome, Chromium or Edge.
 * @throws {Error} that tells what to install, or which variable names no executable file.
 */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string {
  const variable = browserVariables.find((name) => env[name]);
  const named = variable && env[variable];
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`${variable} names ${named}, which is not an executable file.`);
  }
  const extension = process.platform === 'win32' ? '.exe' : '';
  const onPath = (env['PATH'] ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => commandNames.map((name) => join(folder, name + extension)));
  const found = [...onPath, ...(usualPlaces[process.platform] ?? [])].find(isExecutable);
  if (found) return found;
  throw new Error(
    'Found no Chrome, Chromium or Edge to show VS Code in. Install one (Debian and Ubuntu: apt-get install chromium; macOS: brew install --cask chromium), or name its executable in IMAGEKIT_TEST_BROWSER.',
  );
}

/**
 * Starts the browser, headless, with a profile of its own; it ends with this process at the latest.
 * @param profile A folder that keeps what the browser stores; created when missing.
 * @param env What its processes get beside this process's environment.
 */
export async function launchChromium(
  profile: string,
  context: BrowserContextOptions,
  env: NodeJS.ProcessEnv = {},
): Promise<BrowserContext> {
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    headless: true,
    args: [...quietArgs],
    // Our own handlers end it, in order with the server.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ...context,
    env: { ...process.env, ...env },
  });
  // Playwright itself kills the browser when this process exits.
  const forget = onCleanup({ stop: () => browser.close(), kill: () => undefined });
  browser.once('close', forget);
  return browser;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
