import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Opens `url` in the person's browser where there is one to be seen: not in CI, not on a Linux
 * machine without a display. @returns whether it was handed to a browser.
 */
export async function openAddress(
  url: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<boolean> {
  const opener = openers[process.platform] ?? openers['linux'];
  const isHeadless = process.platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'];
  if (!opener || env['CI'] || isHeadless) return false;
  const [command, ...args] = opener;
  // Detached: the browser is the person's own and stays when we end.
  const child = spawn(command, [...args, url], { detached: true, stdio: 'ignore' });
  child.unref();
  return once(child, 'spawn').then(
    () => true,
    () => false,
  );
}

const openers: Partial<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  linux: ['xdg-open'],
  // `start` takes its first quoted argument for a title.
  win32: ['cmd', '/c', 'start', '""'],
};
