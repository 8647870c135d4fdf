/**
 * `npm run screenshots`: does the main job in a real VS Code as a person does (connect, upload,
 * browse, hover, complete), takes a picture of each part and writes them into `media`, dark and
 * light. Every step waits for what a person would see, so it fails where the job fails.
 */
import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { startEmulator } from '../emulator/startEmulator.ts';
import { buildExtension } from './buildExtension.ts';
import { cleanUp, onCleanup } from './cleanup.ts';
import { startCodeServer } from './codeServer.ts';
import { linkExtension } from './linkExtension.ts';
import { projectPaths } from './projectPaths.ts';
import { laySampleWorkspace } from './sampleWorkspace.ts';
import { temporaryFolder } from './temporaryFolder.ts';
import { VsCodePage } from './vscodePage.ts';
import { openWorkbench, workbenchUrl } from './workbench.ts';

const themes = { dark: 'Default Dark Modern', light: 'Default Light Modern' } as const;
const media = join(projectPaths.root, 'media');
/** Large enough to be seen on its way over loopback. */
const uploadSize = 48_000_000;

async function main(): Promise<void> {
  await buildExtension();
  for (const theme of Object.keys(themes) as (keyof typeof themes)[]) await take(theme);
}

async function take(theme: keyof typeof themes): Promise<void> {
  const folder = await temporaryFolder();
  const workspace = join(folder, 'harbour-lane');
  const emulator = await startEmulator({ seed: true });
  onCleanup({ stop: () => emulator.stop(), kill: () => undefined });
  await laySampleWorkspace(workspace, emulator.urlEndpoint);
  await addUploads(workspace);

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
    },
    env: { IMAGEKIT_EMULATOR_ORIGIN: emulator.origin },
  });
  const { page, browser } = await openWorkbench({
    url: workbenchUrl({ origin: server.origin, folder: workspace }),
    context: { viewport: { width: 1200, height: 720 }, deviceScaleFactor: 2 },
  });
  page.setDefaultTimeout(20_000);
  try {
    await doTheMainJob(page, workspace, (name) => shoot(page, `${name}-${theme}`));
  } catch (error) {
    await page.screenshot({ path: join(projectPaths.scratch, 'failed-screenshots.png') });
    throw error;
  } finally {
    await browser.close();
    await server.stop();
    await emulator.stop();
  }
}

async function doTheMainJob(
  page: Page,
  workspace: string,
  shot: (name: string) => Promise<void>,
): Promise<void> {
  const code = new VsCodePage(page);

  await code.openView('ImageKit');
  await code.button('Connect to Local Emulator').click();
  await code.quickInput.waitFor();
  await page.keyboard.press('Enter');
  await code.row('products').click();
  await code.row('brand').click();
  await code.row('logo.png').waitFor();

  await code.openFile('index.html');
  await code.runCommand('ImageKit: Upload File…');
  // The dialog writes its own folder into the input while it opens.
  await code.quickRow('uploads').waitFor();
  await code.answer('Upload to ImageKit', join(workspace, 'uploads', 'harbour film.mp4'));
  await code.quickRow('Upload to /').waitFor();
  await page.keyboard.type('films');
  await code.quickRow('Upload to new folder /films').waitFor();
  await page.keyboard.press('Enter');
  await code.notification('uploading to /films').waitFor();
  await shot('upload');
  const done = code.notification('Uploaded /films/harbour_film');
  await done.waitFor();
  await done.locator('a, .monaco-button', { hasText: 'Reveal in Library' }).first().click();
  await code.row('harbour_film').waitFor();
  await code.dismissNotifications();
  await shot('media-library');

  await code.openFile('index.html');
  await code.hover('rt-90', 'tr:h-300');
  await page.locator('.monaco-hover:visible img').first().waitFor();
  await page.waitForTimeout(500);
  await shot('hover');

  await page.mouse.move(600, 700);
  await code.setCursorBehind('tr:w-400,');
  await page.keyboard.type('f');
  await code.suggestions.filter({ hasText: 'format' }).first().waitFor();
  await page.keyboard.press('Control+Space');
  await page.waitForTimeout(500);
  await shot('completion');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Backspace');
  await page.keyboard.insertText('hight-200,dpr-9,');
  await page.keyboard.press('Escape');
  await page.locator('.squiggly-warning').first().waitFor();
  await page.locator('.squiggly-error').first().waitFor();
  await code.setCursorBehind('hight');
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget', { hasText: 'Change to h' }).waitFor();
  await page.waitForTimeout(500);
  await shot('diagnostics');
  await page.keyboard.press('Escape');
}

async function shoot(page: Page, name: string): Promise<void> {
  // A palette takes a third of the bytes; the pictures are for reading, not for printing.
  await sharp(await page.screenshot())
    .png({ palette: true, quality: 90, effort: 10 })
    .toFile(join(media, `${name}.png`));
  console.log(`media/${name}.png`);
}

/** A file to upload that takes a moment: sparse, so that it costs no disk. */
async function addUploads(workspace: string): Promise<void> {
  const folder = join(workspace, 'uploads');
  await mkdir(folder, { recursive: true });
  const film = join(folder, 'harbour film.mp4');
  await writeFile(film, '');
  await truncate(film, uploadSize);
}

try {
  await main();
} finally {
  await cleanUp();
}
