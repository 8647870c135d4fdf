import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { AttackedAccount } from './support/attackedAccount.ts';
import { eventually } from './support/eventually.ts';

/** VS Code sends to 127.0.0.1 past every proxy, but not to its neighbours, which only Linux has. */
const neighbour = '127.0.0.2';

suite('a proxy in the settings of the person', function () {
  this.timeout(300_000);
  const attacked = new AttackedAccount(neighbour);
  const { own, attacker: proxy } = attacked;
  const http = vscode.workspace.getConfiguration('http');
  const setProxy = (value: string | undefined): Thenable<void> =>
    http.update('proxy', value, vscode.ConfigurationTarget.Global);

  suiteSetup(async function () {
    if (process.platform !== 'linux') this.skip();
    await attacked.connect();
  });
  suiteTeardown(async () => {
    await setProxy(undefined);
    if (process.platform === 'linux') await attacked.disconnect();
  });

  /** What the check of the connection tells. */
  async function check(): Promise<string> {
    const { shown } = attacked.desk.messages;
    const before = shown.length;
    await vscode.commands.executeCommand('imagekit.checkConnection');
    return shown[before]?.text ?? assert.fail('nothing was told');
  }

  /** The settings reach the requests some time after they were written. */
  const checkTells = (pattern: RegExp): Promise<string> =>
    eventually(
      async () => {
        const text = await check();
        return pattern.test(text) ? text : undefined;
      },
      `a check that tells ${String(pattern)}`,
    );

  test('is what requests and uploads go through, with the key', async () => {
    await setProxy(proxy.origin);
    await eventually(async () => {
      await check();
      return proxy.received.length > 0;
    }, 'a request through the proxy');
    attacked.forgetRequests();
    await attacked.useEverything();
    const asked = proxy.received.map(({ method, url }) => `${method} ${url}`);
    assert(asked.includes(`POST ${own.origin}/api/v1/files/upload`), asked.join('\n'));
    assert(asked.some((line) => line.startsWith(`GET ${own.origin}/v1/files?`)));
    assert.deepEqual(own.received, [], 'nothing goes past it');
  });

  test('that is not there is told as such, with the setting to look at', async () => {
    await proxy.stop();
    try {
      await setProxy(proxy.origin);
      const text = await checkTells(/cannot be reached/);
      assert.match(text, /proxy settings/);
      assert.match(text, new RegExp(neighbour));
    } finally {
      await proxy.start();
    }
  });

  test('that is taken away again is not used any more', async () => {
    await setProxy(undefined);
    await checkTells(/accepts the key/);
    attacked.forgetRequests();
    await check();
    assert.deepEqual(proxy.received, []);
    assert(attacked.ownHostHasKey());
  });
});
