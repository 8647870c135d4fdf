import * as vscode from 'vscode';
import { commandIds } from '../../constants.ts';
import type { EndpointCandidate } from '../../core/sdkConfiguration/mergeSdkConfigurations.ts';
import type { CommandRunner } from '../../platform/commandRunner.ts';
import { MissingTargetError } from '../../platform/missingTargetError.ts';
import { pickItem } from '../../platform/pickItem.ts';
import { findSdkConfigurations, type SdkPlace } from './findSdkConfigurations.ts';
import { t } from '../../core/text/l10n.ts';

/** Asks for what the project does not tell. */
export type ConnectWith = (known: {
  readonly urlEndpoint: string;
  readonly publicKey: string | undefined;
}) => Promise<unknown>;

export function registerSdkConfiguration(
  commands: CommandRunner,
  connectWith: ConnectWith,
): vscode.Disposable {
  return commands.register(commandIds.importSdkConfiguration, async () => {
    if (!vscode.workspace.workspaceFolders?.length) {
      throw new MissingTargetError(t('Open the folder of a project that uses ImageKit first.'));
    }
    if (!vscode.workspace.isTrusted) return askForTrust();
    const candidates = await findSdkConfigurations();
    if (!candidates) return;
    if (candidates.length === 0) return offerConnecting();
    const chosen = await pickItem({
      title: t('Import from SDK Configuration'),
      placeholder: t('Choose the URL endpoint to connect; the private key is asked for'),
      rows: candidates.map(rowOf),
    });
    if (chosen) await connectWith({ urlEndpoint: chosen.urlEndpoint, publicKey: chosen.publicKey });
  });
}

function rowOf(candidate: EndpointCandidate<SdkPlace>) {
  return {
    label: candidate.urlEndpoint,
    description: `${vscode.workspace.asRelativePath(candidate.source.uri)}:${candidate.source.line + 1}`,
    detail: candidate.publicKey ?? t('without a public key'),
    value: candidate,
  };
}

async function askForTrust(): Promise<void> {
  const manage = t('Manage Workspace Trust');
  const answer = await vscode.window.showInformationMessage(
    t('The files of this workspace are not read before you trust it.'),
    manage,
  );
  if (answer === manage) await vscode.commands.executeCommand('workbench.trust.manage');
}

async function offerConnecting(): Promise<void> {
  const connect = t('Connect Account');
  const answer = await vscode.window.showInformationMessage(
    t(
      'No URL endpoint was found in .env files or the set-up of an ImageKit SDK here; connect an account by its keys.',
    ),
    connect,
  );
  if (answer === connect) await vscode.commands.executeCommand(commandIds.connectAccount);
}
