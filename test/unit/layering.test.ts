import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

interface Diagnostic {
  readonly code: string;
  readonly filename: string;
}

/** Each file of the fixture and the rule that it breaks; a file that is not named breaks none. */
const broken: Readonly<Record<string, string>> = {
  'core/importsVscode.ts': 'no-restricted-imports',
  'core/importsVscodeTypes.ts': 'no-restricted-imports',
  'core/importsNode.ts': 'no-restricted-imports',
  'core/importsNodeFetch.ts': 'no-restricted-imports',
  'core/importsPlatform.ts': 'no-restricted-imports',
  'core/importsConstants.ts': 'no-restricted-imports',
  'platform/importsFeature.ts': 'no-restricted-imports',
  'platform/showsErrorWithoutLog.ts': 'no-restricted-properties',
  'features/upload/importsSibling.ts': 'no-restricted-imports',
  'features/upload/importsExtension.ts': 'no-restricted-imports',
  'features/upload/importsNodeFetch.ts': 'no-restricted-imports',
  'features/upload/showsErrorWithoutLog.ts': 'no-restricted-properties',
  'core/cycleA.ts': 'no-cycle',
  'core/cycleB.ts': 'no-cycle',
};

suite('layering', () => {
  let folder: string;

  setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'imagekit-layering-'));
  });

  teardown(() => rmSync(folder, { recursive: true }));

  test('the lint rule bites on everything wrong in the bad fixture, and on nothing else', () => {
    cpSync('.oxlintrc.json', join(folder, '.oxlintrc.json'));
    cpSync('test/fixtures/layering/src', join(folder, 'src'), { recursive: true });

    const found = new Map(
      lint(folder).map(({ code, filename }) => [
        filename.replaceAll('\\', '/').replace(/^.*src\//, ''),
        code.replace(/^.*\(|\)$/g, ''),
      ]),
    );
    assert.deepEqual(Object.fromEntries(found), broken);
  });
});

/** Only the rules that hold the layers and the way to the log; the type-aware ones need the project around them. */
function lint(cwd: string): readonly Diagnostic[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [resolve('node_modules/oxlint/bin/oxlint'), '--format', 'json', 'src'],
    { cwd, encoding: 'utf8' },
  );
  assert(stdout.startsWith('{'), stderr || stdout);
  const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly Diagnostic[] };
  return diagnostics.filter(({ code }) =>
    /no-restricted-(?:imports|properties)|no-cycle/.test(code),
  );
}
