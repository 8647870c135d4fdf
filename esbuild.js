// Bundles the extension: node esbuild.js [--production] [--watch]
import { gzipSync } from 'node:zlib';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build as bundleOnce, context } from 'esbuild';

const outfile = 'dist/extension.cjs';
/**
 * The whole extension, minified. A change that needs more says why here: 170 kB until the linter and
 * its first rules came, 230 kB until those for layers, videos, delivery and AI did, 340 kB
 * until strings were read as their language does, 370 kB until accounts minded folders, keyrings and keys in
 * settings, 410 kB until sizes of layers and conditions were told, rate limits kept to, and
 * transformations edited in lists; now layers and what templates fill in become options of the SDK.
 */
const sizeBudgetInBytes = 420_000;

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** VS Code's background-task matcher waits for these two lines; see .vscode/tasks.json. */
const problemMatcher = {
  name: 'problem-matcher',
  setup(build) {
    build.onStart(() => console.log('[watch] build started'));
    build.onEnd(({ errors }) => {
      for (const { text, location } of errors) {
        console.error(`✘ [ERROR] ${text}`);
        if (location) console.error(`    ${location.file}:${location.line}:${location.column}:`);
      }
      console.log('[watch] build finished');
    });
  },
};

/** @type {import('esbuild').BuildOptions} */
const options = {
  entryPoints: ['src/extension.ts'],
  outfile,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  // The Node of VS Code 1.101, the oldest that package.json allows.
  target: 'node22',
  // fetch-blob asks for the polyfill only where Node has no streams of the web, which 22 has.
  external: ['vscode', 'web-streams-polyfill'],
  // UMD `main` files lose their inner requires in a bundle without a warning.
  mainFields: ['module', 'main'],
  minify: production,
  sourcemap: !production,
  metafile: true,
  logLevel: watch ? 'silent' : 'warning',
};

rmSync('dist', { recursive: true, force: true });

if (watch) {
  const watching = await context({ ...options, plugins: [problemMatcher] });
  await watching.watch();
} else {
  const { metafile } = await bundleOnce(options);
  writeFileSync('dist/metafile.json', JSON.stringify(metafile));
  if (production) {
    const bundle = readFileSync(outfile);
    const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
    console.log(
      `${outfile}: ${kilobytes(bundle.length)}, ${kilobytes(gzipSync(bundle).length)} gzipped, budget ${kilobytes(sizeBudgetInBytes)}`,
    );
    if (bundle.length > sizeBudgetInBytes) {
      console.error('The bundle is over its size budget: see dist/metafile.json for what grew.');
      process.exitCode = 1;
    }
  }
}
