import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { eventually } from '../../integration/support/eventually.ts';
import { readManifest } from '../../l10n/readManifest.ts';
import { commandKeys, pressKeyOf } from '../commandKeys.ts';
import { projectPaths } from '../projectPaths.ts';
import type { Journey, Stage } from './journey.ts';

const manifestSchema = v.object({
  contributes: v.object({
    commands: v.array(v.object({ command: v.string(), title: v.string() })),
    menus: v.object({
      commandPalette: v.array(v.object({ command: v.string(), when: v.string() })),
    }),
  }),
});

const { contributes } = v.parse(manifestSchema, readManifest(projectPaths.root));

/** Commands that the palette does not have in a window with an account. */
const notInPalette = new Set(
  contributes.menus.commandPalette
    .filter(({ when }) => when === 'false' || when.includes('imagekit.uploads'))
    .map(({ command }) => command),
);

/** A question, a message or a dialog. */
const answer = '.quick-input-titlebar:visible, .notification-toast, .monaco-dialog-box:visible';

/** What other commands show. */
const shows: Readonly<Record<string, string>> = {
  'imagekit.openWalkthrough': '.getting-started-step',
  'imagekit.reportIssue': '.tab.active[data-resource-name^="Untitled"]',
  'imagekit.showLog': '.panel .monaco-editor',
  'imagekit.refreshLibrary': '.sidebar .monaco-list-row',
};

/**
 * A workspace that nobody trusts: its settings choose nothing, hovers and completion work, and every
 * command, whether the palette has it or not, asks or says something.
 */
export const restricted: Journey = {
  name: 'restricted',
  playground: {
    isTrusted: false,
    workspaceSettings: { 'imagekit.account': 'Elsewhere', 'imagekit.hover.preview': 'never' },
    keyBindings: commandKeys,
  },
  async play(stage) {
    const { page, code, shot } = stage;
    await page.getByText('Restricted Mode').first().waitFor();
    await code.openView('ImageKit');
    await code.button('Connect to Local Emulator').click();
    await code.quickInput.waitFor();
    await page.keyboard.press('Enter');
    // The account that the workspace names is not connected, and nobody asks for it.
    await code.row('default-image').waitFor();

    await code.openFile('index.html');
    await code.hoverPicture('brand/logo', 'tr:h-48');
    await shot('1-hover');
    await page.mouse.move(600, 700);

    await code.runCommand('ImageKit: Import from SDK Configuration…');
    await code.notification('The files of this workspace are not read').waitFor();
    await shot('2-import');

    for (const { command, title } of contributes.commands) {
      const isInPalette = !notInPalette.has(command);
      await answers(stage, command, () =>
        isInPalette ? code.runCommand(`ImageKit: ${title}`) : pressKeyOf(page, command),
      );
      await answers(stage, command, () => pressKeyOf(page, command, 'junk'));
    }
    await clear(stage);
    await shot('3-after-every-command');
    // Nothing was done unasked: the account is still there.
    await code.row('default-image').waitFor();
    assert.deepEqual(rejections(stage), []);
  },
};

/** A command shows something, and nothing of it is about the inside of the extension. */
async function answers(stage: Stage, command: string, run: () => Promise<void>): Promise<void> {
  const { page } = stage;
  await clear(stage);
  await run();
  const shown = page.locator(shows[command] ?? answer).first();
  await shown.waitFor().catch((cause: unknown) => {
    throw new Error(`${command} said and asked nothing`, { cause });
  });
  const said = await page.locator('.notification-toast').allInnerTexts();
  assert.doesNotMatch(said.join(), /went wrong|not found|not implemented/i, command);
}

/** Leaves every question, closes messages, the log and what opened beside the file. */
async function clear(stage: Stage): Promise<void> {
  const { page } = stage;
  // VS Code shows no more than three messages in 0.8 seconds.
  if (await page.locator('.notification-toast').first().isVisible()) {
    await page.waitForTimeout(300);
  }
  const open = page.locator(answer).first();
  const cancel = page.locator('.monaco-dialog-box:visible').getByText('Cancel');
  await eventually(
    async () => {
      if (!(await open.isVisible())) return true;
      if (await cancel.isVisible()) await cancel.click();
      await page.keyboard.press('Escape');
      await pressKeyOf(page, 'notifications.clearAll');
      return false;
    },
    'the end of what is open',
    120_000,
  );
  await pressKeyOf(page, 'workbench.action.closePanel');
  const others = page.locator('.tab.active:not([data-resource-name="index.html"])');
  while (await others.first().isVisible()) {
    await pressKeyOf(page, 'workbench.action.revertAndCloseActiveEditor');
  }
}

/** What VS Code logs when nobody handles the failure of something of ours. */
function rejections({ userData }: Stage): readonly string[] {
  const logs = globSync('logs/**/*.log', { cwd: userData });
  assert(logs.length > 0, 'VS Code has logs');
  return logs
    .flatMap((log) => readFileSync(join(userData, log), 'utf8').split('\n'))
    .filter((line) => /imagekit/i.test(line) && /rejected promise|unhandled/i.test(line));
}
