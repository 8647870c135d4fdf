import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Journey } from './journey.ts';

/** A new user goes through Get Started against the emulator until every step is ticked off. */
export const walkthrough: Journey = {
  name: 'walkthrough',
  async play({ page, code, workspace, shot }) {
    const step = (title: string) =>
      page.locator('.getting-started-step', { hasText: title }).first();
    const isDone = (title: string) => step(title).locator('.complete').waitFor();

    await code.openView('ImageKit');
    await page.locator('.welcome-view a', { hasText: 'Get started' }).click();
    await step('Connect your account').waitFor();
    await shot('1-connect');
    await page
      .locator('.step-description-container:visible a', { hasText: 'Connect to a local emulator' })
      .click();
    await code.quickInput.waitFor();
    await page.keyboard.press('Enter');
    await isDone('Connect your account');

    await step('Upload a picture').click();
    await shot('2-upload');
    await code.button('Upload File').click();
    await code.quickRow('uploads').waitFor();
    await code.quickInput.fill(join(workspace, 'uploads', 'harbour film.mp4'));
    // Enter opens what the dialog has listed by then.
    await code.quickRow('harbour film.mp4').waitFor();
    await page.waitForTimeout(500);
    await page.keyboard.press('Enter');
    await code.quickRow('Upload to /').waitFor();
    await page.keyboard.press('Enter');
    await code.notification('Uploaded /harbour_film').waitFor();
    await isDone('Upload a picture');
    await code.dismissNotifications();

    await code.openFile('index.html');
    await page.locator('.view-line', { hasText: 'Hover a URL' }).click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await code.row('harbour_film').hover();
    await code.row('harbour_film').locator('a[aria-label^="Insert"]').click();
    await page.locator('.view-line', { hasText: 'harbour_film' }).first().waitFor();
    await shot('3-inserted');

    const goBackFrom = async (title: string): Promise<void> => {
      await code.runCommand('ImageKit: Get Started');
      await step(title).click();
      await page.waitForTimeout(500);
      await shot(title.replaceAll(' ', '-').toLowerCase());
      await code.button('Back to Your File').click();
      await page.locator('.tab.active[data-resource-name="index.html"]').waitFor();
    };
    await goBackFrom('Insert its URL and see what it delivers');
    await code.hoverPicture('rt-90', 'tr:h-300');
    await shot('4-preview');
    await page.mouse.move(600, 700);
    await goBackFrom('Shape it');
    await code.setCursorBehind('tr:w-400,');
    await page.keyboard.type('f');
    await code.suggestions.filter({ hasText: 'format' }).first().waitFor();
    await shot('5-complete');
    await page.keyboard.press('Escape');

    await code.runCommand('ImageKit: Get Started');
    for (const title of [
      'Connect your account',
      'Upload a picture',
      'Insert its URL and see what it delivers',
      'Shape it',
    ]) {
      await isDone(title);
    }
    await shot('6-all-done');
    assert.equal(await page.locator('.getting-started-step .complete').count(), 4);
  },
};
