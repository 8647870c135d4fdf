import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ConnectDesk, keys } from './support/connectDesk.ts';
import { actionsIn } from './support/documents.ts';
import { eventually } from './support/eventually.ts';
import { account, disconnect } from './support/extension.ts';
import { urlEndpoint } from './support/emulatorControls.ts';
import { answerAsImageKit, RecordingServer } from './support/recordingServer.ts';

const key = 'private_canaryThree0123456789abc=';

suite('moving a private key', () => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert(folder);
  let desk: ConnectDesk;
  let service: RecordingServer;
  let uri: vscode.Uri;

  setup(async () => {
    await disconnect();
    desk = new ConnectDesk();
    service = new RecordingServer(answerAsImageKit);
    await service.start();
  });

  teardown(async () => {
    desk.dispose();
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(uri);
    await disconnect();
    await service.stop();
  });

  async function openFile(name: string, text: string): Promise<vscode.TextDocument> {
    assert(folder);
    uri = vscode.Uri.joinPath(folder.uri, name);
    await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    return document;
  }

  const onDisk = async (): Promise<string> =>
    Buffer.from(await vscode.workspace.fs.readFile(uri)).toString();

  /** Chooses the quick fix of the key, which is the last one. */
  async function move(document: vscode.TextDocument): Promise<Thenable<unknown>> {
    const at = document.positionAt(document.getText().indexOf(key) + 1);
    const action = await eventually(async () => {
      const found = await actionsIn(document, new vscode.Range(at, at));
      return found.find(({ command }) => command?.command === 'imagekit.movePrivateKey');
    }, 'the quick fix');
    assert(action.command);
    assert.equal(JSON.stringify(action.command).includes(key), false);
    return Promise.resolve(
      vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? [])),
    );
  }

  /** The last question comes with the key of the file. */
  async function answerEndpointAndKeys(): Promise<void> {
    await desk.answer(`${service.origin}/acme`, keys[0]);
    const last = await desk.prompts.nextInput();
    assert.equal(last.box.value, key);
    assert.equal('password' in last.box && last.box.password, true);
    await last.accept();
  }

  test('connects the account, and the file has it no more', async () => {
    const document = await openFile('settings.jsonc', `{ "imagekit.privateKey": "${key}" }\n`);
    const running = move(document);
    await answerEndpointAndKeys();
    await running;
    assert.equal((await account())?.privateKey, key);
    assert.equal(await onDisk(), '{ "imagekit.privateKey": "" }\n');
    assert.match(desk.messages.shown.at(-1)?.text ?? '', /is in VS Code’s secret storage now/);
  });

  test('code reads it from the environment from then on', async () => {
    const document = await openFile('server.ts', `new ImageKit({ privateKey: '${key}' });\n`);
    const running = move(document);
    await answerEndpointAndKeys();
    await running;
    assert.equal(
      await onDisk(),
      'new ImageKit({ privateKey: process.env.IMAGEKIT_PRIVATE_KEY });\n',
    );
  });

  test('a key that ImageKit refuses stays where it is', async () => {
    service.answer = (_request, response) => response.writeHead(401).end('{"message": "No"}');
    const text = `{ "key": "${key}" }\n`;
    const document = await openFile('refused.jsonc', text);
    const running = move(document);
    await answerEndpointAndKeys();
    await running;
    assert.equal(await account(), undefined);
    assert.equal(await onDisk(), text);
    assert.equal(document.getText(), text);
  });

  test('what somebody typed meanwhile is not touched', async () => {
    const document = await openFile('typed.jsonc', `{ "key": "${key}" }\n`);
    const running = move(document);
    const endpoint = await desk.prompts.nextInput();
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), '\n');
    await vscode.workspace.applyEdit(edit);
    await endpoint.answer(`${service.origin}/acme`);
    await desk.answer(keys[0]);
    await (await desk.prompts.nextInput()).accept();
    await running;
    assert.equal(document.getText(), `\n{ "key": "${key}" }\n`);
    assert.match(desk.messages.shown.at(-1)?.text ?? '', /the file has changed/);
  });

  test('without a key at hand one sentence says what to do', async () => {
    await openFile('notes.txt', `The endpoint is ${urlEndpoint}.\n`);
    await vscode.commands.executeCommand('imagekit.movePrivateKey');
    assert.match(desk.messages.shown[0]?.text ?? '', /^Open the file with the private key/);
  });
});
