import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { AttackedAccount, withWorkspaceFile } from '../support/attackedAccount.ts';
import { eventually } from '../support/eventually.ts';
import { handles } from '../support/extension.ts';

const settingsFile = '.vscode/settings.json';

/** VS Code sends to 127.0.0.1 past every proxy, but not to its neighbours, which only Linux has. */
const neighbour = process.platform === 'linux' ? '127.0.0.2' : '127.0.0.1';

suite('a workspace whose settings attack', function () {
  this.timeout(300_000);
  const attacked = new AttackedAccount(neighbour);
  const { own, attacker } = attacked;

  suiteSetup(() => attacked.connect());
  suiteTeardown(() => attacked.disconnect());
  setup(() => attacked.forgetRequests());

  async function withWorkspaceSettings(
    settings: Readonly<Record<string, unknown>>,
    during: () => Promise<void>,
  ): Promise<void> {
    // VS Code tells nothing of those that it takes from the person alone.
    const text = JSON.stringify({ ...settings, 'editor.tabSize': 7 });
    await withWorkspaceFile(settingsFile, text, async () => {
      const tabSize = (): unknown =>
        vscode.workspace.getConfiguration('editor').inspect('tabSize')?.workspaceValue;
      await eventually(() => tabSize() === 7, 'the settings of the workspace');
      await during();
    });
  }

  test('names other hosts and endpoints in vain', async () => {
    const { origin } = attacker;
    const hostile = {
      'imagekit.urlEndpoint': `${origin}/acme`,
      'imagekit.apiOrigin': origin,
      'imagekit.uploadOrigin': origin,
      'imagekit.apiHost': origin,
      'imagekit.proxy': origin,
    };
    await withWorkspaceSettings(hostile, async () => {
      await attacked.useEverything();
      assert.deepEqual(attacker.received, []);
      assert(attacked.ownHostHasKey(), 'everything went where it belongs');
    });
  });

  test('and an endpoint that is its own counts among the settings of the person only', async () => {
    const { session } = await handles();
    const endpoint = `${attacker.origin}/acme`;
    const key = 'imagekit.urlEndpoints';
    await withWorkspaceSettings({ [key]: [endpoint] }, async () => {
      await attacked.useEverything();
      assert(!(await session.urlEndpoints()).includes(endpoint));
      assert.deepEqual(attacker.received, []);
    });
    const { Global } = vscode.ConfigurationTarget;
    await vscode.workspace.getConfiguration().update(key, [endpoint], Global);
    try {
      await eventually(
        async () => (await session.urlEndpoints()).includes(endpoint),
        'the endpoint',
      );
    } finally {
      await vscode.workspace.getConfiguration().update(key, undefined, Global);
    }
  });

  suite('with a proxy', () => {
    const proxy = {
      'http.proxySupport': 'override',
      'http.proxyStrictSSL': false,
      'http.noProxy': [],
    };

    setup(function () {
      if (neighbour === '127.0.0.1') this.skip();
    });

    test('of its own, which nothing is sent to', async () => {
      await withWorkspaceSettings({ ...proxy, 'http.proxy': attacker.origin }, async () => {
        await attacked.useEverything();
        assert.deepEqual(attacker.received, []);
        assert(attacked.ownHostHasKey(), 'everything went where it belongs');
      });
    });

    test('and the same proxy in the settings of the person is used', async () => {
      const http = vscode.workspace.getConfiguration('http');
      await http.update('proxy', attacker.origin, vscode.ConfigurationTarget.Global);
      try {
        await eventually(async () => {
          await vscode.commands.executeCommand('imagekit.checkConnection');
          return attacker.received.length > 0;
        }, 'a request through the proxy');
        assert(attacker.received.some(({ url }) => url.startsWith(own.origin)));
      } finally {
        await http.update('proxy', undefined, vscode.ConfigurationTarget.Global);
      }
    });
  });
});
