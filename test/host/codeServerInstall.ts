import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { object, string } from 'valibot';

import { cacheDir } from './cacheDir.ts';
import { runCommand } from './childProcesses.ts';
import { withFolderLock } from './folderLock.ts';
import { npmClient } from './npmClient.ts';
import { progressLine } from './progressLine.ts';
import { readJson } from './readJson.ts';

const codeServerVersion = '4.139.1';

/** The extension host does not start without these two, and both are compiled on the machine. */
const nativeModules = ['@vscode/spdlog', '@vscode/native-watchdog'];

export interface CodeServerInstall {
  readonly version: string;
  /** The version of the VS Code inside, e.g. `1.139.1`. */
  readonly vscodeVersion: string;
  /** Absolute path of the script to run with the project's Node. */
  readonly entry: string;
}

/**
 * code-server, a complete VS Code for the browser, from npm: installed once per user and version.
 * @throws {Error} when npm cannot install or compile it; the message says what to do.
 */
export async function installCodeServer(): Promise<CodeServerInstall> {
  if (process.platform === 'win32') {
    throw new Error('code-server does not run on Windows: use desktop VS Code (--desktop).');
  }
  const key = `code-server-${codeServerVersion}-${process.platform}-${process.arch}`;
  const folder = join(cacheDir(), key);
  const found = await readInstall(folder);
  if (found) return found;
  return withFolderLock(
    `${folder}.lock`,
    () => console.log('Another run is installing code-server: waiting for it.'),
    async () => (await readInstall(folder)) ?? (await install(folder)),
  );
}

/** The marker is written last, so that an install which was cut short is not taken for one. */
async function readInstall(folder: string): Promise<CodeServerInstall | undefined> {
  const marker = join(folder, 'complete.json');
  if (!existsSync(marker)) return undefined;
  const { vscodeVersion } = await readJson(marker, object({ vscodeVersion: string() }));
  const entry = join(folder, 'node_modules', 'code-server', 'out', 'node', 'entry.js');
  return existsSync(entry) ? { version: codeServerVersion, vscodeVersion, entry } : undefined;
}

async function install(folder: string): Promise<CodeServerInstall> {
  // Its own name: the npm of a run that was killed may still be writing to the older one.
  const staging = `${folder}.partial-${process.pid}`;
  await removeLeftovers(folder);
  await mkdir(staging, { recursive: true });
  await writeFile(join(staging, 'package.json'), '{ "private": true }\n');
  console.log(
    `Downloading code-server ${codeServerVersion} (about 600 MB on disk) with npm, once, to\n  ${folder}`,
  );
  const vscode = join(staging, 'node_modules', 'code-server', 'lib', 'vscode');
  await runNpm('code-server', staging, [
    'install',
    `code-server@${codeServerVersion}`,
    '--ignore-scripts',
    '--save-exact',
  ]);
  await runNpm('VS Code in it', vscode, ['install', '--omit=dev', '--ignore-scripts']);
  // TypeScript, without which the language servers for HTML and TypeScript do not start.
  await runNpm('its built-in extensions', join(vscode, 'extensions'), [
    'install',
    '--omit=dev',
    '--ignore-scripts',
  ]);
  await compileNativeModules(vscode);

  const { version: vscodeVersion } = await readJson(
    join(vscode, 'package.json'),
    object({ version: string() }),
  );
  await writeFile(join(staging, 'complete.json'), JSON.stringify({ vscodeVersion }));
  await rename(staging, folder);
  const installed = await readInstall(folder);
  if (!installed) throw new Error(`npm installed no code-server in ${folder}.`);
  return installed;
}

async function removeLeftovers(folder: string): Promise<void> {
  const name = basename(folder);
  const siblings = await readdir(dirname(folder));
  const leftovers = siblings.filter(
    (entry) => entry === name || entry.startsWith(`${name}.partial-`),
  );
  await Promise.all(
    leftovers.map((entry) => rm(join(dirname(folder), entry), { recursive: true, force: true })),
  );
}

async function compileNativeModules(vscode: string): Promise<void> {
  try {
    await runNpm('its native modules', vscode, ['rebuild', ...nativeModules]);
    const missing = nativeModules.filter(
      (name) => !existsSync(join(vscode, 'node_modules', name, 'build', 'Release')),
    );
    if (missing.length > 0) throw new Error(`npm built nothing for ${missing.join(' and ')}.`);
  } catch (error) {
    throw new Error(
      'VS Code needs two small native modules compiled, and that failed. It takes python3, make and a C++ compiler (Debian: apt-get install python3 make g++).',
      { cause: error },
    );
  }
}

async function runNpm(label: string, cwd: string, args: readonly string[]): Promise<void> {
  const npm = npmClient();
  const progress = progressLine(label);
  let packages = 0;
  progress.update(args[0] === 'rebuild' ? 'compiling' : 'asking the registry');
  const logArgs = ['--loglevel=http', '--no-audit', '--no-fund', '--no-update-notifier'];
  await runCommand(npm.command, [...npm.leadingArgs, ...args, ...logArgs], {
    cwd,
    env: npm.env,
    onLine(line) {
      if (!/npm http (?:fetch GET 200|cache) .*\.tgz/.test(line)) return;
      packages++;
      progress.update(`${packages} packages fetched`);
    },
  }).finally(() => progress.end('done'));
}
