import { openNew, type Journey } from './journey.ts';

const url = 'https://ik.imagekit.io/demo/a.jpg?tr=wdth-300,rt-90';
const cell = { cell_type: 'code', metadata: {}, execution_count: null, outputs: [] };
const notebookText = JSON.stringify({
  cells: [{ ...cell, source: [`picture = "${url}"`] }],
  metadata: { language_info: { name: 'python' } },
  nbformat: 4,
  nbformat_minor: 5,
});

/** Works in a cell of a notebook as in a file. */
export const notebook: Journey = {
  name: 'notebook',
  async play(stage) {
    const { page, code, shot } = stage;
    await openNew(stage, 'pictures.ipynb', notebookText);
    await page.locator('.notebook-editor .squiggly-warning').first().waitFor();
    await code.hover('picture', 'rt-90');
    await page.locator('.monaco-hover:visible', { hasText: 'rotate by 90°' }).waitFor();
    await shot('1-hover');
    await page.mouse.move(600, 700);

    await page.locator('.notebook-editor .view-line').first().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type(',f');
    await code.accept('f');
    await code.accept('avif');
    await code.untilLine(`picture = "${url},f-avif"`);
    await shot('2-completed');

    for (const _ of '-300,rt-90,f-avif') await page.keyboard.press('ArrowLeft');
    await code.openFixes();
    await code.chooseAction('Change to w');
    await code.untilLine(`picture = "${url.replace('wdth', 'w')},f-avif"`);
    await shot('3-repaired');
  },
};
