import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { spawnOwned } from './childProcesses.ts';
import { isCleaningUp } from './cleanup.ts';
import { installCodeServer } from './codeServerInstall.ts';
import { freePort } from './freePort.ts';
import { projectNode, projectNodeEnv } from './projectNode.ts';

const readyTimeoutMs = 60_000;

export interface CodeServerOptions {
  /** The server's own data, settings included. Created when missing. */
  readonly userDataDir: string;
  /** Created when missing; see `linkExtension` for putting the extension into it. */
  readonly extensionsDir: string;
  /** Become the user settings where there are none yet. */
  readonly firstSettings?: Readonly<Record<string, unknown>>;
  /** The extension host's environment, beside this process's own. */
  readonly env?: NodeJS.ProcessEnv;
  /** The next free one is taken when it is not free. Default: any free port. */
  readonly preferredPort?: number;
  /**
   * Lets the page load an extension under development and run its tests. VS Code then shows no
   * notifications, so it is not for people.
   */
  readonly automation?: boolean;
  /** Asks for trust in each workspace, as VS Code does for people. Default: trusts every one. */
  readonly asksForTrust?: boolean;
}

export interface CodeServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly vscodeVersion: string;
  /** What the server printed, for reports of failures. */
  output(): string;
  /** Resolves when the server has ended although nobody stopped it. */
  readonly died: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a VS Code server on loopback, installing it first where that was not done yet, and
 * waits until it answers. It ends with this process at the latest.
 */
export async function startCodeServer(options: CodeServerOptions): Promise<CodeServer> {
  const install = await installCodeServer();
  const { userDataDir, extensionsDir } = options;
  await mkdir(extensionsDir, { recursive: true });
  await mkdir(join(userDataDir, 'User'), { recursive: true });
  const settingsFile = join(userDataDir, 'User', 'settings.json');
  if (options.firstSettings && !existsSync(settingsFile)) {
    await writeFile(settingsFile, `${JSON.stringify(options.firstSettings, null, 2)}\n`);
  }
  const port = await freePort(options.preferredPort);
  const server = spawnOwned(projectNode(), [install.entry, ...serverArguments(options, port)], {
    env: { ...serverEnv(), ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  for (const stream of [server.child.stdout, server.child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output.push(chunk.toString());
      if (output.length > 200) output.shift();
    });
  }
  let isStopped = false;
  const died = new Promise<void>((resolve) => {
    server.child.once('exit', () => {
      if (!isStopped && !isCleaningUp()) resolve();
    });
    server.child.once('error', (error) => {
      output.push(String(error));
      resolve();
    });
  });
  const codeServer: CodeServer = {
    origin: `http://127.0.0.1:${port}`,
    vscodeVersion: install.vscodeVersion,
    output: () => output.join(''),
    died,
    stop: () => {
      isStopped = true;
      return server.stop();
    },
  };
  await waitUntilReady(codeServer);
  return codeServer;
}

function serverArguments(options: CodeServerOptions, port: number): string[] {
  const values: Record<string, string> = {
    auth: 'none',
    'bind-addr': `127.0.0.1:${port}`,
    'user-data-dir': options.userDataDir,
    'extensions-dir': options.extensionsDir,
    // Without its own file code-server would read, and write, one in the person's home.
    config: join(options.userDataDir, 'code-server.yaml'),
    ...(options.automation ? { 'vscode-option': 'enable-smoke-test-driver=true' } : {}),
  };
  const flags = [
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-getting-started-override',
    ...(options.asksForTrust ? [] : ['--disable-workspace-trust']),
  ];
  return [...flags, ...Object.entries(values).map(([name, value]) => `--${name}=${value}`)];
}

async function waitUntilReady(server: CodeServer): Promise<void> {
  const giveUp = AbortSignal.timeout(readyTimeoutMs);
  const diedEarly = server.died.then(() => true);
  while (!giveUp.aborted) {
    const answered = fetch(`${server.origin}/healthz`, { signal: giveUp }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (await answered) return;
    if (await Promise.race([diedEarly, delay(100, false)])) break;
  }
  await server.stop();
  const problem = giveUp.aborted ? `did not answer within ${readyTimeoutMs / 1000} s` : 'ended';
  throw new Error(`code-server ${problem}:\n${server.output()}`);
}

/**
 * The environment without what would redirect the server: a terminal inside VS Code points at
 * the running instance, PORT and the CODE_SERVER_ variables override the arguments.
 */
function serverEnv(): NodeJS.ProcessEnv {
  const redirecting =
    /^(?:VSCODE_|ELECTRON_|CODE_SERVER_|CS_|PORT$|(?:HASHED_)?PASSWORD$|NODE_V8_COVERAGE$)/;
  return projectNodeEnv(
    Object.fromEntries(Object.entries(process.env).filter(([name]) => !redirecting.test(name))),
  );
}
