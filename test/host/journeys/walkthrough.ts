import assert from 'node:assert/strict';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Journey } from './journey.ts';

const steps = [
  'Connect your account',
  'Upload a picture',
  'Insert its URL and see what it delivers',
  'Shape it',
] as const;

/** A new user goes through Get Started against the emulator until every step is ticked off. */
export const walkthrough: Journey = {
  name: 'walkthrough',
  async play({ page, code, workspace, shot }) {
    const [connect, upload, insert, shape] = steps;
    const step = (title: string) =>
      page.locator('.getting-started-step', { hasText: title }).first();
    const isDone = (title: string) => step(title).locator('.complete').waitFor();
    const goBackFrom = async (title: string, picture: string): Promise<void> => {
      await code.runCommand('ImageKit: Get Started');
      await step(title).click();
      await code.button('Back to Your File').waitFor();
      await shot(picture);
      await code.button('Back to Your File').click();
      await page.locator('.tab.active[data-resource-name="index.html"]').waitFor();
    };
    const picture = join(workspace, 'uploads', 'lighthouse.jpg');
    await sharp({ create: { width: 900, height: 600, channels: 3, background: '#2a7fb8' } })
      .jpeg()
      .toFile(picture);
    // Wide enough for the pictures of the steps.
    await page.setViewportSize({ width: 1600, height: 900 });

    await code.openView('ImageKit');
    await page.locator('.welcome-view a', { hasText: 'Get started' }).click();
    await step(connect).waitFor();
    await shot('1-connect');
    await page
      .locator('.step-description-container:visible a', { hasText: 'Connect to a local emulator' })
      .click();
    await code.quickInput.waitFor();
    await page.keyboard.press('Enter');
    await isDone(connect);

    await step(upload).click();
    await code.button('Upload File').waitFor();
    await shot('2-upload');
    await code.button('Upload File').click();
    await code.quickRow('uploads').waitFor();
    await code.quickInput.fill(picture);
    // Enter opens what the dialog has listed by then.
    await code.quickRow('lighthouse.jpg').waitFor();
    await page.waitForTimeout(500);
    await page.keyboard.press('Enter');
    await code.quickRow('Upload to /').waitFor();
    await page.keyboard.press('Enter');
    await code.notification('Uploaded /lighthouse').waitFor();
    await shot('3-uploaded');
    await isDone(upload);
    await code.dismissNotifications();

    await code.openFile('index.html');
    await page.locator('.view-line', { hasText: 'Hover a URL' }).click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await goBackFrom(insert, '4-insert');
    await code.row('lighthouse').hover();
    await code.row('lighthouse').locator('a[aria-label^="Insert"]').click();
    await page.locator('.view-line', { hasText: 'lighthouse' }).first().waitFor();
    await code.hoverPicture('lighthouse', 'lighthouse');
    await shot('5-preview');
    await page.mouse.move(600, 800);

    await goBackFrom(shape, '6-shape');
    await page.locator('.view-line', { hasText: 'lighthouse' }).click();
    await page.keyboard.press('End');
    await page.keyboard.type('?tr=w');
    await code.suggestions.filter({ hasText: 'width' }).first().waitFor();
    await shot('7-complete');
    await code.accept('w');
    await page.keyboard.type('400');
    const shaped = page.locator('.view-line', { hasText: /lighthouse\w*\.jpg\?tr=w-400$/ });
    await shaped.waitFor();
    await code.hoverPicture('lighthouse', 'lighthouse');
    await page.locator('.monaco-hover:visible', { hasText: '400' }).first().waitFor();
    await shot('8-shaped');
    await page.mouse.move(600, 800);

    await code.runCommand('ImageKit: Get Started');
    for (const title of steps) await isDone(title);
    await shot('9-all-done');
    assert.equal(await page.locator('.getting-started-step .complete').count(), steps.length);
  },
};
