import * as v from 'valibot';
import * as vscode from 'vscode';
import { settingKeys } from '../../constants.ts';
import { redact } from '../../core/api/redact.ts';
import { t } from '../../core/text/l10n.ts';

const manifestSchema = v.object({ displayName: v.string(), version: v.string() });

/**
 * A report to fill in: versions and changed settings, without keys, accounts and paths. What there is
 * to fill in is said in the person's language; the facts are English, for who reads reports.
 */
export function issueReport(extension: vscode.Extension<unknown>, accounts: number): string {
  const { version, displayName } = v.parse(manifestSchema, extension.packageJSON);
  const facts = [
    [displayName, version],
    ['VS Code', `${vscode.version} (${vscode.env.appHost})`],
    ['Interface', vscode.env.uiKind === vscode.UIKind.Web ? 'web' : 'desktop'],
    ['System', `${process.platform} ${process.arch}`],
    ['Remote', remoteKind()],
    ['Runs as', extension.extensionKind === vscode.ExtensionKind.UI ? 'UI' : 'workspace'],
    ['Trusted workspace', vscode.workspace.isTrusted ? 'yes' : 'no'],
    ['Accounts', String(accounts)],
  ] as const;
  return redact(
    [
      `## ${t('What happened')}`,
      '',
      `## ${t('What I expected')}`,
      '',
      `## ${t('How to see it again')}`,
      '',
      '1. ',
      '',
      '## Facts',
      '',
      ...facts.map(([name, value]) => `- ${name}: ${value}`),
      '',
      '### Changed settings',
      '',
      ...changedSettings(),
      '',
      '## Log',
      '',
      t(
        'Run “ImageKit: Show Log” and paste the lines around the problem; keys are removed from it.',
      ),
      '',
    ].join('\n'),
  );
}

/** `ssh-remote`, `wsl` and the like; some servers tell their host there, which stays out. */
function remoteKind(): string {
  const { remoteName } = vscode.env;
  if (remoteName === undefined) return 'none';
  return /^[a-z-]+$/.test(remoteName) ? remoteName : 'another server';
}

/** `imagekit.account` tells only that it is set: a name is nobody else's business. */
function changedSettings(): string[] {
  const configuration = vscode.workspace.getConfiguration();
  const lines = Object.values(settingKeys).flatMap((key) => {
    const value: unknown = configuration.get(key);
    const { defaultValue } = configuration.inspect<unknown>(key) ?? {};
    if (JSON.stringify(value) === JSON.stringify(defaultValue)) return [];
    const shown = key === settingKeys.account ? '(set)' : JSON.stringify(value);
    return [`- \`${key}\`: \`${shown}\``];
  });
  return lines.length === 0 ? ['none'] : lines;
}
