import { openNew, type Journey } from './journey.ts';

/** Sees what is wrong, reads why, and repairs it without the mouse. */
export const quickFix: Journey = {
  name: 'quick-fix',
  async play(stage) {
    const { page, code, shot } = stage;
    await openNew(
      stage,
      'card.ts',
      'export const card = "https://ik.imagekit.io/demo/tr:hight-200,w-300/a.jpg";\n',
    );
    await page.locator('.squiggly-warning, .squiggly-error').first().waitFor();
    await page.locator('.tab.active').click();
    await page.keyboard.press('F8');
    await page.locator('.zone-widget', { hasText: 'hight' }).waitFor();
    await shot('1-problem');
    await page.keyboard.press('Escape');
    await code.openFixes();
    await shot('2-fixes');
    await code.chooseAction('Change to h');
    await code.untilLine('export const card = "https://ik.imagekit.io/demo/tr:h-200,w-300/a.jpg";');
    await page.locator('.squiggly-warning, .squiggly-error').waitFor({ state: 'detached' });
    await shot('3-repaired');
  },
};
