import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { openNew, type Journey } from './journey.ts';

/** Uploads a picture from the Explorer and has its URL where the cursor was. */
export const explorerUpload: Journey = {
  name: 'explorer-upload',
  async play(stage) {
    const { page, code, workspace, urlEndpoint, shot } = stage;
    const background = { r: 200, g: 80, b: 20 };
    const picture = sharp({ create: { width: 320, height: 200, channels: 3, background } });
    await writeFile(join(workspace, 'sunset.jpg'), await picture.jpeg().toBuffer());
    await code.connectToEmulator();
    await openNew(stage, 'card.html', '<img src="">\n');
    await code.setCursorBehind('src="');

    await page.keyboard.press('Control+Shift+E');
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'sunset.jpg' }).click({
      button: 'right',
    });
    const item = page.locator('.monaco-menu .action-label', { hasText: 'Upload to ImageKit…' });
    await item.first().waitFor();
    await shot('1-menu');
    await item.first().click();
    await code.quickRow('Upload to /').waitFor();
    await shot('2-folder');
    await page.keyboard.press('Enter');
    await code.notification('Uploaded /sunset').waitFor();
    await shot('3-uploaded');
    await code
      .notification('Uploaded /sunset')
      .locator('a, .monaco-button', { hasText: 'Insert at Cursor' })
      .first()
      .click();
    const line = page.locator('.view-line', { hasText: `${urlEndpoint}/sunset` }).first();
    await line.waitFor();
    await shot('4-inserted');
    const [, url = ''] = /^<img.src="(.*)">$/.exec(await line.innerText()) ?? [];
    assert.match(url, /\/sunset_\w+\.jpg$/);
    assert.equal((await fetch(url)).status, 200);
  },
};
