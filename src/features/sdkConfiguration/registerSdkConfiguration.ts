import * as vscode from 'vscode';
import { commandIds } from '../../constants.ts';
import type { EndpointCandidate } from '../../core/sdkConfiguration/mergeSdkConfigurations.ts';
import type { CommandRunner } from '../../platform/commandRunner.ts';
import { MissingTargetError } from '../../platform/missingTargetError.ts';
import { pickItem } from '../../platform/pickItem.ts';
import { findSdkConfigurations, type SdkPlace } from './findSdkConfigurations.ts';

/** Asks for what the project does not tell. */
export type ConnectWith = (known: {
  readonly urlEndpoint: string;
  readonly publicKey: string | undefined;
}) => Promise<unknown>;

const title = 'Import from SDK Configuration';

export function registerSdkConfiguration(
  commands: CommandRunner,
  connectWith: ConnectWith,
): vscode.Disposable {
  return commands.register(commandIds.importSdkConfiguration, async () => {
    if (!vscode.workspace.workspaceFolders?.length) {
      throw new MissingTargetError('Open the folder of a project that uses ImageKit first.');
    }
    if (!vscode.workspace.isTrusted) return askForTrust();
    const candidates = await findSdkConfigurations();
    if (!candidates) return;
    if (candidates.length === 0) return offerConnecting();
    const chosen = await pickItem({
      title,
      placeholder: 'Choose the URL endpoint to connect; the private key is asked for',
      rows: candidates.map(rowOf),
    });
    if (chosen) await connectWith({ urlEndpoint: chosen.urlEndpoint, publicKey: chosen.publicKey });
  });
}

function rowOf(candidate: EndpointCandidate<SdkPlace>) {
  return {
    label: candidate.urlEndpoint,
    description: `${vscode.workspace.asRelativePath(candidate.source.uri)}:${candidate.source.line + 1}`,
    detail: candidate.publicKey ?? 'without a public key',
    value: candidate,
  };
}

async function askForTrust(): Promise<void> {
  const manage = 'Manage Workspace Trust';
  const answer = await vscode.window.showInformationMessage(
    'The files of this workspace are not read before you trust it.',
    manage,
  );
  if (answer === manage) await vscode.commands.executeCommand('workbench.trust.manage');
}

async function offerConnecting(): Promise<void> {
  const connect = 'Connect Account';
  const answer = await vscode.window.showInformationMessage(
    'No URL endpoint was found in .env files or the set-up of an ImageKit SDK here; connect an account by its keys.',
    connect,
  );
  if (answer === connect) await vscode.commands.executeCommand(commandIds.connectAccount);
}
