import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

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
  /** Default true. */
  readonly headless?: boolean;
  /** Size, colour scheme, pixel ratio and so on of the page. */
  readonly context?: BrowserContextOptions;
  /** Functions that the page finds on `window` before anything loads. */
  readonly expose?: Readonly<Record<string, (...args: unknown[]) => unknown>>;
  /** Called with the page before it loads, to listen to it. */
  readonly prepare?: (page: Page) => void;
}

export interface Workbench {
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly page: Page;
  /** Closes the browser. */
  close(): Promise<void>;
}

/** Opens VS Code in a browser of its own and waits until the workbench is drawn. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const browser = await launchChromium({ headless: options.headless ?? true });
  try {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'en-US',
      permissions: ['clipboard-read', 'clipboard-write'],
      ...options.context,
    });
    const page = await context.newPage();
    for (const [name, callback] of Object.entries(options.expose ?? {})) {
      await page.exposeFunction(name, callback);
    }
    options.prepare?.(page);
    await page.goto(options.url, { waitUntil: 'domcontentloaded' });
    await page.locator('.monaco-workbench').first().waitFor({ timeout: 60_000 });
    return { browser, context, page, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
