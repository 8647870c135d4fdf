import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { readManifest } from '../l10n/readManifest.ts';
import { projectPaths } from './projectPaths.ts';

const manifestSchema = v.object({
  contributes: v.object({ commands: v.array(v.object({ command: v.string() })) }),
});

const { contributes } = v.parse(manifestSchema, readManifest(projectPaths.root));

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Of VS Code: to see every message, and to have everything away that a command has shown. */
const vscodeCommands = [
  'notifications.showList',
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

const keys: readonly KeyBinding[] = [
  ...contributes.commands.map(({ command }) => command),
  ...vscodeCommands,
].map((command, index) => ({
  command,
  key: `ctrl+alt+${index < letters.length ? 'shift+' : ''}${letters.charAt(index % letters.length)}`,
}));

const junkPrefix = 'ctrl+alt+0';

/**
 * A key for every command, also for those that the palette does not have; behind another key the same
 * with an argument that means nothing.
 */
export const commandKeys: readonly KeyBinding[] = [
  ...keys,
  ...keys.map(({ command, key }) => ({
    command,
    key: `${junkPrefix} ${key}`,
    args: { kind: 'file', path: 7, url: ['junk'], file: null },
  })),
];

/** Runs a command by its key. */
export async function pressKeyOf(page: Page, command: string, args?: 'junk'): Promise<void> {
  const key = keys.find((each) => each.command === command)?.key;
  if (key === undefined) throw new Error(`${command} has no key.`);
  if (args) await page.keyboard.press(nameOf(junkPrefix));
  await page.keyboard.press(nameOf(key));
}

/** As Playwright spells it. */
function nameOf(key: string): string {
  const names: Readonly<Record<string, string>> = { ctrl: 'Control', alt: 'Alt', shift: 'Shift' };
  return key
    .split('+')
    .map((part) => names[part] ?? part.toUpperCase())
    .join('+');
}
