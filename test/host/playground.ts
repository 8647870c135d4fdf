import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startEmulator } from '../emulator/startEmulator.ts';
import { onCleanup } from './cleanup.ts';
import { startCodeServer } from './codeServer.ts';
import { linkExtension } from './linkExtension.ts';
import { projectPaths } from './projectPaths.ts';
import { laySampleWorkspace } from './sampleWorkspace.ts';
import { temporaryFolder } from './temporaryFolder.ts';
import { VsCodePage } from './vscodePage.ts';
import { openWorkbench, workbenchUrl } from './workbench.ts';

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
}

/** A VS Code in the browser with the built extension, a sample workspace and a seeded emulator. */
export interface Playground {
  readonly page: Page;
  readonly code: VsCodePage;
  readonly workspace: string;
  readonly emulatorOrigin: string;
  readonly urlEndpoint: string;
  close(): Promise<void>;
}

export async function openPlayground({
  theme,
  scale = 1,
  language = 'en',
  isTrusted = true,
  workspaceSettings,
}: PlaygroundOptions): Promise<Playground> {
  const folder = await temporaryFolder();
  const workspace = join(folder, 'harbour-lane');
  const emulator = await startEmulator({ seed: true });
  onCleanup({ stop: () => emulator.stop(), kill: () => undefined });
  await laySampleWorkspace(workspace, emulator.urlEndpoint);
  await addUploads(workspace);
  if (workspaceSettings) await addSettings(workspace, workspaceSettings);

  const extensionsDir = join(folder, 'extensions');
  await linkExtension(extensionsDir, projectPaths.root);
  const server = await startCodeServer({
    userDataDir: join(folder, 'user-data'),
    extensionsDir,
    firstSettings: {
      'chat.disableAIFeatures': true,
      'editor.minimap.enabled': false,
      'workbench.colorTheme': themes[theme],
      'workbench.secondarySideBar.defaultVisibility': 'hidden',
      'workbench.startupEditor': 'none',
      'security.workspace.trust.startupPrompt': 'never',
    },
    asksForTrust: !isTrusted,
    env: { IMAGEKIT_EMULATOR_ORIGIN: emulator.origin },
  });
  const { page, browser } = await openWorkbench({
    url: workbenchUrl({ origin: server.origin, folder: workspace }),
    context: { viewport: { width: 1200, height: 720 }, deviceScaleFactor: scale },
    prepare: (opened) =>
      void opened.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = '${language}'`),
  });
  page.setDefaultTimeout(20_000);
  return {
    page,
    code: new VsCodePage(page),
    workspace,
    emulatorOrigin: emulator.origin,
    urlEndpoint: emulator.urlEndpoint,
    async close() {
      await browser.close();
      await server.stop();
      await emulator.stop();
    },
  };
}

async function addSettings(workspace: string, settings: object): Promise<void> {
  await mkdir(join(workspace, '.vscode'), { recursive: true });
  await writeFile(join(workspace, '.vscode', 'settings.json'), JSON.stringify(settings));
}

/** A file to upload that takes a moment: sparse, so that it costs no disk. */
async function addUploads(workspace: string): Promise<void> {
  const folder = join(workspace, 'uploads');
  await mkdir(folder, { recursive: true });
  const film = join(folder, 'harbour film.mp4');
  await writeFile(film, '');
  await truncate(film, uploadSize);
}
