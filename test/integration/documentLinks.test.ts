import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open } from './support/documents.ts';
import { urlEndpoint } from './support/emulatorControls.ts';
import { connectToEmulator } from './support/extension.ts';
import { base, linkedUrls } from './support/linkedUrls.ts';

const urls = linkedUrls(urlEndpoint);

suite('document links', () => {
  suiteSetup(connectToEmulator);

  test(`opens each of ${urls.length} URLs byte for byte as written`, async () => {
    assert(urls.length >= 60);
    const { document } = await open(`|${urls.map((url) => `"${url}"`).join('\n')}`);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
      100,
    );
    const opened = links.map(({ range, target }) => {
      // As VS Code reads the target of a link that runs a command.
      assert.equal(target?.scheme, 'command');
      assert.equal(target.path, 'imagekit.openUrl');
      const [url] = JSON.parse(decodeURIComponent(target.query)) as unknown[];
      assert.equal(url, document.getText(range));
      return url;
    });
    assert.deepEqual(opened, urls);
  });

  test('opens the & of an HTML attribute, and nothing that a template fills in', async () => {
    const { document } = await open(
      `|<img src="${base}/a.jpg?v=1&amp;tr=w-1"><img src="${base}/{{ name }}.jpg">`,
      'html',
    );
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
      100,
    );
    const own = links.flatMap(({ target }) => (target?.scheme === 'command' ? [target] : []));
    // The links of VS Code's HTML support to the same places stand back.
    const addresses = links.filter(({ target }) => target?.path.endsWith('/a.jpg'));
    assert.deepEqual(addresses, []);
    assert.deepEqual(
      own.map(({ query }) => JSON.parse(decodeURIComponent(query)) as unknown),
      [[`${base}/a.jpg?v=1&tr=w-1`]],
    );
  });

  test('opens what is meant where slashes are escaped', async () => {
    const { document } = await open(`|{"a":"${base.replaceAll('/', '\\/')}\\/a.jpg?v=1"}`, 'json');
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
      100,
    );
    const own = links.flatMap(({ target }) => (target?.scheme === 'command' ? [target.query] : []));
    assert.deepEqual(own.map(decodeURIComponent), [JSON.stringify([`${base}/a.jpg?v=1`])]);
  });
});
