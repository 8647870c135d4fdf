import { openNew, type Journey } from './journey.ts';

/** Reads the size that a picture will have while its width is typed. */
export const inlayHints: Journey = {
  name: 'inlay-hints',
  playground: { workspaceSettings: { 'imagekit.inlayHints.size': true } },
  async play(stage) {
    const { page, code, urlEndpoint, shot } = stage;
    await code.connectToEmulator();
    await openNew(
      stage,
      'card.html',
      `<img src="${urlEndpoint}/products/ceramic-mug.jpg?tr=w-200">\n`,
    );
    const hint = page.locator('.view-line').getByText(/^\s*\d+\s×\s\d+$/);
    await hint.filter({ hasText: '200 ×' }).first().waitFor();
    await shot('1-size');
    await code.setCursorBehind('tr=w-');
    await page.keyboard.press('Delete');
    await page.keyboard.type('4');
    await hint.filter({ hasText: '400 ×' }).first().waitFor();
    await shot('2-another');
  },
};
