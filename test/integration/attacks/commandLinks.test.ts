import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { AttackedAccount } from '../support/attackedAccount.ts';

/** What the links of hovers may run. */
const allowed = [
  'copyUrl',
  'copySignedUrl',
  'openUrl',
  'revealInLibrary',
  'editTransformation',
  'loadPreview',
].map((name) => `imagekit.${name}`);

suite('a text with command links', function () {
  this.timeout(300_000);
  const attacked = new AttackedAccount();

  suiteSetup(() => attacked.connect());
  suiteTeardown(() => attacked.disconnect());

  async function hoversOver(content: string): Promise<readonly TrustedMarkdown[]> {
    const { uri } = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      new vscode.Position(0, content.indexOf('/acme') + 3),
    );
    return hovers.flatMap(({ contents }) => contents).filter(isTrusted);
  }

  test('gets them into no hover of ours, whose links run a fixed list of commands', async () => {
    const { origin } = attacked.own;
    for (const hostile of [
      '/tr:w-1/x](command:workbench.action.terminal.new)[y.jpg',
      '/tr:l-text,i-%5Ba%5D(command%3Aimagekit.deleteItem),l-end/x.jpg',
      '/tr:w-1,%5Ba%5D(command:imagekit.deleteItem)/x.jpg',
      '/tr:w-1/<a href="command:imagekit.deleteItem">x</a>.jpg',
    ]) {
      const ours = await hoversOver(`![a](${origin}/acme${hostile})\n`);
      const linkedIn = ours.map(({ value }) =>
        [...value.matchAll(/\]\(command:([\w.]+)/g)].map(([, id]) => id ?? ''),
      );
      // A picture that comes later is a part of its own, without links.
      assert(linkedIn.flat().includes('imagekit.copyUrl'), `links of ours over ${hostile}`);
      for (const [index, { value, isTrusted: trust }] of ours.entries()) {
        assert.deepEqual(trust.enabledCommands, allowed);
        const linked = linkedIn[index] ?? [];
        assert.deepEqual(
          linked.filter((id) => !allowed.includes(id)),
          [],
        );
        assert.doesNotMatch(value, /<a /i);
      }
    }
  });

  // A task puts what a command gives back into its command line.
  test('and no command of the list gives anything back', async () => {
    const url = `${attacked.own.origin}/acme/picture.jpg`;
    for (const command of [...allowed, 'imagekit.checkConnection', 'imagekit.refreshLibrary']) {
      // These end when the person has answered.
      if (command === 'imagekit.openUrl' || command === 'imagekit.editTransformation') continue;
      assert.equal(await vscode.commands.executeCommand(command, url), undefined, command);
    }
  });
});

type TrustedMarkdown = vscode.MarkdownString & {
  isTrusted: { readonly enabledCommands: readonly string[] };
};

function isTrusted(
  content: vscode.MarkdownString | vscode.MarkedString,
): content is TrustedMarkdown {
  return content instanceof vscode.MarkdownString && typeof content.isTrusted === 'object';
}
