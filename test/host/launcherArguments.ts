import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface LauncherArguments {
  readonly extensionDevelopmentPath: string | undefined;
  readonly extensionTestsPath: string;
  readonly userDataDir: string | undefined;
  readonly extensionsDir: string | undefined;
  /** The workspace folder. */
  readonly folder: string | undefined;
  /** Flags of VS Code that mean nothing in the browser, as given. */
  readonly ignored: readonly string[];
}

/** Flags that the launcher fulfils by what it always does. */
const fulfilled = new Set([
  'disable-workspace-trust',
  'disable-updates',
  'skip-welcome',
  'skip-release-notes',
  'no-sandbox',
  'disable-gpu-sandbox',
]);

const options = {
  extensionDevelopmentPath: { type: 'string' },
  extensionTestsPath: { type: 'string' },
  'user-data-dir': { type: 'string' },
  'extensions-dir': { type: 'string' },
} as const;

/** @throws {Error} when the tests to run are not named. */
export function parseLauncherArguments(args: readonly string[]): LauncherArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    // VS Code has hundreds of flags: what is not known here is reported, not refused.
    strict: false,
    allowPositionals: true,
    options,
  });
  const path = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? resolve(value) : undefined;
  };
  const extensionTestsPath = path('extensionTestsPath');
  if (!extensionTestsPath) throw new Error('Missing --extensionTestsPath=PATH: nothing to run.');
  return {
    extensionTestsPath,
    extensionDevelopmentPath: path('extensionDevelopmentPath'),
    userDataDir: path('user-data-dir'),
    extensionsDir: path('extensions-dir'),
    folder: positionals[0] === undefined ? undefined : resolve(positionals[0]),
    ignored: [
      ...Object.keys(values).filter(
        (name) => !Object.hasOwn(options, name) && !fulfilled.has(name),
      ),
      ...positionals.slice(1),
    ],
  };
}
