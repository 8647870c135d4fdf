import assert from 'node:assert/strict';
import { delayAnswer } from '../delayAnswer.ts';
import type { Journey } from './journey.ts';

/** Looks at what a URL delivers and goes on from there: copies it and finds it in the library. */
export const hoverLinks: Journey = {
  name: 'hover-links',
  async play({ page, code, emulatorOrigin, urlEndpoint, shot }) {
    await code.connectToEmulator();
    await code.openFile('index.html');
    const url = `${urlEndpoint}/tr:w-960,h-360,fo-auto/blog/2026/mountain-lake.jpg`;
    await delayAnswer(emulatorOrigin, '/demo/tr:w-960', 10_000);
    const popup = await code.hover('tr:w-960,h-360', 'fo-auto/blog');
    // The text waits for no picture, which joins it above.
    assert.equal(await popup.locator('img').count(), 0);
    await shot('0-text');
    await popup.locator('img').first().waitFor();
    await popup.getByText('less than the original').waitFor();
    await shot('1-picture');
    await popup.locator('a', { hasText: 'Copy URL' }).click();
    await page.locator('.statusbar-item', { hasText: 'copied the URL' }).waitFor();
    assert.equal(await page.evaluate('navigator.clipboard.readText()'), url);

    await code.hover('tr:w-960,h-360', 'fo-auto/blog');
    await popup.locator('a', { hasText: 'Copy Signed URL' }).click();
    await page.locator('.statusbar-item', { hasText: 'copied the signed URL' }).waitFor();
    assert.match(String(await page.evaluate('navigator.clipboard.readText()')), /[?&]ik-s=\w{40}/);

    await code.hover('tr:w-960,h-360', 'fo-auto/blog');
    await popup.locator('a', { hasText: 'Reveal in Media Library' }).click();
    await code.row('mountain-lake.jpg').waitFor();
    await shot('2-revealed');
  },
};
