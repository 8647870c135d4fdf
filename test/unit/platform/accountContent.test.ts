import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import type { Account } from '../../../src/core/accounts/account.ts';
import { CachedAccountContent } from '../../../src/platform/accountContent.ts';
import type { AccountClient } from '../../../src/platform/accountClient.ts';
import type { AccountSession, ConnectedAccount } from '../../../src/platform/accountSession.ts';

function connected(name: string, asked: string[]): ConnectedAccount {
  const account = {
    name,
    urlEndpoint: `https://ik.imagekit.io/${name}`,
    otherUrlEndpoints: [`https://${name}.example.com`],
  } as unknown as Account;
  const namedTransformations = {
    list: () => {
      asked.push(name);
      return Promise.resolve([{ name: `of_${name}`, transformation: 'w-1' }]);
    },
  };
  return { account, client: { namedTransformations } as unknown as AccountClient };
}

suite('content of accounts', () => {
  const signal = new AbortController().signal;
  const uri = (path: string): vscode.Uri => ({ path }) as vscode.Uri;

  test('is that of the account of the document’s folder, asked for once', async () => {
    const asked: string[] = [];
    const folders: Readonly<Record<string, ConnectedAccount>> = {
      shop: connected('shop', asked),
      blog: connected('blog', asked),
    };
    const session = {
      find: (scope: vscode.Uri) => Promise.resolve(folders[scope.path.split('/')[1] ?? '']),
    } as unknown as AccountSession;
    const { find } = new CachedAccountContent(session);

    for (const path of ['/shop/a.html', '/blog/a.md', '/shop/b.html', '/blog/b.md']) {
      const content = await find(uri(path));
      const name = path.split('/')[1] ?? '';
      assert(content);
      assert.deepEqual(content.urlEndpoints, [
        `https://ik.imagekit.io/${name}`,
        `https://${name}.example.com`,
      ]);
      const named = await content.namedTransformations(signal);
      assert.deepEqual(
        named.map((each) => each.name),
        [`of_${name}`],
      );
    }
    assert.deepEqual(asked, ['shop', 'blog']);
    assert.equal(await find(uri('/elsewhere/a.md')), undefined);
  });
});
