import assert from 'node:assert/strict';
import { openNew, type Journey } from './journey.ts';

const base = 'https://ik.imagekit.io/demo';
const signature = 'ik-s=a03f5fc9ad7bd15ae4cbcc0d3e0d9a1bd8d9a0b1';

const urls: readonly string[] = [
  '/tr:w-300,h-200/a.jpg',
  '/a%20b.jpg',
  '/a%2Fb.jpg',
  '/a%252Fb.jpg',
  '/müde-katze.jpg',
  '/m%C3%BCde.jpg?tr=w-300%2Ch-200',
  '/%e6%97%a5.png',
  '/emoji-😀.jpg',
  '/tr:l-text,i-50%25%20off,l-end/a.jpg',
  '/a.jpg?tr=l-text,i-a%26b%2Bc,l-end',
  `/日本.jpg?tr=l-text,i-%E6%97%A5,l-end&${signature}`,
  `/c%2Fd.jpg?x=%2B&ik-t=1893456000&${signature}`,
].map((path) => base + path);

/** Takes the place of the tab that VS Code opens and remembers its address. */
const watchTabs = `
  globalThis.openedAddresses = [];
  globalThis.open = (address) => {
    if (address) openedAddresses.push(address);
    return { opener: null, location: { set href(later) { openedAddresses.push(later); } } };
  };`;

/** Follows links into the browser: each address arrives byte for byte as it is written. */
export const links: Journey = {
  name: 'links',
  async play(stage) {
    const { page, code, shot } = stage;
    await openNew(stage, 'links.txt', urls.join('\n'));
    await page.evaluate(watchTabs);
    for (const [index, url] of urls.entries()) {
      await code.pointAt(url, 'https://ik.imagekit.io');
      await page.keyboard.down('Control');
      await page.mouse.down();
      await page.mouse.up();
      await page.keyboard.up('Control');
      const dialog = page.locator('.monaco-dialog-box:visible', { hasText: 'external website' });
      await dialog.waitFor();
      if (index === 0) await shot('1-question');
      await dialog.getByText('Open', { exact: true }).click();
      await page.waitForFunction(`openedAddresses.length === ${index + 1}`);
      // What pops up would cover the next line.
      await page.mouse.move(600, 700);
      await page.locator('.monaco-hover:visible').first().waitFor({ state: 'hidden' });
    }
    assert.deepEqual(await page.evaluate('openedAddresses'), urls);
    await shot('2-links');
  },
};
