import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Account } from '../../../src/core/accounts/account.ts';
import type { TestHandles } from '../../../src/extension.ts';
import { emulator, emulatorOrigin, urlEndpoint } from './emulatorControls.ts';
import { eventually } from './eventually.ts';

export function extension(): vscode.Extension<TestHandles | undefined> {
  const found = vscode.extensions.getExtension<TestHandles | undefined>(
    'imagekit-for-vscode.imagekit-vscode',
  );
  assert(found, 'the extension is installed');
  return found;
}

/** What the extension hands out when it runs under test; see src/extension.ts. */
export async function handles(): Promise<TestHandles> {
  const exported = await extension().activate();
  assert(exported, 'the host runs in test mode');
  return exported;
}

/** The account in force. */
export async function account(): Promise<Account | undefined> {
  return (await (await handles()).session.find())?.account;
}

/** No account, and an emulator that was asked nothing yet. */
export async function disconnect(): Promise<void> {
  await (await handles()).store.deleteAll();
  await eventually(async () => (await account()) === undefined, 'the end of the connection');
  await emulator.clearFaults();
  await emulator.clearRequests();
}

/** A fresh library and the extension connected to it. */
export async function connectToEmulator(): Promise<void> {
  await emulator.clearFaults();
  await emulator.reset();
  const { store } = await handles();
  const known = (await store.all()).find((each) => each.urlEndpoint === urlEndpoint);
  await store.save({
    id: known?.id ?? crypto.randomUUID(),
    name: `Emulator (${new URL(emulatorOrigin).host})`,
    isReadOnly: false,
    urlEndpoint,
    otherUrlEndpoints: [],
    publicKey: 'public_emulator',
    privateKey: 'private_emulator',
    apiOrigin: emulatorOrigin,
    uploadOrigin: emulatorOrigin,
  });
  await eventually(async () => (await account())?.urlEndpoint === urlEndpoint, 'the connection');
  await emulator.clearRequests();
}

/** The same account where nobody answers: port 9 is the discard service, which no machine runs today. */
export async function goOffline(): Promise<void> {
  await connectToEmulator();
  const { store } = await handles();
  const nowhere = 'http://127.0.0.1:9';
  const connected = (await account()) ?? assert.fail('no account');
  await store.save({ ...connected, apiOrigin: nowhere, uploadOrigin: nowhere });
  await eventually(async () => (await account())?.apiOrigin === nowhere, 'the dead host');
}
