import * as vscode from 'vscode';
import { commandIds } from '../../constants.ts';
import type { Account } from '../../core/accounts/account.ts';
import { UrlError } from '../../core/url/urlError.ts';
import type { AccountSession } from '../../platform/accountSession.ts';
import type { CommandRunner } from '../../platform/commandRunner.ts';
import { copyText, insertAtCursor, openInBrowser } from '../../platform/editorActions.ts';
import { MissingTargetError } from '../../platform/missingTargetError.ts';
import { t } from '../../core/text/l10n.ts';

/** Copy, insert and open, for anything that has a URL: a file of the tree, a link of a hover. */
export function registerUrlActions(
  commands: CommandRunner,
  session: AccountSession,
): vscode.Disposable {
  return vscode.Disposable.from(
    commands.register(commandIds.copyUrl, async (target, selection) => {
      const urls = urlsOf(target, selection);
      await copyText(
        urls.join('\n'),
        urls.length === 1 ? t('the URL') : t('{count} URLs', { count: urls.length }),
      );
    }),
    commands.register(commandIds.copySignedUrl, async (target) => {
      const [url] = urlsOf(target, undefined);
      await copyText(await signed(url, await session.requireFor(url)), t('the signed URL'));
    }),
    commands.register(commandIds.insertUrl, async (target, selection) => {
      await insertAtCursor(urlsOf(target, selection).join('\n'));
    }),
    commands.register(commandIds.openUrl, async (target) => {
      const [url] = urlsOf(target, undefined);
      await openInBrowser(url);
    }),
  );
}

/**
 * The tree passes the clicked node and, where several are selected, all of them.
 * @throws MissingTargetError where nothing of that has a URL.
 */
function urlsOf(target: unknown, selection: unknown): readonly [string, ...string[]] {
  const targets = Array.isArray(selection) ? (selection as readonly unknown[]) : [target];
  const [first, ...others] = targets.map(urlOf).filter((url) => url !== undefined);
  if (first === undefined) {
    throw new MissingTargetError(t('Choose a file in the ImageKit media library first.'));
  }
  return [first, ...others];
}

/** @throws MissingTargetError for a URL of another account. */
async function signed(url: string, account: Account): Promise<string> {
  const { signAccountUrl } = await import('../../core/accounts/signAccountUrl.ts');
  try {
    return signAccountUrl(url, account);
  } catch (error) {
    if (error instanceof UrlError) throw new MissingTargetError(error.message, { cause: error });
    throw error;
  }
}

/** Only web addresses: a command can be called from anywhere, with anything. */
function urlOf(target: unknown): string | undefined {
  const url =
    typeof target === 'object' && target !== null && 'url' in target ? target.url : target;
  return typeof url === 'string' && /^https?:\/\//i.test(url) && URL.canParse(url)
    ? url
    : undefined;
}
