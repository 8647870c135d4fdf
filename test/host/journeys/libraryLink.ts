import type { Journey, Stage } from './journey.ts';

/** Follows a link from outside: VS Code asks, we ask, and then the file is shown. */
export const libraryLink: Journey = {
  name: 'library-link',
  async play(stage) {
    const { code, shot } = stage;
    await code.connectToEmulator();
    await follow(stage, 'Cancel');
    await shot('1-cancelled');
    await code.row('logo.png').waitFor({ state: 'hidden' });
    await follow(stage, 'Show');
    await code.row('logo.png').waitFor();
    await shot('2-shown');
  },
};

async function follow({ page, code, shot }: Stage, answer: 'Show' | 'Cancel'): Promise<void> {
  await code.runCommand('Developer: Open URL');
  await code.quickInput.fill(
    'vscode://imagekit-for-vscode.imagekit-vscode/file?path=/brand/logo.png',
  );
  await page.keyboard.press('Enter');
  const dialog = (text: string) => page.locator('.monaco-dialog-box:visible', { hasText: text });
  await dialog('to open this URI').getByText('Open', { exact: true }).click();
  const ours = dialog('Show /brand/logo.png in the ImageKit media library of Emulator');
  await ours.waitFor();
  await shot(`question-${answer.toLowerCase()}`);
  await ours.getByText(answer, { exact: true }).click();
  await ours.waitFor({ state: 'hidden' });
}
