import assert from 'node:assert/strict';
import { linkedUrls } from '../../integration/support/linkedUrls.ts';
import { openNew, type Journey, type Stage } from './journey.ts';

/** So many lines are visible. */
const linesInFile = 20;

/** Takes the place of the tab that VS Code opens and remembers its address. */
const watchTabs = `
  globalThis.openedAddresses = [];
  globalThis.open = (address) => {
    if (address) openedAddresses.push(address);
    return { opener: null, location: { set href(later) { openedAddresses.push(later); } } };
  };`;

/**
 * Beside ImageKit's own host. None on this computer: where VS Code runs on a server it sends those
 * through its port forwarding, which writes them anew.
 */
const customDomain = 'https://pictures.example.com/shop';

/** Follows links into the browser: each address arrives byte for byte as it is written. */
export const links: Journey = {
  name: 'links',
  playground: { userSettings: { 'imagekit.urlEndpoints': [customDomain] } },
  async play(stage) {
    const { page, shot } = stage;
    const urls = linkedUrls(customDomain);
    assert(urls.length >= 60);
    await page.evaluate(watchTabs);
    for (let first = 0; first < urls.length; first += linesInFile) {
      const lines = urls.slice(first, first + linesInFile);
      await openNew(stage, `links-${first}.txt`, lines.join('\n'));
      // Links are found a moment later than the text is shown.
      const found = `document.querySelectorAll('.detected-link').length >= ${lines.length}`;
      await page.waitForFunction(found);
      for (const url of lines) await follow(stage, url);
      await shot(`${first}-links`);
    }
    assert.deepEqual(await page.evaluate('openedAddresses'), urls);
  },
};

async function follow({ page, code }: Stage, url: string): Promise<void> {
  const before = await page.evaluate<number>('openedAddresses.length');
  // Some are the beginning of others.
  const line = new RegExp(`^${url.replaceAll(/[^\w/:]/g, String.raw`\$&`)}$`);
  await page.keyboard.down('Control');
  await code.pointAt(line, 'http');
  await page.locator('.detected-link-active').first().waitFor();
  await page.mouse.down();
  await page.mouse.up();
  await page.keyboard.up('Control');
  const dialog = page.locator('.monaco-dialog-box:visible', { hasText: 'external website' });
  await dialog.waitFor();
  await dialog.getByText('Open', { exact: true }).click();
  await page.waitForFunction(`openedAddresses.length === ${before + 1}`);
  // What pops up would cover the next line.
  await page.mouse.move(600, 700);
  await page.locator('.monaco-hover:visible').first().waitFor({ state: 'hidden' });
}
