import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

interface Loading {
  readonly activation: readonly string[];
  /** For documents, and how much the providers answered. */
  readonly plain: Opening;
  readonly url: Opening;
  readonly command: readonly string[];
}

interface Opening {
  readonly loads: readonly string[];
  readonly answers: number;
}

const script = fileURLToPath(new URL('support/loadAlone.ts', import.meta.url));

/** What most windows never need. */
const heavy =
  /^(?:core\/(?:lint|transformation|sdkConfiguration|library)\/|core\/language\/(?!triggers|recentColours)|core\/url\/(?:sdk|parse|sign)|core\/api\/(?:assets|files|folders|upload\/createUpload)|platform\/(?:accountClient|nodeFetchTransport|documentStrings)|node-fetch|formdata-polyfill|@noble|color-name)/;

suite('loading', function () {
  let loading: Loading;

  suiteSetup(async () => {
    const options = ['--no-warnings', script];
    const { stdout } = await promisify(execFile)(process.execPath, options);
    loading = JSON.parse(stdout) as Loading;
  });

  test('of activation leaves out language, account and network', () => {
    assert.deepEqual(
      loading.activation.filter((file) => heavy.test(file)),
      [],
    );
    assert(loading.activation.includes('extension.ts'));
  });

  test('stays there for a document without a trigger, whatever its providers are asked', () => {
    assert.deepEqual(loading.plain, { loads: [], answers: 0 });
  });

  test('goes on with the language, and no more, for a document with a trigger', () => {
    const { loads, answers } = loading.url;
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

  test('of a command’s work waits for the command', () => {
    const work = 'features/account/connectAccount.ts';
    assert(loading.command.includes(work));
    assert(!loading.activation.includes(work) && !loading.url.loads.includes(work));
  });
});
