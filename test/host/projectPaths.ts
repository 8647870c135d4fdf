import { fileURLToPath } from 'node:url';

function inProject(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

/** Absolute paths of the places in the checkout that the scripts share. */
export const projectPaths = {
  root: inProject('.').replace(/[\\/]$/, ''),
  esbuildScript: inProject('esbuild.js'),
  integrationTests: inProject('test/integration'),
  integrationBundle: inProject('out/integration/tests.cjs'),
  /** What VS Code loads: it exports `run`. */
  integrationEntry: inProject('out/integration/index.cjs'),
  sampleWorkspace: inProject('test/fixtures/workspace'),
  /** Written to by test and start runs; ignored by git. */
  scratch: inProject('.vscode-test'),
  launcher: inProject('test/host/browserCode.ts'),
} as const;
