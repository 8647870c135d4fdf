import { globSync } from 'node:fs';

import { build } from 'esbuild';

import { projectPaths } from './projectPaths.ts';

/**
 * Bundles the tests that run inside VS Code into one CommonJS file with a `run` export. Each
 * `test/integration/**\/*.test.ts` is found here: a new file takes part without being listed.
 * @returns how many test files it holds.
 */
export async function bundleIntegration(): Promise<number> {
  const files = globSync('**/*.test.ts', { cwd: projectPaths.integrationTests })
    .map((file) => file.replaceAll('\\', '/'))
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
    // Stack traces name the test files by their source.
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return files.length;
}
