import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { ConnectDesk } from './support/connectDesk.ts';
import { eventually } from './support/eventually.ts';
import { account, disconnect, handles } from './support/extension.ts';
import {
  answerAsImageKit,
  RecordingServer,
  sendJson,
  type ReceivedRequest,
} from './support/recordingServer.ts';

type Failure = (request: ReceivedRequest, response: ServerResponse) => void;

const status =
  (code: number): Failure =>
  ({ headers }, response) =>
    // A careless service repeats what it was sent.
    sendJson(response, code, {
      message: `Refused: ${String(headers['authorization'])}`,
      help: 'None',
    });

/** Twenty ways in which a call fails. */
const failures: readonly Failure[] = [
  ...[400, 401, 403, 404, 409, 413, 423, 500, 501, 502, 503, 504].map(status),
  (_request, response) => response.writeHead(429, { 'retry-after': '0' }).end('{}'),
  (_request, response) => response.socket?.resetAndDestroy(),
  (_request, response) =>
    response.writeHead(200, { 'content-length': '99' }).write('[', () => response.destroy()),
  (_request, response) => response.end('<html>Sign in</html>'),
  (_request, response) => response.end('{"files": ['),
  (_request, response) => sendJson(response, 200, { unexpected: true }),
  ({ headers }, response) => sendJson(response, 200, [{ fileId: headers['authorization'] }]),
  (_request, response) => response.writeHead(302, { location: '/v1/files' }).end(),
];

suite('secrets', function () {
  this.timeout(600_000);
  const keys = [
    'private_canaryOne0123456789abcdef=',
    'private_canaryTwo0123456789abcdef=',
  ] as const;
  /** As it is, in the header, in an address, and in a file that somebody encoded. */
  const traces = keys.map((key) => [
    key.slice(0, -1),
    Buffer.from(`${key}:`).toString('base64').slice(0, 30),
    encodeURIComponent(key),
    Buffer.from(key).toString('hex'),
  ]);
  let own: readonly [RecordingServer, RecordingServer];
  let desk: ConnectDesk;

  suiteSetup(async () => {
    own = [new RecordingServer(answerAsImageKit), new RecordingServer(answerAsImageKit)];
    await Promise.all(own.map((server) => server.start()));
    await disconnect();
    desk = new ConnectDesk();
    for (const [index, server] of own.entries()) {
      const running = vscode.commands.executeCommand('imagekit.connectAccount');
      await desk.answer(`${server.origin}/acme`, 'public_canary', keys[index] ?? '');
      await running;
    }
    await eventually(async () => (await account())?.privateKey === keys[1], 'two accounts');
  });

  suiteTeardown(async () => {
    desk.dispose();
    await disconnect();
    await Promise.all(own.map((server) => server.stop()));
  });

  const folder = (): vscode.Uri =>
    vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder');

  /** One thing that people do; what fails tells it in a message. */
  async function operate(turn: number): Promise<void> {
    const { store, mediaLibrary } = await handles();
    const server = own[turn % 2] ?? own[0];
    const url = `${server.origin}/acme/tr:w-100/picture.jpg`;
    const { accounts } = store.list();
    await store.activate(accounts[turn % 2]?.id ?? '');
    const run = (command: string, ...args: readonly unknown[]): Thenable<unknown> =>
      vscode.commands.executeCommand(`imagekit.${command}`, ...args);
    const operations = [
      () => run('checkConnection'),
      async () => {
        await run('refreshLibrary');
        await mediaLibrary.provider.getChildren();
      },
      () => run('copySignedUrl', url),
      () => run('revealInLibrary', '/picture.jpg'),
      async () => {
        const before = desk.prompts.opened.length;
        const running = run('uploadFile', vscode.Uri.joinPath(folder(), 'index.html'));
        const picker = await eventually(() => desk.prompts.opened[before], 'the folder');
        await picker.acceptRow('/');
        await running;
      },
      async () => {
        const document = await vscode.workspace.openTextDocument({ content: `${url}?ik-t=1` });
        const at = new vscode.Position(0, 40);
        await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, at);
        await vscode.commands.executeCommand(
          'vscode.executeCodeActionProvider',
          document.uri,
          new vscode.Range(at, at),
        );
        await vscode.commands.executeCommand(
          'vscode.executeCompletionItemProvider',
          document.uri,
          at,
        );
      },
    ];
    await operations[turn % operations.length]?.();
  }

  const hasTrace = (text: string): boolean => traces.flat().some((trace) => text.includes(trace));

  test('an hour of use leaves each key in SecretStorage and in the headers to its own host', async () => {
    for (let turn = 0; turn < 50; turn++) {
      const failure = turn % 5 < 2 ? failures[Math.floor(turn / 5) * 2 + (turn % 5)] : undefined;
      for (const server of own) server.answer = failure ?? answerAsImageKit;
      await operate(turn);
    }
    for (const server of own) server.answer = answerAsImageKit;
    await vscode.commands.executeCommand('imagekit.reportIssue');
    assert.equal(hasTrace(vscode.window.activeTextEditor?.document.getText() ?? ''), false);

    for (const [index, server] of own.entries()) {
      assert(server.received.length > 10, 'the hosts were asked');
      for (const { url, headers, body } of server.received) {
        const { authorization, ...others } = headers;
        if (authorization !== undefined) {
          const expected = Buffer.from(`${keys[index]}:`).toString('base64');
          assert.equal(authorization, `Basic ${expected}`);
        }
        assert.equal(hasTrace(JSON.stringify([url, others, body])), false, url);
      }
    }
    assert(desk.messages.shown.length >= 5, 'failures were told');
    for (const { text } of desk.messages.shown) assert.equal(hasTrace(text), false, text);
    assert.equal(hasTrace(await vscode.env.clipboard.readText()), false);
    await vscode.workspace.saveAll(false);
    assert.deepEqual(await filesWithKey(), []);
  });

  test('a search that finds nothing would find a key', async () => {
    const uri = vscode.Uri.joinPath(folder(), 'leak.txt');
    await vscode.workspace.fs.writeFile(uri, Buffer.from(`x${keys[0]}x`));
    try {
      assert.deepEqual(await filesWithKey(), [uri.fsPath]);
    } finally {
      await vscode.workspace.fs.delete(uri);
    }
  });

  test('after a restart the keys come from SecretStorage', async () => {
    const { store, reopenStore } = await handles();
    const again = reopenStore();
    const found = await Promise.all(again.list().accounts.map(({ id }) => again.get(id)));
    assert.deepEqual(
      found.map((each) => each?.privateKey),
      [...keys],
    );
    assert.deepEqual(again.list(), store.list());
    again.dispose();
  });

  /** Settings, state databases, logs, temporary files and the workspace of this VS Code. */
  async function filesWithKey(): Promise<string[]> {
    const results = process.env['IMAGEKIT_TEST_RESULTS'] ?? assert.fail('no results file');
    const root = dirname(results);
    assert(existsSync(join(root, 'user-data')), 'the data of VS Code is searched');
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    const leaks: string[] = [];
    let searched = 0;
    for (const entry of entries) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const text = await readFile(path, 'latin1').catch(() => '');
      searched++;
      if (hasTrace(text)) leaks.push(path);
    }
    assert(searched > 10, `${searched} files`);
    return leaks;
  }
});
