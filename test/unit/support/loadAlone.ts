/**
 * Activates the extension in this process and prints as JSON which of its sources that loads, and
 * which more are loaded when one document after the other is opened and its providers are asked, and
 * at last when a command is run. Takes the documents' texts with a cursor `|`, and URL endpoints for
 * the settings, as `{ "texts": [], "urlEndpoints": [] }`.
 */
import assert from 'node:assert/strict';
import { registerHooks } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { TextDocument } from './textDocument.ts';
import { editor, Position, Range, vscodeParts } from './vscodeParts.ts';
import { stub, stubVscode } from './vscodeStub.ts';

type Ask = (document: TextDocument, at: Position) => unknown;

const { texts, urlEndpoints } = JSON.parse(process.argv[2] ?? '') as {
  readonly texts: readonly string[];
  readonly urlEndpoints: readonly string[];
};

const source = fileURLToPath(new URL('../../../src/', import.meta.url));
const token = { isCancellationRequested: false, onCancellationRequested: () => stub };

/** How VS Code asks each kind of provider. */
const questions: Readonly<Record<string, (at: Position) => readonly unknown[]>> = {
  provideCompletionItems: (at) => [at, token, {}],
  provideHover: (at) => [at, token],
  provideDocumentLinks: () => [token],
  provideInlayHints: (at) => [new Range(at, at), token],
  provideCodeActions: (at) => [new Range(at, at), {}, token],
};
const asked: Ask[] = [];
const run = new Map<string, () => Promise<void>>();

const languages = {
  createDiagnosticCollection: vscodeParts.languages.createDiagnosticCollection,
  get: () => undefined,
};
const registers = new Proxy(languages, {
  get: (known, name) =>
    name in known
      ? (Reflect.get(known, name) as unknown)
      : (
          _selector: unknown,
          provider: Readonly<Record<string, (...args: unknown[]) => unknown>>,
        ) => {
          for (const [method, argsAt] of Object.entries(questions)) {
            if (!(method in provider)) continue;
            asked.push((document, at) => provider[method]?.(document, ...argsAt(at)));
          }
          return stub;
        },
});
/** All features are on, and nothing is asked of the network. */
const values = new Map<string, unknown>([
  ['imagekit.inlayHints.size', true],
  ['imagekit.hover.preview', 'never'],
  ['imagekit.urlEndpoints', urlEndpoints],
]);
const settings = {
  get: (key: string, otherwise: unknown) => values.get(key) ?? otherwise,
  inspect: () => undefined,
};
stubVscode(source, {
  ...vscodeParts,
  languages: registers,
  commands: {
    registerCommand: (id: string, work: () => Promise<void>) => {
      run.set(id, work);
      return stub;
    },
    executeCommand: () => Promise.resolve(),
  },
  window: undefined,
  workspace: {
    ...vscodeParts.workspace,
    onDidChangeWorkspaceFolders: () => stub,
    getConfiguration: () => settings,
  },
});

let loaded: string[] = [];
registerHooks({
  load: (url, context, next) => {
    const path = url.startsWith('file:') ? fileURLToPath(url).replaceAll('\\', '/') : '';
    const root = source.replaceAll('\\', '/');
    if (path.startsWith(root)) loaded.push(path.slice(root.length));
    else if (path.includes('/node_modules/')) loaded.push(path.replace(/^.*\/node_modules\//, ''));
    return next(url, context);
  },
});

/** What was loaded since the last call. */
function loadedSince(): readonly string[] {
  const since = loaded;
  loaded = [];
  return since.sort();
}

/** What providers and the listeners load for a document, and how much they answer. */
async function open(
  path: string,
  text: string,
): Promise<{ loads: readonly string[]; answers: number }> {
  const document = new TextDocument(path, text.replace('|', ''));
  const at = new Position(0, text.indexOf('|'));
  editor.open(document);
  const answers = await Promise.all(asked.map((ask) => ask(document, at)));
  return { loads: await untilLoaded(), answers: answers.flat().filter(Boolean).length };
}

/** Until nothing more was loaded for a while. */
async function untilLoaded(): Promise<readonly string[]> {
  for (let before = -1; before < loaded.length; await delay(300)) before = loaded.length;
  return loadedSince();
}

const { activate } = (await import(`${source}extension.ts`)) as {
  activate: (context: unknown) => unknown;
};
const memento = { get: () => undefined, keys: () => [], update: () => Promise.resolve() };
activate({
  subscriptions: [],
  extension: stub,
  extensionUri: stub,
  extensionMode: stub,
  globalState: memento,
  workspaceState: memento,
  secrets: { get: () => Promise.resolve(), onDidChange: () => stub },
});
const activation = loadedSince();
const documents = [];
for (const [index, text] of texts.entries()) documents.push(await open(`/${index}.html`, text));
assert(run.has('imagekit.connectAccount'));
void run.get('imagekit.connectAccount')?.();
console.log(JSON.stringify({ activation, documents, command: await untilLoaded() }));
process.exit();
