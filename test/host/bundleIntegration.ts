import { globSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';

import { build } from 'esbuild';

import { projectPaths } from './projectPaths.ts';

/**
 * Bundles the tests that run inside VS Code into one CommonJS file with a `run` export. Each
 * `test/integration/**\/*.test.ts` is found here: a new file takes part without being listed.
 * @param names Parts of the names of the files to take; without any, all.
 * @returns how many test files it holds.
 */
export async function bundleIntegration(names: readonly string[]): Promise<number> {
  const files = globSync('**/*.test.ts', { cwd: projectPaths.integrationTests })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => names.length === 0 || names.some((name) => file.includes(name)))
    .sort();
  const entries = files.map((file) => {
    const name = JSON.stringify(`test/integration/${file}`);
    return `[${name}, () => import(${JSON.stringify(`./${file}`)})]`;
  });
  await build({
    stdin: {
      contents: `
        import { runTestFiles } from './index.ts';
        export const run = () => runTestFiles([${entries.join(',')}]);`,
      resolveDir: projectPaths.integrationTests,
      sourcefile: 'integrationEntry.ts',
      loader: 'ts',
    },
    outfile: projectPaths.integrationBundle,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node22',
    external: ['vscode'],
    mainFields: ['module', 'main'],
    sourcemap: 'inline',
    logLevel: 'warning',
    // Of mocha's parallel runner, which is not used.
    logOverride: { 'require-resolve-not-external': 'silent' },
  });
  // Node keeps the source maps only of what is loaded after they were switched on.
  await writeFile(
    projectPaths.integrationEntry,
    `process.setSourceMapsEnabled(true);\nmodule.exports = require('./tests.cjs');\n`,
  );
  return files.length;
}
