import type { Journey } from './journey.ts';

/** Tries a transformation out in a document that is no file. */
export const untitled: Journey = {
  name: 'untitled',
  async play({ page, code, urlEndpoint, shot }) {
    await code.connectToEmulator();
    await code.openUntitled();
    await page.keyboard.type(`${urlEndpoint}/default-image.jpg?tr=w-300,e`);
    await code.accept('e-grayscale');
    await page.keyboard.type(',hight-2');
    await page.keyboard.press('Escape');
    await code.untilLine(`${urlEndpoint}/default-image.jpg?tr=w-300,e-grayscale,hight-2`);
    await page.locator('.squiggly-warning, .squiggly-error').first().waitFor();
    await code.setCursorBehind('hight');
    await code.openFixes();
    await code.chooseAction('Change to h');
    await code.untilLine(`${urlEndpoint}/default-image.jpg?tr=w-300,e-grayscale,h-2`);
    await page.keyboard.press('End');
    await page.keyboard.type('00');
    const popup = await code.hover('default-image', 'default-image');
    await popup.locator('img').first().waitFor();
    await shot('1-hover');
  },
};
