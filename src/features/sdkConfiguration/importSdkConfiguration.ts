import * as vscode from 'vscode';
import { commandIds } from '../../constants.ts';
import type { EndpointCandidate } from '../../core/sdkConfiguration/mergeSdkConfigurations.ts';
import { MissingTargetError } from '../../platform/missingTargetError.ts';
import { pickItem, type PickRow } from '../../platform/pickItem.ts';
import {
  findSdkConfigurations,
  type FoundInWorkspace,
  type SdkPlace,
} from './findSdkConfigurations.ts';
import { t } from '../../core/text/l10n.ts';

/** Asks for what the project does not tell. */
export type ConnectWith = (known: {
  readonly urlEndpoint: string;
  readonly publicKey: string | undefined;
}) => Promise<unknown>;

/** Connects an account by what a project tells of it. */
export async function importSdkConfiguration(connectWith: ConnectWith): Promise<void> {
  if (!vscode.workspace.workspaceFolders?.length) {
    throw new MissingTargetError(t('Open the folder of a project that uses ImageKit first.'));
  }
  if (!vscode.workspace.isTrusted) return askForTrust();
  const found = await findSdkConfigurations();
  if (!found) return;
  const { candidates, privateKey } = found;
  if (candidates.length === 0 && !privateKey) return offerConnecting();
  const chosen = await pickItem<Choice>({
    title: t('Import from SDK Configuration'),
    placeholder: t('Choose the URL endpoint to connect; the private key is asked for'),
    rows: [...candidates.map(rowOf), ...(privateKey ? [keyRow(privateKey)] : [])],
  });
  if (chosen?.kind === 'endpoint') await connectWith(chosen.known);
  else if (chosen) await moveKey(chosen.place);
}

type KeyPlace = NonNullable<FoundInWorkspace['privateKey']>;

/** What a row of the list does. */
type Choice =
  | { readonly kind: 'endpoint'; readonly known: Parameters<ConnectWith>[0] }
  | { readonly kind: 'key'; readonly place: KeyPlace };

function rowOf({ urlEndpoint, publicKey, source }: EndpointCandidate<SdkPlace>): PickRow<Choice> {
  return {
    label: urlEndpoint,
    description: describePlace(source),
    detail: publicKey ?? t('without a public key'),
    value: { kind: 'endpoint', known: { urlEndpoint, publicKey } },
  };
}

/** An import never takes a private key out of a file; moving it there is a wish of its own. */
function keyRow(place: KeyPlace): PickRow<Choice> {
  return {
    label: `$(key) ${t('Move Private Key to Secret Storage…')}`,
    description: describePlace(place),
    detail: t('Connects its account, and takes the key out of the file'),
    value: { kind: 'key', place },
  };
}

async function moveKey({ uri, offset }: KeyPlace): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand(commandIds.movePrivateKey, uri.toString(), offset);
}

function describePlace({ uri, line }: SdkPlace): string {
  return `${vscode.workspace.asRelativePath(uri)}:${line + 1}`;
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
