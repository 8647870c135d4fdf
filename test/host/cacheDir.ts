import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Per-user folder for downloads that every checkout shares: `$XDG_CACHE_HOME` or `~/.cache`,
 * `~/Library/Caches` on macOS, `%LOCALAPPDATA%` on Windows. It may not exist yet.
 */
export function cacheDir(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): string {
  return join(cacheRoot(platform, env), 'imagekit-vscode');
}

function cacheRoot(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  const configured = env['XDG_CACHE_HOME'];
  if (configured) return configured;
  if (platform === 'win32') return env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local');
  return platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache');
}
