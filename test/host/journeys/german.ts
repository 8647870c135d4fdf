import type { Journey } from './journey.ts';

/** Somebody whose VS Code is German meets no English sentence of ours. */
export const german: Journey = {
  name: 'german',
  playground: { language: 'de' },
  async play({ page, code, shot }) {
    await code.openView('ImageKit');
    await page.locator('.welcome-view').getByText('Verbinden Sie Ihr ImageKit-Konto').waitFor();
    await shot('1-welcome');
    await code.button('Mit lokalem Emulator verbinden').click();
    await code.quickInput.waitFor();
    await shot('2-question');
    await page.keyboard.press('Enter');
    await code.row('default-image').waitFor();

    await code.openFile('index.html');
    await code.hover('rt-90', 'tr:h-300');
    await page.locator('.monaco-hover:visible', { hasText: 'drehen um 90°' }).waitFor();
    await shot('3-hover');
    await page.mouse.move(600, 700);
    await code.runCommand('ImageKit: Konto wechseln');
    await code.quickRow('Weiteres Konto verbinden').waitFor();
    await shot('4-accounts');
  },
};
