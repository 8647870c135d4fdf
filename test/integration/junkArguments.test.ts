import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { emulator } from './support/emulatorControls.ts';
import { eventually } from './support/eventually.ts';
import { connectToEmulator, disconnect, extension, goOffline } from './support/extension.ts';
import { Messages } from './support/messages.ts';
import { Prompts } from './support/prompts.ts';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

const { contributes } = JSON.parse(
  readFileSync(join(extension().extensionPath, 'package.json'), 'utf8'),
) as Manifest;
const commands = contributes.commands.map(({ command }) => command);

/** What a key binding, a task, a link or another extension may pass to any command. */
const junk: readonly (readonly [string, readonly unknown[]])[] = [
  ['nothing', []],
  ['null', [null, null]],
  ['a number', [Number.NaN, 0]],
  ['an empty text', ['']],
  ['a text', ['junk', 'junk']],
  ['an endless text', ['/a'.repeat(500_000)]],
  ['an endless address', [`https://ik.imagekit.io:${'9'.repeat(1_000_000)}/a`, null]],
  ['unseen characters', ['\u0000\u202E\uD800\r\n%s ${1} $(zap)', '\uFEFF']],
  ['commands in a text', ['](command:workbench.action.quit)', 'javascript:alert(1)', '; rm -rf ~']],
  ['many objects', [Array.from({ length: 10_000 }, () => ({}))]],
  ['an address without a host', ['https://', '/']],
  ['an empty object', [{}, {}]],
  ['empty lists', [[], []]],
  ['lists of junk', [[null], [undefined, 1, {}, [[]]]]],
  ['a function', [() => assert.fail('the argument was called')]],
  ['a symbol', [Symbol('junk')]],
  ['half a row', [{ kind: 'file' }, [{ kind: 'folder' }, { kind: 'junk' }]]],
  ['a row of wrong types', [{ kind: 'file', name: 1, path: 2, url: 3, file: null }]],
  ['a wrong place of a hover', [{ url: 1, document: 2, line: 'x', character: null }]],
  ['an object that throws', [new Proxy({}, { get: throwJunk, has: throwJunk })]],
];

function throwJunk(): never {
  throw new Error('junk');
}

/** One sentence for a person: no stack, no code, no leftovers of a template. */
const sentence = /^[A-Z\d“](?:(?!\n|undefined|\[object|TypeError|Cannot read|is not a )[^])*[.?]$/;

suite('junk arguments', () => {
  let messages: Messages;
  let prompts: Prompts;
  let rejections: unknown[];
  const onRejection = (reason: unknown): void => void rejections.push(reason);

  setup(() => {
    rejections = [];
    messages = new Messages();
    prompts = new Prompts();
    process.on('unhandledRejection', onRejection);
  });

  teardown(() => {
    process.off('unhandledRejection', onRejection);
    messages.dispose();
    prompts.dispose();
  });

  /** Commands whose answer is a tab. */
  const tabs = new Set(['imagekit.openWalkthrough', 'imagekit.reportIssue']);
  const hasTab = (): boolean => vscode.window.tabGroups.all.some((group) => group.tabs.length > 0);

  const isLogOpen = (): boolean =>
    vscode.workspace.textDocuments.some(({ uri }) => uri.scheme === 'output');

  /** Runs the command as far as it goes by itself; gives what the person sees of it. */
  async function run(command: string, args: readonly unknown[]): Promise<readonly string[]> {
    const seen = {
      messages: messages.shown.length,
      boxes: prompts.opened.length,
      dialogs: prompts.fileDialogs,
    };
    let isDone = false;
    const running = vscode.commands.executeCommand(command, ...args).then(() => (isDone = true));
    await eventually(() => isDone || prompts.opened.length > seen.boxes, `an end of ${command}`);
    if (!isDone) await prompts.opened.at(-1)?.cancel();
    await running;
    const opensTab = tabs.has(command) && (await eventually(hasTab, 'a tab'));
    if (opensTab)
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    if (opensTab) await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    return [
      ...messages.shown.slice(seen.messages).map(({ text }) => text),
      ...prompts.opened.slice(seen.boxes).map(({ box }) => `box: ${box.title}`),
      ...(prompts.fileDialogs > seen.dialogs ? ['file dialog'] : []),
      ...(opensTab ? ['tab'] : []),
      ...(command === 'imagekit.showLog' && (await eventually(isLogOpen, 'the log'))
        ? ['log']
        : []),
    ];
  }

  /** What the extension sees of a window in restricted mode, with an account from other windows. */
  async function distrust(): Promise<void> {
    await connectToEmulator();
    Object.defineProperty(vscode.workspace, 'isTrusted', { get: () => false, configurable: true });
  }

  for (const [state, prepare] of [
    ['without an account', disconnect],
    ['with an account', connectToEmulator],
    ['offline', goOffline],
    ['in a workspace that is not trusted', distrust],
  ] as const) {
    suite(state, () => {
      const trust = Object.getOwnPropertyDescriptor(vscode.workspace, 'isTrusted');
      suiteSetup(prepare);
      suiteTeardown(() => {
        if (trust) Object.defineProperty(vscode.workspace, 'isTrusted', trust);
      });

      for (const command of commands) {
        test(`${command} answers every argument with one sentence or question`, async () => {
          const before = await emulator.list('/');
          for (const [what, args] of junk) {
            const outcome = await run(command, args);
            // Reading the library again shows in the tree.
            const isSilent = command === 'imagekit.refreshLibrary' && prepare !== disconnect;
            assert.equal(outcome.length, isSilent ? 0 : 1, `${what}: ${outcome.join()}`);
          }
          for (const { text } of messages.shown) assert.match(text, sentence);
          // Node tells of a rejection that nobody handles at the end of the turn.
          await new Promise((resolve) => {
            setTimeout(resolve, 20);
          });
          assert.deepEqual(rejections, []);
          assert.deepEqual(await emulator.list('/'), before);
        });
      }
    });
  }

  test('without an account every command that needs one offers to connect one', async () => {
    await disconnect();
    for (const command of [
      'imagekit.uploadFile',
      'imagekit.uploadFromUrl',
      'imagekit.uploadToFolder',
      'imagekit.deleteItem',
      'imagekit.refreshLibrary',
    ]) {
      assert.deepEqual(await run(command, []), ['Connect an ImageKit account first.'], command);
      assert.deepEqual(messages.shown.at(-1)?.actions, ['Connect Account', 'Show Log']);
    }
    assert.equal(prompts.opened.length, 0);
    assert.equal(prompts.fileDialogs, 0);
    assert.deepEqual(await emulator.requests(), []);
  });

  test('the offered Connect Account asks for the account', async () => {
    await disconnect();
    messages.answer('Connect Account');
    await vscode.commands.executeCommand('imagekit.uploadFromUrl');
    const box = await prompts.nextInput();
    assert.equal(box.box.title, 'Connect an ImageKit Account');
    await box.cancel();
  });
});
