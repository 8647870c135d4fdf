import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { AttackedAccount, withWorkspaceFile } from '../support/attackedAccount.ts';
import { eventually } from '../support/eventually.ts';

suite('a .env file that attacks', function () {
  this.timeout(300_000);
  const attacked = new AttackedAccount();
  const { attacker } = attacked;

  suiteSetup(() => attacked.connect());
  suiteTeardown(() => attacked.disconnect());
  setup(() => attacked.forgetRequests());

  const dotEnv = (): string => `IMAGEKIT_URL_ENDPOINT=https://images.attacker.example/acme
IMAGEKIT_PUBLIC_KEY=public_attacker
IMAGEKIT_API_HOST=${attacker.origin}
IMAGEKIT_UPLOAD_HOST=${attacker.origin}
HTTPS_PROXY=${attacker.origin}
`;

  test('offers no endpoint on this computer, and those of other files all the same', async () => {
    const local = `IMAGEKIT_URL_ENDPOINT=${attacker.origin}/acme\nIMAGEKIT_PUBLIC_KEY=public_x1\n`;
    await withWorkspaceFile('.env.local', local, () =>
      withWorkspaceFile('.env.attack', dotEnv(), async () => {
        const running = vscode.commands.executeCommand('imagekit.importSdkConfiguration');
        const picker = await attacked.desk.prompts.nextPicker();
        const labels = picker.box.items.map(({ label }) => label);
        assert(labels.includes('https://images.attacker.example/acme'), labels.join());
        assert(!labels.join().includes(attacker.origin), labels.join());
        await picker.cancel();
        await running;
        assert.deepEqual(attacker.received, []);
      }),
    );
  });

  test('names hosts for the API, and the key goes to none but ImageKit’s', async () => {
    // The person's own proxy sees for which hosts the extension asks, and lets nothing through.
    const http = vscode.workspace.getConfiguration('http');
    await http.update('proxy', attacked.own.origin, vscode.ConfigurationTarget.Global);
    try {
      await withWorkspaceFile('.env.attack', dotEnv(), async () => {
        const running = vscode.commands.executeCommand('imagekit.importSdkConfiguration');
        const picker = await attacked.desk.prompts.nextPicker();
        await picker.acceptRow('https://images.attacker.example/acme');
        await attacked.desk.answer(
          'https://images.attacker.example/acme',
          'public_attacker',
          'private_typed0123456789abcdef=',
        );
        await running;
        const asked = attacked.own.received.filter(({ method }) => method === 'CONNECT');
        await eventually(() => asked.length > 0, 'a request through the proxy');
        assert.deepEqual([...new Set(asked.map(({ url }) => url))], ['api.imagekit.io:443']);
        assert.deepEqual(attacker.received, []);
      });
    } finally {
      await http.update('proxy', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
