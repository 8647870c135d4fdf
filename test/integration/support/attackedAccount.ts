import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ConnectDesk } from './connectDesk.ts';
import { eventually } from './eventually.ts';
import { account, disconnect, handles } from './extension.ts';
import { answerAsImageKit, RecordingServer } from './recordingServer.ts';

const privateKey = 'private_canary0123456789abcdef=';

/** The header by which the own host knows the key. */
export const ownAuthorization = `Basic ${Buffer.from(`${privateKey}:`).toString('base64')}`;

/** How the key may be written in what an attacker gets. */
const traces = [
  privateKey.slice(0, -1),
  ownAuthorization.slice('Basic '.length, -6),
  encodeURIComponent(privateKey),
];

/** An account with a host of its own, somebody who uses it, and an attacker who waits for its key. */
export class AttackedAccount implements vscode.Disposable {
  readonly privateKey = privateKey;
  readonly own: RecordingServer;
  readonly attacker = new RecordingServer(answerAsImageKit);
  #desk: ConnectDesk | undefined;

  /** @param host Address of the account's host on this computer. */
  constructor(host?: string) {
    this.own = new RecordingServer(answerAsImageKit, host);
  }

  get desk(): ConnectDesk {
    return this.#desk ?? assert.fail('the account is not connected');
  }

  async connect(): Promise<void> {
    await Promise.all([this.own.start(), this.attacker.start()]);
    await disconnect();
    this.#desk = new ConnectDesk();
    const running = this.desk.start();
    await this.desk.answer(`${this.own.origin}/acme`, 'public_canary', privateKey);
    await running;
    await eventually(async () => (await account())?.privateKey === privateKey, 'the account');
  }

  /** Does everything that sends a request, or shows what comes from the account. */
  async useEverything(): Promise<void> {
    const { mediaLibrary } = await handles();
    const [folder] = vscode.workspace.workspaceFolders ?? assert.fail('no folder');
    const url = `${this.own.origin}/acme/tr:w-100/picture.jpg`;
    const run = (command: string, ...args: readonly unknown[]): Thenable<unknown> =>
      vscode.commands.executeCommand(`imagekit.${command}`, ...args);
    await run('checkConnection');
    await run('refreshLibrary');
    await mediaLibrary.provider.getChildren();
    await run('copySignedUrl', url);
    await run('revealInLibrary', '/picture.jpg');
    const before = this.desk.prompts.opened.length;
    const uploading = run(
      'uploadFile',
      vscode.Uri.joinPath(folder?.uri ?? assert.fail(), 'index.html'),
    );
    const picker = await eventually(() => this.desk.prompts.opened[before], 'the folder');
    await picker.acceptRow('/');
    await uploading;
    const { uri } = await vscode.workspace.openTextDocument({ content: `${url}?ik-t=1` });
    const at = new vscode.Position(0, 40);
    await vscode.commands.executeCommand('vscode.executeHoverProvider', uri, at);
    await vscode.commands.executeCommand('vscode.executeCompletionItemProvider', uri, at);
  }

  /** Whether the account's own host has got its key since its requests were counted last. */
  ownHostHasKey(): boolean {
    return this.own.received.some(({ headers }) => headers['authorization'] === ownAuthorization);
  }

  attackerHasNoByte(): void {
    for (const request of this.attacker.received) {
      assert.equal(request.headers['authorization'], undefined);
      const text = JSON.stringify(request);
      assert.deepEqual(
        traces.filter((trace) => text.includes(trace)),
        [],
      );
    }
  }

  forgetRequests(): void {
    this.own.received.length = 0;
    this.attacker.received.length = 0;
  }

  async disconnect(): Promise<void> {
    this.dispose();
    await disconnect();
    await Promise.all([this.own.stop(), this.attacker.stop()]);
  }

  dispose(): void {
    this.#desk?.dispose();
  }
}

/** Writes a file of the workspace for as long as `during` takes. */
export async function withWorkspaceFile<T>(
  name: string,
  text: string,
  during: () => Promise<T>,
): Promise<T> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const uri = vscode.Uri.joinPath(folder?.uri ?? assert.fail('no folder'), name);
  const before = await vscode.workspace.fs.readFile(uri).then(
    (bytes) => bytes,
    () => undefined,
  );
  await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
  try {
    return await during();
  } finally {
    if (before) await vscode.workspace.fs.writeFile(uri, before);
    else await vscode.workspace.fs.delete(uri);
  }
}
