import { downloadAndUnzipVSCode } from '@vscode/test-electron';

const releases = 'https://update.code.visualstudio.com/api/releases/stable';
const probeTimeoutMs = 4000;

/**
 * Whether desktop VS Code can be had and shown: Microsoft's download answers in a few seconds,
 * and there is a screen, which Linux machines often lack.
 */
export async function isDesktopAvailable(): Promise<boolean> {
  const isHeadless = !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
  if (process.platform === 'linux' && isHeadless) return false;
  return fetch(releases, { method: 'HEAD', signal: AbortSignal.timeout(probeTimeoutMs) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/**
 * Downloads desktop VS Code unless it is there already: the newest one, or the version in
 * IMAGEKIT_TEST_VSCODE_VERSION.
 * @returns the path of its executable.
 */
export async function desktopExecutable(cachePath: string): Promise<string> {
  return downloadAndUnzipVSCode({
    version: process.env['IMAGEKIT_TEST_VSCODE_VERSION'] ?? 'stable',
    cachePath,
  });
}
