import type { BrowserContextOptions, Page } from 'playwright-core';

import { launchChromium } from './chromium.ts';

export interface WorkbenchAddress {
  /** `http://127.0.0.1:PORT` of a running code-server. */
  readonly origin: string;
  /** Absolute path of the folder to open. */
  readonly folder?: string | undefined;
  /** Absolute path of an extension to load from source; the server needs `automation`. */
  readonly extensionDevelopmentPath?: string | undefined;
  /** Absolute path of the bundle whose `run` VS Code calls; the server needs `automation`. */
  readonly extensionTestsPath?: string | undefined;
}

/** The address that opens the workbench. */
export function workbenchUrl(address: WorkbenchAddress): string {
  const url = new URL('/', address.origin);
  if (address.folder) url.searchParams.set('folder', address.folder);
  const remote = (path: string): string => `vscode-remote://${url.host}${encodeURI(path)}`;
  const payload: [string, string][] = [];
  if (address.extensionDevelopmentPath) {
    payload.push(['extensionDevelopmentPath', remote(address.extensionDevelopmentPath)]);
  }
  if (address.extensionTestsPath) {
    payload.push(['extensionTestsPath', remote(address.extensionTestsPath)]);
  }
  if (payload.length > 0) {
    payload.push(['skipWelcome', 'true']);
    url.searchParams.set('payload', JSON.stringify(payload));
  }
  return url.href;
}

export interface WorkbenchOptions {
  /** From {@link workbenchUrl}. */
  readonly url: string;
  /** A folder that keeps what the browser stores; created when missing. */
  readonly profile: string;
  /** What the browser's processes get beside this process's environment. */
  readonly env?: NodeJS.ProcessEnv;
  /** Size, colour scheme, pixel ratio and so on of the page. */
  readonly context?: BrowserContextOptions;
  /** Functions that the page finds on `window` before anything loads. */
  readonly expose?: Readonly<Record<string, (...args: unknown[]) => unknown>>;
  /** Called with the page before it loads, to listen to it. */
  readonly prepare?: (page: Page) => unknown;
}

export interface Workbench {
  readonly page: Page;
  /** Closes the browser. */
  close(): Promise<void>;
}

/** Opens VS Code in a browser of its own and waits until the workbench is drawn. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const context = await launchChromium(
    options.profile,
    {
      viewport: { width: 1280, height: 800 },
      locale: 'en-US',
      permissions: ['clipboard-read', 'clipboard-write'],
      ...options.context,
    },
    options.env,
  );
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    for (const [name, callback] of Object.entries(options.expose ?? {})) {
      await page.exposeFunction(name, callback);
    }
    await options.prepare?.(page);
    await page.goto(options.url, { waitUntil: 'domcontentloaded' });
    await page.locator('.monaco-workbench').first().waitFor({ timeout: 60_000 });
    return { page, close: () => context.close() };
  } catch (error) {
    await context.close();
    throw error;
  }
}
