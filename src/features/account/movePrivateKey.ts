import * as vscode from 'vscode';
import { isPrivateKey } from '../../core/accounts/accountName.ts';
import type { Finding } from '../../core/lint/finding.ts';
import { findPrivateKeys } from '../../core/lint/privateKeys.ts';
import { readSdkConfiguration } from '../../core/sdkConfiguration/readSdkConfiguration.ts';
import { t } from '../../core/text/l10n.ts';
import { findAccountSettings, type AccountSetting } from '../../platform/accountSetting.ts';
import { MissingTargetError } from '../../platform/missingTargetError.ts';
import type { AccountDependencies } from './accountDependencies.ts';
import { connectAccount } from './connectAccount.ts';

/**
 * Connects an account by the private key of a file and takes the key out of it. The file keeps the
 * key until ImageKit has accepted it and it is in SecretStorage.
 * @param uri Of the document, as a text; absent: the setting `imagekit.account` where a key stands in
 * it, else the document of the active editor.
 * @param offset Of the key; absent: the one at or behind the cursor.
 */
export async function movePrivateKey(
  dependencies: AccountDependencies,
  uri: unknown,
  offset: unknown,
): Promise<void> {
  if (typeof uri !== 'string') {
    const exposed = findAccountSettings().find(({ value }) => isPrivateKey(value));
    if (exposed) return moveOutOfSettings(dependencies, exposed.value);
  }
  const document = await documentOf(uri);
  const text = document?.getText() ?? '';
  const key = document && keyAt(document, typeof offset === 'number' ? offset : cursorIn(document));
  if (!document || !key) {
    throw new MissingTargetError(
      t('Open the file with the private key, and put the cursor on it.'),
    );
  }
  const isConnected = await connectAccount(dependencies, {
    // What a workspace says of endpoints counts once it is trusted.
    ...(vscode.workspace.isTrusted && readSdkConfiguration(text, document.fileName)[0]),
    privateKey: text.slice(key.start, key.end),
  });
  if (isConnected) await takeOut(document, text, key);
}

/** A name that holds the key of an account names none, so nothing stays in its place. */
async function moveOutOfSettings(
  dependencies: AccountDependencies,
  privateKey: string,
): Promise<void> {
  if (!(await connectAccount(dependencies, { privateKey: privateKey.trim() }))) return;
  const isIt = ({ value }: AccountSetting): boolean => value === privateKey;
  for (const { write } of findAccountSettings().filter(isIt)) await write(undefined);
  void vscode.window.showInformationMessage(moved());
}

function moved(): string {
  return t(
    'The private key is in VS Code’s secret storage now. Make a new one if others could read the file.',
  );
}

async function documentOf(uri: unknown): Promise<vscode.TextDocument | undefined> {
  if (typeof uri !== 'string') return vscode.window.activeTextEditor?.document;
  const parsed = vscode.Uri.parse(uri);
  return vscode.workspace.textDocuments.find((open) => open.uri.toString() === parsed.toString());
}

function cursorIn(document: vscode.TextDocument): number {
  const editor = vscode.window.activeTextEditor;
  return editor?.document === document ? document.offsetAt(editor.selection.active) : 0;
}

function keyAt(document: vscode.TextDocument, offset: number): Finding | undefined {
  const keys = findPrivateKeys(document.getText(), document.languageId);
  return keys.find(({ end }) => end >= offset) ?? keys[0];
}

/** Code reads the key from the environment from now on; elsewhere nothing is left of it. */
async function takeOut(
  document: vscode.TextDocument,
  text: string,
  { start, end, fixes }: Finding,
): Promise<void> {
  // While questions were asked somebody may have typed.
  if (document.getText() !== text) {
    throw new MissingTargetError(
      t(
        'The account is connected, but the file has changed: take the private key out of it yourself.',
      ),
    );
  }
  const wasSaved = !document.isDirty;
  const edit = new vscode.WorkspaceEdit();
  for (const each of fixes[0]?.edits ?? [{ start, end, newText: '' }]) {
    const range = new vscode.Range(document.positionAt(each.start), document.positionAt(each.end));
    edit.replace(document.uri, range, each.newText);
  }
  const isGone = (await vscode.workspace.applyEdit(edit)) && (!wasSaved || (await document.save()));
  void vscode.window.showInformationMessage(
    isGone
      ? moved()
      : t(
          'The account is connected, but the file could not be changed: take the private key out of it yourself.',
        ),
  );
}
