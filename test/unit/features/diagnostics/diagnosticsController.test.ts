import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type * as vscode from 'vscode';
import type { AccountContent } from '../../../../src/core/language/accountContent.ts';
import type { DiagnosticsController } from '../../../../src/features/diagnostics/diagnosticsController.ts';
import type { AccountSession } from '../../../../src/platform/accountSession.ts';
import type { DocumentLimits } from '../../../../src/platform/documentLimits.ts';
import { TextDocument } from '../../support/textDocument.ts';
import { editor, publishedDiagnostics, vscodeParts } from '../../support/vscodeParts.ts';
import { stubVscode } from '../../support/vscodeStub.ts';

const endpoint = 'https://ik.imagekit.io/demo';
const custom = 'https://pictures.example.com';
const picture = { fileType: 'image', width: 5000, height: 4000 };
const token = { isCancellationRequested: false } as vscode.CancellationToken;

suite('checking open documents', () => {
  let Controller: typeof DiagnosticsController;
  let controller: DiagnosticsController;
  /** Of each question for the endpoints. */
  let answers: ((endpoints: readonly string[]) => void)[];
  let changeAccounts: () => void;
  let documents: TextDocument[];

  suiteSetup(async () => {
    stubVscode(fileURLToPath(new URL('../../../../src', import.meta.url)), vscodeParts);
    ({ DiagnosticsController: Controller } =
      await import('../../../../src/features/diagnostics/diagnosticsController.ts'));
  });

  /** @param files Paths of pictures in the library. */
  function start(files: readonly string[] = []): void {
    answers = [];
    documents = [];
    const urlEndpoints = (): Promise<readonly string[]> =>
      new Promise((resolve) => {
        answers.push(resolve);
      });
    const content = {
      urlEndpoints: [endpoint],
      folder: async () => ({
        items: files.map((path) => ({ kind: 'file', path, file: picture })),
      }),
    } as unknown as AccountContent;
    controller = new Controller(
      { urlEndpoints } as unknown as AccountSession,
      { textOf: (document) => document.getText() } as DocumentLimits,
      { info: assert.fail, warn: assert.fail, error: assert.fail },
      () => Promise.resolve(content),
      (listener) => {
        changeAccounts = () => listener();
        return { dispose: () => undefined };
      },
    );
  }

  teardown(() => {
    controller.dispose();
    for (const document of documents) editor.close(document);
  });

  function open(path: string, text: string): TextDocument & vscode.TextDocument {
    const document = new TextDocument(path, text) as TextDocument & vscode.TextDocument;
    documents.push(document);
    editor.open(document);
    return document;
  }

  async function until(condition: () => boolean): Promise<void> {
    do await delay(1);
    while (!condition());
  }

  /** Tells the endpoints to who asked as the first, the second… */
  async function answer(question: number, endpoints: readonly string[] = []): Promise<void> {
    await until(() => answers.length >= question);
    answers[question - 1]?.(endpoints);
  }

  const codesOf = (diagnostics: readonly unknown[] = []): readonly unknown[] =>
    diagnostics.map((each) => (each as vscode.Diagnostic).code);

  const published = ({ uri }: vscode.TextDocument): readonly unknown[] =>
    codesOf(publishedDiagnostics.get(uri.toString()));

  test('one check of a text is for all who ask about it', async () => {
    start();
    const document = open('/one.html', `"${endpoint}/tr:wdth-300/a.jpg"`);
    const found = [1, 2].map(() => controller.findIn(document, token));
    await answer(1);
    assert.deepEqual((await Promise.all(found)).map(codesOf), [['S01'], ['S01']]);
    assert.deepEqual(published(document), ['S01']);
    assert.equal(answers.length, 1);
  });

  test('who asks while accounts come gets what is found with them', async () => {
    start();
    const document = open('/accounts.html', `"${custom}/tr:wdth-300/a.jpg"`);
    const found = controller.findIn(document, token);
    await until(() => answers.length === 1);
    changeAccounts();
    await answer(1);
    await answer(2, [custom]);
    assert.deepEqual(codesOf(await found), ['S01']);
  });

  test('an answer from before accounts came is not given again', async () => {
    start();
    const document = open('/again.html', `"${custom}/tr:wdth-300/a.jpg"`);
    const before = controller.findIn(document, token);
    await answer(1);
    assert.deepEqual(await before, []);
    changeAccounts();
    const after = controller.findIn(document, token);
    await answer(2, [custom]);
    assert.deepEqual(codesOf(await after), ['S01']);
  });

  test('who asks while the text changes gets what is wrong in the new one', async () => {
    start();
    const document = open('/edited.html', `"${endpoint}/tr:w-300/a.jpg"`);
    const found = controller.findIn(document, token);
    await until(() => answers.length === 1);
    const behindKey = `"${endpoint}/tr:w`.length;
    editor.change(document, document.edit(0, behindKey, behindKey, 'dth'));
    await answer(1);
    await answer(2);
    assert.deepEqual(codesOf(await found), ['S01']);
  });

  test('who does not need the answer any more gets none', async () => {
    start();
    const document = open('/cancelled.html', `"${custom}/tr:wdth-300/a.jpg"`);
    const asking = { isCancellationRequested: false };
    const found = controller.findIn(document, asking as vscode.CancellationToken);
    await until(() => answers.length === 1);
    asking.isCancellationRequested = true;
    changeAccounts();
    await answer(1, [custom]);
    assert.deepEqual(await found, []);
  });

  test('a check from before a document got another language tells nothing', async () => {
    start();
    const document = open('/language', `"${custom}/tr:wdth-300/a.jpg"`);
    await until(() => answers.length === 1);
    editor.close(document);
    document.languageId = 'css';
    editor.open(document);
    await until(() => answers.length === 2);
    await answer(2, [custom]);
    await until(() => published(document).length > 0);
    await answer(1);
    assert.deepEqual(codesOf(await controller.findIn(document, token)), ['S01']);
    assert.deepEqual(published(document), ['S01']);
  });

  test('what the library tells reaches all documents that ask for it', async () => {
    start(['/a.jpg', '/b.jpg']);
    const both = ['a', 'b'].map((name) =>
      open(`/${name}.html`, `"${endpoint}/tr:w-300,h-300,cm-extract,xc-4900,yc-200/${name}.jpg"`),
    );
    await until(() => {
      for (const resolve of answers) resolve([]);
      return both.every((each) => published(each).length > 0);
    });
    assert.deepEqual(both.map(published), [['C20'], ['C20']]);
  });
});
