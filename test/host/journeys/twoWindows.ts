import type { Page } from 'playwright-core';
import { eventually } from '../../integration/support/eventually.ts';
import { VsCodePage } from '../vscodePage.ts';
import type { Journey } from './journey.ts';

/** What one window does with accounts is in the other one as soon as the person goes there. */
export const twoWindows: Journey = {
  name: 'two-windows',
  async play(stage) {
    const { page: here, shot } = stage;
    const there = await here.context().newPage();
    there.setDefaultTimeout(120_000);
    await there.goto(here.url(), { waitUntil: 'domcontentloaded' });
    const other = new VsCodePage(there);
    await other.openView('ImageKit');
    await other.button('Connect Account').waitFor();

    await stage.code.connectToEmulator();
    const item = there.locator('.statusbar-item', { hasText: 'Emulator (127.0.0.1' });
    await followsTo(there, () => item.isVisible());
    // Of keys VS Code tells a window of a browser when it is loaded.
    await there.reload({ waitUntil: 'domcontentloaded' });
    await other.row('default-image').waitFor();
    await there.locator('a[aria-label^="Upload File"]').first().waitFor();

    await stage.code.runCommand('ImageKit: Make Account Read-Only');
    await stage.code.notification('is read-only in VS Code now').waitFor();
    await followsTo(there, () => item.locator('.codicon-lock').isVisible());
    await there.locator('a[aria-label^="Upload File"]').first().waitFor({ state: 'hidden' });
    await shot('1-read-only');

    await stage.code.runCommand('ImageKit: Disconnect Account…');
    await here.locator('.monaco-dialog-box').getByText('Disconnect', { exact: true }).click();
    await followsTo(there, () => other.button('Connect Account').isVisible());
    await item.waitFor({ state: 'hidden' });
  },
};

/** Chromium under a script takes every page for the one with the keyboard, so this one is told. */
async function followsTo(page: Page, hasFollowed: () => Promise<boolean>): Promise<void> {
  await page.bringToFront();
  const tell = (event: 'blur' | 'focus'): Promise<unknown> =>
    page.evaluate(
      `document.hasFocus = () => ${event === 'focus'}; dispatchEvent(new Event('${event}'))`,
    );
  await eventually(
    async () => {
      await tell('blur');
      await page.waitForTimeout(200);
      await tell('focus');
      await page.waitForTimeout(200);
      return hasFollowed();
    },
    'what the other window did',
    120_000,
  );
}
