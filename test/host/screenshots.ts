/**
 * `npm run screenshots`: does the main job in a real VS Code as a person does (connect, upload,
 * browse, hover, complete), takes a picture of each part and writes them into `media`, dark and
 * light. Every step waits for what a person would see, so it fails where the job fails.
 */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { appears } from './appears.ts';
import { buildExtension } from './buildExtension.ts';
import { cleanUp } from './cleanup.ts';
import { delayAnswer } from './delayAnswer.ts';
import { openPlayground, type Playground, type Theme } from './playground.ts';
import { projectPaths } from './projectPaths.ts';

const media = join(projectPaths.root, 'media');
async function main(): Promise<void> {
  await buildExtension();
  for (const theme of ['dark', 'light'] as const) await take(theme);
}

async function take(theme: Theme): Promise<void> {
  const playground = await openPlayground({ theme, scale: 2 });
  try {
    await doTheMainJob(playground, (name) => shoot(playground.page, `${name}-${theme}`));
  } catch (error) {
    await playground.page.screenshot({
      path: join(projectPaths.scratch, 'failed-screenshots.png'),
    });
    throw error;
  } finally {
    await playground.close();
  }
}

async function doTheMainJob(
  { page, code, workspace, emulatorOrigin }: Playground,
  shot: (name: string) => Promise<void>,
): Promise<void> {
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
  // Else it may be over before the picture is taken.
  await delayAnswer(emulatorOrigin, '/api/v1/files/upload', 5000);
  await page.keyboard.press('Enter');
  await code.notification('MB of 48.0 MB').waitFor();
  await shot('upload');
  const done = code.notification('Uploaded /films/harbour_film');
  await done.waitFor();
  await done.locator('a, .monaco-button', { hasText: 'Reveal in Library' }).first().click();
  await code.row('harbour_film').waitFor();
  await code.dismissNotifications();
  await shot('media-library');

  await code.openFile('index.html');
  await code.hoverPicture('rt-90', 'tr:h-300');
  await page.waitForTimeout(500);
  await shot('hover');

  await page.mouse.move(600, 700);
  await code.setCursorBehind('tr:w-400,');
  await page.keyboard.type('f');
  await code.suggestions.filter({ hasText: 'format' }).first().waitFor();
  // The key closes the details, too, which stay as they were left.
  const details = page.locator('.suggest-details:visible', { hasText: 'Format of the output' });
  if (!(await appears(details, 2000))) await page.keyboard.press('Control+Space');
  await details.waitFor();
  await page.waitForTimeout(500);
  await shot('completion');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Backspace');
  await page.keyboard.insertText('hight-200,dpr-9,');
  await page.keyboard.press('Escape');
  await page.locator('.squiggly-warning').first().waitFor();
  await page.locator('.squiggly-error').first().waitFor();
  await code.setCursorBehind('hight');
  await code.openFixes();
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

try {
  await main();
} finally {
  await cleanUp();
}
