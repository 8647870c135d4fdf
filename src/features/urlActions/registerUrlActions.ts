import * as vscode from 'vscode';
import { commandIds } from '../../constants.ts';
import type { CommandRunner } from '../../platform/commandRunner.ts';
import { copyText, insertAtCursor, openInBrowser } from '../../platform/editorActions.ts';

/** Copy, insert and open, for anything that has a URL: a file of the tree, a link of a hover. */
export function registerUrlActions(commands: CommandRunner): vscode.Disposable {
  return vscode.Disposable.from(
    commands.register(commandIds.copyUrl, async (target, selection) => {
      const urls = urlsOf(target, selection);
      if (urls.length === 0) return;
      await copyText(urls.join('\n'), urls.length === 1 ? 'the URL' : `${urls.length} URLs`);
    }),
    commands.register(commandIds.insertUrl, async (target, selection) => {
      const urls = urlsOf(target, selection);
      if (urls.length > 0) await insertAtCursor(urls.join('\n'));
    }),
    commands.register(commandIds.openUrl, async (target) => {
      const [url] = urlsOf(target, undefined);
      if (url !== undefined) await openInBrowser(url);
    }),
  );
}

/** The tree passes the clicked node and, where several are selected, all of them. */
function urlsOf(target: unknown, selection: unknown): readonly string[] {
  const targets = Array.isArray(selection) ? (selection as readonly unknown[]) : [target];
  return targets.map(urlOf).filter((url) => url !== undefined);
}

/** Only web addresses: a command can be called from anywhere, with anything. */
function urlOf(target: unknown): string | undefined {
  const url =
    typeof target === 'object' && target !== null && 'url' in target ? target.url : target;
  return typeof url === 'string' && /^https?:\/\//i.test(url) ? url : undefined;
}
