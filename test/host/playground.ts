import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { startEmulator } from '../emulator/startEmulator.ts';
import { onCleanup } from './cleanup.ts';
import type { KeyBinding } from './commandKeys.ts';
import { startCodeServer, type CodeServer } from './codeServer.ts';
import { linkExtension } from './linkExtension.ts';
import { projectPaths } from './projectPaths.ts';
import { laySampleWorkspace } from './sampleWorkspace.ts';
import { temporaryFolder } from './temporaryFolder.ts';
import { VsCodePage } from './vscodePage.ts';
import { openWorkbench, workbenchUrl, type Workbench } from './workbench.ts';

const themes = { dark: 'Default Dark Modern', light: 'Default Light Modern' } as const;

export type Theme = keyof typeof themes;

/** Large enough to be seen on its way over loopback. */
const uploadSize = 48_000_000;

export interface PlaygroundOptions {
  readonly theme: Theme;
  /** Pixels of a picture for each pixel of the page. */
  readonly scale?: number;
  /** Of the extension's texts, such as `de`; VS Code's own stay English without a language pack. */
  readonly language?: string | undefined;
  /** Of the workspace; in one that is not trusted the window is in Restricted Mode. Default: true. */
  readonly isTrusted?: boolean;
  /** The settings that the workspace brings along. */
  readonly workspaceSettings?: Readonly<Record<string, unknown>>;
  /** Files that the workspace has beside the sample, by their paths in it. */
  readonly workspaceFiles?: Readonly<Record<string, string>>;
  /** Settings of the person, beside those that keep VS Code's own business out of the window. */
  readonly userSettings?: Readonly<Record<string, unknown>>;
  /** Keys of the person, as in `keybindings.json`. */
  readonly keyBindings?: readonly KeyBinding[];
  /** Folders of other extensions, below the checkout. */
  readonly extensions?: readonly string[];
  /** Called with each page before VS Code loads in it. */
  readonly prepare?: (page: Page) => unknown;
}

/** A VS Code in the browser with the built extension, a sample workspace and a seeded emulator. */
export interface Playground {
  /** The window as it is now: another one after each start. */
  readonly page: Page;
  readonly code: VsCodePage;
  /** Everything that this VS Code and its browser write: data, profile, temporary files, workspace. */
  readonly folder: string;
  readonly workspace: string;
  readonly userData: string;
  readonly emulatorOrigin: string;
  readonly urlEndpoint: string;
  /** Ends VS Code and its browser. */
  stop(): Promise<void>;
  /** Starts them again on what they kept. */
  start(): Promise<void>;
  /** Ends everything. */
  close(): Promise<void>;
}

export async function openPlayground(options: PlaygroundOptions): Promise<Playground> {
  const folder = await temporaryFolder();
  const workspace = join(folder, 'harbour-lane');
  const userData = join(folder, 'user-data');
  const emulator = await startEmulator({ seed: true, testControls: true });
  onCleanup({ stop: () => emulator.stop(), kill: () => undefined });
  await laySampleWorkspace(workspace, emulator.urlEndpoint);
  await addUploads(workspace);
  const { workspaceSettings, workspaceFiles } = options;
  await write(workspace, {
    ...(workspaceSettings && { '.vscode/settings.json': JSON.stringify(workspaceSettings) }),
    ...workspaceFiles,
  });
  await write(userData, {
    'User/settings.json': JSON.stringify(userSettings(options)),
    // Where VS Code runs on a server, settings about its machine count from there only.
    'Machine/settings.json': JSON.stringify(options.userSettings ?? {}),
    'User/keybindings.json': JSON.stringify(options.keyBindings ?? []),
  });

  const env = { IMAGEKIT_EMULATOR_ORIGIN: emulator.origin };
  let running = await start(options, folder, env);
  const stop = async (): Promise<void> => {
    await running.close();
    await running.server.stop();
  };
  return {
    get page() {
      return running.page;
    },
    get code() {
      return running.code;
    },
    folder,
    workspace,
    userData,
    emulatorOrigin: emulator.origin,
    urlEndpoint: emulator.urlEndpoint,
    stop,
    async start() {
      running = await start(options, folder, env, running.server.origin);
    },
    async close() {
      await stop();
      await emulator.stop();
    },
  };
}

interface Running extends Workbench {
  readonly server: CodeServer;
  readonly code: VsCodePage;
}

/** @param before The address of VS Code until now: what a browser stored belongs to it. */
async function start(
  options: PlaygroundOptions,
  folder: string,
  env: NodeJS.ProcessEnv,
  before?: string,
): Promise<Running> {
  const { scale = 1, language = 'en', prepare } = options;
  const temporary = { TMPDIR: join(folder, 'tmp') };
  await mkdir(temporary.TMPDIR, { recursive: true });
  const extensionsDir = join(folder, 'extensions');
  for (const path of ['.', ...(options.extensions ?? [])]) {
    await linkExtension(extensionsDir, join(projectPaths.root, path));
  }
  const server = await startCodeServer({
    userDataDir: join(folder, 'user-data'),
    extensionsDir,
    asksForTrust: options.isTrusted === false,
    env: { ...env, ...temporary },
    ...(before && { preferredPort: Number(new URL(before).port) }),
  });
  const workbench = await openWorkbench({
    url: workbenchUrl({ origin: server.origin, folder: join(folder, 'harbour-lane') }),
    profile: join(folder, 'profile'),
    env: temporary,
    context: { viewport: { width: 1200, height: 720 }, deviceScaleFactor: scale },
    async prepare(page) {
      await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = '${language}'`);
      await prepare?.(page);
    },
  });
  // On a machine that is busy with other things VS Code takes its time.
  workbench.page.setDefaultTimeout(120_000);
  return { ...workbench, server, code: new VsCodePage(workbench.page) };
}

function userSettings({ theme, userSettings: own }: PlaygroundOptions): object {
  return {
    'chat.disableAIFeatures': true,
    'editor.minimap.enabled': false,
    'workbench.colorTheme': themes[theme],
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'workbench.startupEditor': 'none',
    'security.workspace.trust.startupPrompt': 'never',
    ...own,
  };
}

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

/** A file to upload that takes a moment: sparse, so that it costs no disk. */
async function addUploads(workspace: string): Promise<void> {
  const folder = join(workspace, 'uploads');
  await mkdir(folder, { recursive: true });
  const film = join(folder, 'harbour film.mp4');
  await writeFile(film, '');
  await truncate(film, uploadSize);
}
