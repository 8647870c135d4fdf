import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  actionsIn,
  completionsAt,
  hoverAt,
  labelOf,
  open,
  type OpenedDocument,
} from './support/documents.ts';
import { eventually } from './support/eventually.ts';
import { connectToEmulator } from './support/extension.ts';
import { logLinesWith } from './support/log.ts';

const url = 'https://ik.imagekit.io/demo/tr:w-300,h-200,bg-FF0000,q-500/a.jpg';

async function setSetting(name: string, value: unknown): Promise<void> {
  await vscode.workspace
    .getConfiguration('imagekit')
    .update(name, value, vscode.ConfigurationTarget.Global);
}

/** What some provider found. */
interface Found {
  readonly range?: vscode.Range;
  readonly position?: vscode.Position;
  readonly target?: vscode.Uri;
}

/** Which features find something in a line. */
async function featuresIn(
  { document }: OpenedDocument,
  line: number,
): Promise<ReadonlySet<string>> {
  const { range, text } = document.lineAt(line);
  const at = new vscode.Position(line, text.indexOf('w-300') + 2);
  const here = { document, position: at };
  const ask = async (command: string, ...args: readonly unknown[]) =>
    (await vscode.commands.executeCommand<Found[]>(command, document.uri, ...args)).filter(
      (found) => range.contains(found.range ?? found.position ?? at),
    );
  const answers: readonly (readonly [feature: string, found: number])[] = [
    ['hover', (await hoverAt(here)).length],
    ['completion', (await completionsAt(here)).filter((item) => labelOf(item) === '640').length],
    // VS Code finds links of its own.
    [
      'links',
      (await ask('vscode.executeLinkProvider')).filter((link) => link.target?.scheme === 'command')
        .length,
    ],
    ['colours', (await ask('vscode.executeDocumentColorProvider')).length],
    ['hints', (await ask('vscode.executeInlayHintProvider', range)).length],
    ['refactorings', (await actionsIn(document, new vscode.Range(at, at))).length],
    ['diagnostics', diagnosticsIn(document, range).length],
  ];
  return new Set(answers.flatMap(([feature, found]) => (found > 0 ? [feature] : [])));
}

function diagnosticsIn({ uri }: vscode.TextDocument, range: vscode.Range): readonly unknown[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter((each) => each.source === 'ImageKit' && range.contains(each.range));
}

const all = new Set([
  'hover',
  'completion',
  'links',
  'colours',
  'hints',
  'refactorings',
  'diagnostics',
]);

suite('what is too long', () => {
  suiteSetup(async () => {
    await connectToEmulator();
    await setSetting('inlayHints.size', true);
  });
  suiteTeardown(() => setSetting('inlayHints.size', undefined));
  teardown(() => setSetting('maximumDocumentLength', undefined));

  test('a line over 20,000 characters is passed over, and the log tells so once', async () => {
    const long = `${url} ${'x'.repeat(20_000)}`;
    const opened = await open(`|${url}\n${long}\n${url}`);
    const { document } = opened;
    await eventually(() => diagnosticsIn(document, document.lineAt(2).range).length > 0, 'checks');
    await eventually(async () => (await featuresIn(opened, 0)).has('colours'), 'colours');
    assert.deepEqual(await featuresIn(opened, 1), new Set());
    assert.deepEqual(await featuresIn(opened, 0), all);
    assert.deepEqual(await featuresIn(opened, 2), all);
    const lines = await logLinesWith(document.uri.path);
    assert.equal(lines.length, 1, lines.join('\n'));
    assert.match(
      lines[0] ?? '',
      /has lines with more than 20000 characters, which are passed over/,
    );
  });

  test('so is a document over the limit of the setting', async () => {
    const opened = await open(`|${url}\n`);
    const { document } = opened;
    await eventually(() => diagnosticsIn(document, document.lineAt(0).range).length > 0, 'checks');
    await eventually(async () => (await featuresIn(opened, 0)).has('colours'), 'colours');
    assert.deepEqual(await featuresIn(opened, 0), all);
    await setSetting('maximumDocumentLength', url.length);
    await eventually(
      () => diagnosticsIn(document, document.lineAt(0).range).length === 0,
      'no diagnostics',
    );
    assert.deepEqual(await featuresIn(opened, 0), new Set());
    const lines = await logLinesWith(document.uri.path);
    assert.equal(lines.length, 1, lines.join('\n'));
    assert.match(lines[0] ?? '', /more than \d+ characters \(imagekit\.maximumDocumentLength\)/);
  });
});
