import assert from 'node:assert/strict';
import * as v from 'valibot';
import { readManifest } from '../../l10n/readManifest.ts';
import { projectPaths } from '../projectPaths.ts';
import type { Journey } from './journey.ts';

const manifestSchema = v.object({
  contributes: v.object({
    commands: v.array(v.object({ command: v.string(), title: v.string() })),
    menus: v.object({
      commandPalette: v.array(v.object({ command: v.string(), when: v.string() })),
    }),
  }),
});

/** The titles of the commands that the palette has in every window. */
function paletteTitles(): readonly string[] {
  const { contributes } = v.parse(manifestSchema, readManifest(projectPaths.root));
  const conditional = new Set(contributes.menus.commandPalette.map(({ command }) => command));
  return contributes.commands
    .filter(({ command }) => !conditional.has(command))
    .map(({ title }) => `ImageKit: ${title}`);
}

/**
 * A workspace that nobody trusts: its settings choose nothing, hovers and completion work, and every
 * command of the palette asks or says something.
 */
export const restricted: Journey = {
  name: 'restricted',
  playground: {
    isTrusted: false,
    workspaceSettings: { 'imagekit.account': 'Elsewhere', 'imagekit.hover.preview': 'never' },
  },
  async play({ page, code, shot }) {
    await page.getByText('Restricted Mode').first().waitFor();
    await code.openView('ImageKit');
    await code.button('Connect to Local Emulator').click();
    await code.quickInput.waitFor();
    await page.keyboard.press('Enter');
    // The account that the workspace names is not connected, and nobody asks for it.
    await code.row('default-image').waitFor();

    await code.openFile('index.html');
    await code.hover('brand/logo', 'tr:h-48');
    await page.locator('.monaco-hover:visible img').first().waitFor();
    await shot('1-hover');
    await page.mouse.move(600, 700);

    await code.runCommand('ImageKit: Import from SDK Configuration…');
    await code.notification('The files of this workspace are not read').waitFor();
    await shot('2-import');
    await code.dismissNotifications();

    for (const title of paletteTitles()) {
      await code.runCommand(title);
      await page.waitForTimeout(700);
      const said = await page.locator('.notification-toast').allInnerTexts();
      assert.doesNotMatch(said.join(), /went wrong|not found|not implemented/i, title);
      for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Escape');
      const cancel = page.locator('.monaco-dialog-box:visible').getByText('Cancel');
      if (await cancel.isVisible()) await cancel.click();
    }
    await shot('3-after-every-command');
    // Nothing was done unasked: the account is still there.
    await code.row('default-image').waitFor();
  },
};
