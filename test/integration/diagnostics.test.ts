import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { actionsIn, open } from './support/documents.ts';
import { eventually } from './support/eventually.ts';
import { urlEndpoint } from './support/emulatorControls.ts';
import { connectToEmulator } from './support/extension.ts';

const base = 'https://ik.imagekit.io/demo';

function diagnosticsOf({ uri }: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'ImageKit');
}

/** Codes with the text that they are about. */
function told(document: vscode.TextDocument): readonly string[] {
  return diagnosticsOf(document).map(
    ({ code, range }) => `${typeof code === 'string' ? code : ''} ${document.getText(range)}`,
  );
}

async function untilTold(document: vscode.TextDocument): Promise<readonly string[]> {
  return await eventually(
    () => (diagnosticsOf(document).length > 0 ? told(document) : undefined),
    `a diagnostic in ${document.getText()}`,
  );
}

function wholeOf(document: vscode.TextDocument): vscode.Range {
  return document.validateRange(new vscode.Range(0, 0, document.lineCount, 0));
}

async function setSetting(name: string, value: unknown): Promise<void> {
  await vscode.workspace
    .getConfiguration('imagekit.diagnostics')
    .update(name, value, vscode.ConfigurationTarget.Global);
}

suite('diagnostics', () => {
  suiteSetup(connectToEmulator);

  test('names what is wrong and where, in any language', async () => {
    const { document } = await open(`<img src="${base}/tr:w-300,h-200,ar-4-3/a.jpg">|`, 'html');
    assert.deepEqual(await untilTold(document), ['C01 ar-4-3']);
    const [diagnostic] = diagnosticsOf(document);
    assert.equal(diagnostic?.severity, vscode.DiagnosticSeverity.Warning);
    assert.match(diagnostic.message, /^ar is ignored beside both w and h; remove it/);
  });

  test('follows the text: a repair clears, a new mistake tells', async () => {
    const { document } = await open(`"${base}/a.jpg?tr=rt--40"|`, 'javascript');
    assert.deepEqual(await untilTold(document), ['S11 -40']);
    const edit = new vscode.WorkspaceEdit();
    const start = document.getText().indexOf('-40');
    edit.replace(document.uri, new vscode.Range(0, start, 0, start + 1), 'N');
    await vscode.workspace.applyEdit(edit);
    await eventually(() => diagnosticsOf(document).length === 0, 'clear diagnostics');
    assert.equal(document.getText(), `"${base}/a.jpg?tr=rt-N40"`);
  });

  test('checks transformations without a URL, by their prefix and by their place', async () => {
    const { document } = await open(
      'import "@imagekit/javascript";\n' +
        'const a = "tr:wdth-300,h-200"; table("tr:first-child");\n' +
        "buildSrc({ transformation: [{ raw: 'w-300,heigt-200' }] });|",
      'javascript',
    );
    assert.deepEqual(await untilTold(document), ['S01 wdth', 'S01 heigt']);
  });

  test('keeps up with edits in many places at once', async () => {
    const line = '"tr:w-300,rt--40"\n';
    const { document } = await open(`${line.repeat(50)}|`, 'javascript');
    await untilTold(document);
    const edit = new vscode.WorkspaceEdit();
    for (let index = 0; index < 50; index += 2) {
      edit.replace(document.uri, new vscode.Range(index, 13, index, 14), 'N');
      edit.insert(document.uri, new vscode.Position(index, 0), '    ');
    }
    await vscode.workspace.applyEdit(edit);
    await eventually(() => diagnosticsOf(document).length === 25, '25 diagnostics');
    assert.deepEqual(new Set(told(document)), new Set(['S11 -40']));
  });

  test('a quick fix repairs the text, and is the preferred one', async () => {
    const { document } = await open(`url(${base}/tr:width-300:bg-#FF0000/a.jpg)|`, 'css');
    await untilTold(document);
    const diagnostic = diagnosticsOf(document).find(({ code }) => code === 'S32');
    assert(diagnostic, told(document).join());
    const [action] = await actionsIn(document, diagnostic.range, vscode.CodeActionKind.QuickFix);
    assert(action?.edit && action.isPreferred);
    assert.equal(action.title, 'Change to w');
    await vscode.workspace.applyEdit(action.edit);
    assert(document.getText().includes('/tr:w-300:'), document.getText());
  });

  test('a fix fits the text also right after a change', async () => {
    const { document } = await open(`"${base}/tr:width-300/a.jpg"|`, 'javascript');
    await untilTold(document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'const a = ');
    await vscode.workspace.applyEdit(edit);
    const [action] = await actionsIn(document, wholeOf(document), vscode.CodeActionKind.QuickFix);
    assert(action?.edit);
    await vscode.workspace.applyEdit(action.edit);
    assert.equal(document.getText(), `const a = "${base}/tr:w-300/a.jpg"`);
  });

  test('everything that can be repaired is repaired at once', async () => {
    const { document } = await open(
      `"${base}/tr:w-300,h-200,ar-4-3:rt--40/a.jpg" "${base}/a.jpg?tr=width-3,f-wepb"|`,
      'javascript',
    );
    await untilTold(document);
    const [action] = await actionsIn(
      document,
      wholeOf(document),
      vscode.CodeActionKind.SourceFixAll.append('imagekit'),
    );
    assert(action?.edit);
    await vscode.workspace.applyEdit(action.edit);
    assert.equal(
      document.getText(),
      `"${base}/tr:w-300,h-200:rt-N40/a.jpg" "${base}/a.jpg?tr=w-3,f-webp"`,
    );
  });

  test('what a person has to choose is put in on request only', async () => {
    const { document } = await open(`"${base}/tr:w-300,c-force/a.jpg"|`, 'javascript');
    assert.deepEqual(await untilTold(document), ['C10 c-force']);
    const everything = vscode.CodeActionKind.SourceFixAll.append('imagekit');
    assert.deepEqual(await actionsIn(document, wholeOf(document), everything), []);
    const [action] = await actionsIn(document, wholeOf(document), vscode.CodeActionKind.QuickFix);
    assert(action?.edit);
    assert.notEqual(action.isPreferred, true);
    await vscode.workspace.applyEdit(action.edit);
    assert.equal(document.getText(), `"${base}/tr:w-300,c-force,h-300/a.jpg"`);
  });

  test('the library tells what only the original can', async () => {
    const file = `${urlEndpoint}/products/ceramic-mug.jpg`;
    const { document } = await open(
      `"${file}?tr=cm-extract,w-30,h-30,xc-90000,yc-20" "${file}?tr=w-3,h-2,fo-custom"|`,
      'javascript',
    );
    assert.deepEqual(await untilTold(document), ['C20 xc-90000', 'C15 fo-custom']);
  });

  test('a parameter that the settings name is known', async () => {
    const { document } = await open('"tr:w-300,xy-3"|', 'javascript');
    assert.deepEqual(await untilTold(document), ['S01 xy']);
    try {
      await setSetting('knownParameters', ['xy']);
      await eventually(() => diagnosticsOf(document).length === 0, 'clear diagnostics');
    } finally {
      await setSetting('knownParameters', undefined);
    }
  });

  test('a comment silences a rule for the next line', async () => {
    const { document } = await open(
      `// imagekit-disable-next-line S11\n"${base}/tr:rt--40/a.jpg"\n"${base}/tr:rt--50/a.jpg"|`,
      'javascript',
    );
    assert.deepEqual(await untilTold(document), ['S11 -50']);
  });

  test('settings change a severity, and switch everything off', async () => {
    const { document } = await open(`"${base}/tr:rt--40,zzz-1/a.jpg"|`, 'javascript');
    await untilTold(document);
    try {
      await setSetting('severity', { S01: 'error', S11: 'off' });
      await eventually(
        () =>
          diagnosticsOf(document).length === 1 &&
          diagnosticsOf(document)[0]?.severity === vscode.DiagnosticSeverity.Error,
        'the severity from settings',
      );
      assert.deepEqual(told(document), ['S01 zzz']);
      await setSetting('enabled', false);
      await eventually(() => diagnosticsOf(document).length === 0, 'no diagnostics when off');
    } finally {
      await setSetting('enabled', undefined);
      await setSetting('severity', undefined);
    }
  });

  test('can be off for one language', async () => {
    const text = `"${base}/tr:rt--40/a.jpg"|`;
    const [markdown, script] = [await open(text, 'markdown'), await open(text, 'javascript')];
    for (const { document } of [markdown, script]) await untilTold(document);
    const inMarkdown = vscode.workspace.getConfiguration('imagekit.diagnostics', {
      languageId: 'markdown',
    });
    const { Global } = vscode.ConfigurationTarget;
    try {
      await inMarkdown.update('enabled', false, Global, true);
      await eventually(() => diagnosticsOf(markdown.document).length === 0, 'none in Markdown');
      assert.deepEqual(told(script.document), ['S11 -40']);
      const later = await open(text, 'markdown');
      await untilTold((await open(text, 'javascript')).document);
      assert.deepEqual(told(later.document), []);
    } finally {
      await inMarkdown.update('enabled', undefined, Global, true);
    }
    await untilTold(markdown.document);
  });

  test('can be off for a workspace', async () => {
    const { document } = await open(`"${base}/tr:rt--40/a.jpg"|`, 'javascript');
    await untilTold(document);
    const configuration = vscode.workspace.getConfiguration('imagekit.diagnostics');
    const { Workspace } = vscode.ConfigurationTarget;
    try {
      await configuration.update('enabled', false, Workspace);
      await eventually(() => diagnosticsOf(document).length === 0, 'none in this workspace');
    } finally {
      await configuration.update('enabled', undefined, Workspace);
    }
    await untilTold(document);
  });

  test('a private key in code becomes an environment variable', async () => {
    const key = `private_${'aB3'.repeat(9)}=`;
    const { document } = await open(`new ImageKit({ privateKey: '${key}' });|`, 'typescript');
    assert.deepEqual(await untilTold(document), [`P01 ${key}`]);
    const [action] = await actionsIn(document, wholeOf(document), vscode.CodeActionKind.QuickFix);
    assert(action?.edit);
    await vscode.workspace.applyEdit(action.edit);
    assert.equal(
      document.getText(),
      'new ImageKit({ privateKey: process.env.IMAGEKIT_PRIVATE_KEY });',
    );
  });

  test('a save repairs the rest and leaves a private key, which stands nowhere else', async () => {
    const key = `private_${'aB3'.repeat(9)}=`;
    const { document } = await open(`f('${key}', "${base}/tr:width-3/a.jpg");|`, 'typescript');
    await untilTold(document);
    const [action] = await actionsIn(
      document,
      wholeOf(document),
      vscode.CodeActionKind.SourceFixAll.append('imagekit'),
    );
    assert(action?.edit);
    await vscode.workspace.applyEdit(action.edit);
    assert.equal(document.getText(), `f('${key}', "${base}/tr:w-3/a.jpg");`);
  });

  test('a private key in a .env file that Git ignores is at home', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'imagekit-git-'));
    const key = `private_${'aB3'.repeat(9)}=`;
    try {
      execFileSync('git', ['init', '--quiet', folder]);
      await writeFile(join(folder, '.gitignore'), '.env\n');
      for (const name of ['.env', '.env.shared']) await writeFile(join(folder, name), `KEY=${key}`);
      await vscode.commands.executeCommand('git.openRepository', folder);
      const [kept, shared] = await Promise.all(
        ['.env', '.env.shared'].map((name) =>
          vscode.workspace.openTextDocument(join(folder, name)),
        ),
      );
      assert(kept && shared);
      assert.deepEqual(await untilTold(shared), [`P01 ${key}`]);
      // Asking for actions makes sure that it was checked.
      assert.deepEqual(await actionsIn(kept, wholeOf(kept)), []);
      assert.deepEqual(diagnosticsOf(kept), []);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('says nothing of prose, other hosts and good URLs', async () => {
    const texts = [
      'The abbreviation tr: stands for translation, w-0 for nothing.',
      '"https://example.com/tr:rt--40/a.jpg"',
      `"${base}/tr:w-300,h-200,c-at_max:rt-90/a.jpg"`,
    ];
    const good = await open(`${texts.join('\n')}|`);
    const bad = await open(`"${base}/tr:rt--40/a.jpg"|`);
    // Checked after the good one, so that there is something to wait for.
    await untilTold(bad.document);
    assert.deepEqual(told(good.document), []);
  });
});
