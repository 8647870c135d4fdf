import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

interface Loading {
  readonly activation: readonly string[];
  /** For one after the other, and how much the providers answered. */
  readonly documents: readonly {
    readonly loads: readonly string[];
    readonly answers: number;
  }[];
  readonly command: readonly string[];
}

const script = fileURLToPath(new URL('support/loadAlone.ts', import.meta.url));

/** @param texts Of documents, with a cursor `|`. */
async function load(
  texts: readonly string[],
  urlEndpoints: readonly string[] = [],
): Promise<Loading> {
  const options = ['--no-warnings', script, JSON.stringify({ texts, urlEndpoints })];
  const { stdout } = await promisify(execFile)(process.execPath, options);
  return JSON.parse(stdout) as Loading;
}

const plain = 'See https://exa|mple.com/a.jpg?w=300 for a "picture".';
const ownEndpoint = 'https://media.acme.com/shop';

/** What most windows never need. */
const heavy =
  /^(?:core\/(?:lint|transformation|sdkConfiguration|library)\/|core\/language\/(?!triggers|recentColours)|core\/url\/(?:sdk|parse|sign)|core\/api\/(?:assets|files|folders|upload\/createUpload)|platform\/(?:accountClient|nodeFetchTransport|documentStrings)|node-fetch|formdata-polyfill|@noble|color-name)/;

suite('loading', function () {
  let loading: Loading;

  suiteSetup(async () => {
    loading = await load([plain, 'See https://ik.imagekit.io/demo/tr:w-|300,hight-2/a.jpg']);
  });

  test('of activation leaves out language, account and network', () => {
    assert.deepEqual(
      loading.activation.filter((file) => heavy.test(file)),
      [],
    );
    assert(loading.activation.includes('extension.ts'));
  });

  test('stays there for a document without a trigger, whatever its providers are asked', () => {
    assert.deepEqual(loading.documents[0], { loads: [], answers: 0 });
  });

  test('goes on with the language, and no more, for a document with a trigger', () => {
    const { loads = [], answers = 0 } = loading.documents[1] ?? {};
    assert(answers > 0);
    for (const file of [
      'core/lint/linter.ts',
      'core/transformation/catalogue/catalogue.ts',
      'features/colours/colourRegistrations.ts',
      'features/completion/completionProviders.ts',
      'features/diagnostics/diagnosticsController.ts',
      'features/documentLinks/urlLinkProvider.ts',
      'features/hover/createUrlHovers.ts',
      'features/inlayHints/sizeHintProvider.ts',
      'features/refactorings/refactoringProvider.ts',
    ]) {
      assert(loads.includes(file), file);
    }
    const others = /accountClient|nodeFetchTransport|node-fetch|uploadCommands|accountCommands/;
    assert.deepEqual(
      loads.filter((file) => others.test(file)),
      [],
    );
  });

  test('goes on for a URL under an endpoint of the person, and where one is begun', async () => {
    for (const [text, provider] of [
      ['<img| src="https://Media.ACME.com/shop/a.jpg">', 'features/hover/createUrlHovers.ts'],
      ['<img src="https://|">', 'features/completion/completionProviders.ts'],
    ] as const) {
      const without = await load([text]);
      assert.deepEqual(without.documents[0], { loads: [], answers: 0 }, text);
      const { documents } = await load([text], [ownEndpoint]);
      assert(documents[0]?.loads.includes(provider), text);
    }
  });

  test('of a command’s work waits for the command', () => {
    const work = 'features/account/connectAccount.ts';
    assert(loading.command.includes(work));
    assert(!loading.activation.includes(work));
    assert(loading.documents.every(({ loads }) => !loads.includes(work)));
  });
});
