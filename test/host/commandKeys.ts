import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { readManifest } from '../l10n/readManifest.ts';
import { projectPaths } from './projectPaths.ts';

const manifestSchema = v.object({
  contributes: v.object({ commands: v.array(v.object({ command: v.string() })) }),
});

const { contributes } = v.parse(manifestSchema, readManifest(projectPaths.root));

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Of VS Code: to have everything away that a command has shown. */
const vscodeCommands = [
  'notifications.clearAll',
  'workbench.action.closePanel',
  'workbench.action.revertAndCloseActiveEditor',
];

export interface KeyBinding {
  /** As `keybindings.json` spells it. */
  readonly key: string;
  readonly command: string;
  readonly args?: unknown;
}

/** A key for every command, also for those that the palette does not have. */
export const commandKeys: readonly KeyBinding[] = [
  ...contributes.commands.map(({ command }) => command),
  ...vscodeCommands,
].map((command, index) => ({
  command,
  key: `ctrl+alt+${index < letters.length ? 'shift+' : ''}${letters.charAt(index % letters.length)}`,
}));

/** Runs a command by its key. */
export async function pressKeyOf(page: Page, command: string): Promise<void> {
  const key = commandKeys.find((each) => each.command === command)?.key;
  if (key === undefined) throw new Error(`${command} has no key.`);
  const names: Readonly<Record<string, string>> = { ctrl: 'Control', alt: 'Alt', shift: 'Shift' };
  const parts = key.split('+').map((part) => names[part] ?? part.toUpperCase());
  await page.keyboard.press(parts.join('+'));
}
