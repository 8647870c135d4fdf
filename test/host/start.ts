/**
 * `npm start`: VS Code with the extension, a sample workspace and the emulator beside it.
 * `--desktop` opens the desktop `code` of the PATH instead of the browser, `--no-open` opens
 * nothing. What it keeps is in `.vscode-test/start`; Ctrl-C ends everything that it started.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { startEmulator } from '../emulator/startEmulator.ts';
import { buildExtension } from './buildExtension.ts';
import { spawnOwned } from './childProcesses.ts';
import { cleanUp, onCleanup } from './cleanup.ts';
import { startCodeServer } from './codeServer.ts';
import { freePort } from './freePort.ts';
import { linkExtension } from './linkExtension.ts';
import { openAddress } from './openAddress.ts';
import { projectPaths } from './projectPaths.ts';
import { laySampleWorkspace } from './sampleWorkspace.ts';
import { workbenchUrl } from './workbench.ts';

const emulatorPort = 7480;
const codePort = 7490;
const home = join(projectPaths.scratch, 'start');
const workspace = join(home, 'workspace');

/** For a first look: nothing in the window that is not about the extension. */
const firstSettings = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  // The sample workspace lies in the checkout, whose repository is none of its business.
  'git.openRepositoryInParentFolders': 'never',
};

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { desktop: { type: 'boolean' }, 'no-open': { type: 'boolean' } },
  });
  await mkdir(home, { recursive: true });
  await buildExtension();

  const emulator = await startEmulator({
    seed: true,
    port: await freePort(emulatorPort),
    dataDir: join(home, 'library'),
  });
  onCleanup({ stop: () => emulator.stop(), kill: () => undefined });
  const { kept } = await laySampleWorkspace(workspace, emulator.urlEndpoint);
  if (kept.length > 0) console.log(`You changed ${kept.join(', ')}: left as it is.`);
  console.log(
    `ImageKit emulator  ${emulator.origin}  (endpoint ${emulator.urlEndpoint}, keys ${emulator.publicKey} and ${emulator.privateKey})`,
  );

  const env = { IMAGEKIT_EMULATOR_ORIGIN: emulator.origin };
  await (values.desktop ? runDesktop(env) : runBrowser(env, values['no-open'] ?? false));
}

async function runBrowser(env: NodeJS.ProcessEnv, isQuiet: boolean): Promise<void> {
  const extensionsDir = join(home, 'extensions');
  await linkExtension(extensionsDir, projectPaths.root);
  const server = await startCodeServer({
    userDataDir: join(home, 'user-data'),
    extensionsDir,
    firstSettings,
    env,
    preferredPort: codePort,
  });
  const url = workbenchUrl({ origin: server.origin, folder: workspace });
  console.log(`VS Code ${server.vscodeVersion}     ${url}`);
  const isOpened = !isQuiet && (await openAddress(url));
  console.log(isOpened ? 'Opened in your browser.' : 'Open that address in a browser.');
  tellWhatNext();
  await server.died;
  throw new Error(`VS Code's server ended by itself:\n${server.output()}`);
}

async function runDesktop(env: NodeJS.ProcessEnv): Promise<void> {
  const code = spawnOwned(
    'code',
    [
      '--wait',
      '--new-window',
      `--extensionDevelopmentPath=${projectPaths.root}`,
      `--user-data-dir=${join(home, 'desktop-user-data')}`,
      `--extensions-dir=${join(home, 'desktop-extensions')}`,
      '--disable-workspace-trust',
      workspace,
    ],
    // On Windows `code` is a batch file, which only a shell starts.
    { env: { ...process.env, ...env }, stdio: 'inherit', shell: process.platform === 'win32' },
  );
  tellWhatNext();
  await new Promise<void>((resolve, reject) => {
    code.child.once('exit', () => resolve());
    code.child.once('error', (cause) =>
      reject(new Error('Found no `code` on the PATH: start without --desktop.', { cause })),
    );
  });
}

function tellWhatNext(): void {
  console.log('In VS Code run “ImageKit: Connect to Local Emulator”. Ctrl-C ends everything.');
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await cleanUp();
}
