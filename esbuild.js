// Bundles the extension: node esbuild.js [--production] [--watch]
import { gzipSync } from 'node:zlib';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { build as bundleOnce, context, transform } from 'esbuild';

const entryFile = 'dist/extension.cjs';
/**
 * The whole extension, minified. A change that needs more says why here: 170 kB until the linter and
 * its first rules came, 230 kB until those for layers, videos, delivery and AI did, 340 kB
 * until strings were read as their language does, 370 kB until accounts minded folders, keyrings and keys in
 * settings, 410 kB until sizes of layers and conditions were told, rate limits kept to, and
 * transformations edited in lists, 420 kB until layers and what templates fill in became options of the
 * SDK; now it is cut into chunks, which all have esbuild's helpers and refer to each other by name.
 */
const sizeBudgetInBytes = 440_000;

/**
 * What every window loads, whatever its documents have in them: the entry and the chunks that it
 * imports. Everything else comes by `import()` when it is first needed; see ARCHITECTURE.md.
 */
const activationBudgetInBytes = 65_000;

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** Of the Node of VS Code 1.101, the oldest that package.json allows. */
const runtime = { platform: 'node', target: 'node22', minify: production };

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

/**
 * What is loaded together: these modules share most of their code, and each `import()` of its own would
 * cut that into dozens of files. What is not named here gets a chunk of its own.
 */
const loadedTogether = {
  /** For the first document with something of ImageKit's. */
  language: [
    'features/colours/colourRegistrations',
    'features/completion/completionProviders',
    'features/diagnostics/diagnosticsController',
    'features/diagnostics/fixProvider',
    'features/documentLinks/urlLinkProvider',
    'features/editTransformation/editTransformation',
    'features/hover/createUrlHovers',
    'features/inlayHints/sizeHintProvider',
    'features/refactorings/refactoringProvider',
  ],
  /** For the first command, and for the first thing that is asked of an account or the network. */
  account: [
    'core/accounts/signAccountUrl',
    'features/account/accountCommands',
    'features/account/connectAccount',
    'features/mediaLibrary/deleteItems',
    'features/mediaLibrary/mediaLibraryTreeDataProvider',
    'features/reportIssue/issueReport',
    'features/sdkConfiguration/importSdkConfiguration',
    'features/upload/uploadCommands',
    'platform/accountClient',
    'platform/createAccountContent',
    'platform/nodeFetchTransport',
  ],
};

/** Makes one entry of all modules of a chunk, whose exports have to have different names. */
const namedChunks = {
  name: 'named-chunks',
  setup(build) {
    build.onResolve({ filter: /\.ts$/ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      const file = relative('src', join(resolveDir, path)).replaceAll('\\', '/');
      const chunk = Object.entries(loadedTogether).find(([, modules]) =>
        modules.includes(file.replace(/\.ts$/, '')),
      );
      return chunk && { path: chunk[0], namespace: 'chunk' };
    });
    build.onLoad({ filter: /.*/, namespace: 'chunk' }, ({ path: chunk }) => ({
      contents: loadedTogether[chunk].map((file) => `export * from './${file}.ts';`).join('\n'),
      resolveDir: resolve('src'),
    }));
  },
};

/**
 * esbuild splits ES modules alone, and VS Code puts its API and its proxy support in the place of what
 * `require` gives, so each chunk is made one of CommonJS and written.
 */
const commonJsChunks = {
  name: 'commonjs-chunks',
  setup(build) {
    build.onEnd(async ({ outputFiles = [] }) => {
      for (const { path, text } of outputFiles) {
        const { code } = await transform(withPlainVscode(text), {
          ...runtime,
          format: 'cjs',
          sourcemap: production ? false : 'inline',
          // `import()` becomes a late `require`.
          supported: { 'dynamic-import': false },
        });
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, code);
      }
    });
  },
};

/**
 * For each `import * as vscode` esbuild would copy the hundreds of names of that module when it is
 * loaded; what `require` gives is the same.
 */
function withPlainVscode(chunk) {
  const namespaceImport = /import\s*\*\s*as ([\w$]+) from\s*"vscode";/g;
  return chunk.replaceAll(namespaceImport, 'const $1 = require("vscode");');
}

/** @type {import('esbuild').BuildOptions} */
const options = {
  ...runtime,
  entryPoints: ['src/extension.ts'],
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  // fetch-blob asks for the polyfill only where Node has no streams of the web, which 22 has.
  external: ['vscode', 'web-streams-polyfill'],
  // UMD `main` files lose their inner requires in a bundle without a warning.
  mainFields: ['module', 'main'],
  sourcemap: production ? false : 'inline',
  metafile: true,
  write: false,
  logLevel: watch ? 'silent' : 'warning',
  logOverride: { 'ambiguous-reexport': 'error' },
};

rmSync('dist', { recursive: true, force: true });

if (watch) {
  const watching = await context({
    ...options,
    plugins: [namedChunks, commonJsChunks, problemMatcher],
  });
  await watching.watch();
} else {
  const { metafile } = await bundleOnce({ ...options, plugins: [namedChunks, commonJsChunks] });
  writeFileSync('dist/metafile.json', JSON.stringify(metafile));
  if (production) {
    checkSize('everything', Object.keys(metafile.outputs), sizeBudgetInBytes);
    checkSize('activation', loadedWith(entryFile, metafile), activationBudgetInBytes);
  }
}

/** A chunk and those that it cannot do without. */
function loadedWith(chunk, { outputs }, loaded = new Set()) {
  if (loaded.has(chunk)) return loaded;
  loaded.add(chunk);
  for (const { path, kind } of outputs[chunk].imports) {
    if (kind === 'import-statement' && path in outputs) loadedWith(path, { outputs }, loaded);
  }
  return loaded;
}

function checkSize(what, chunks, budgetInBytes) {
  const files = [...chunks].map((chunk) => readFileSync(chunk));
  const sum = (sizes) => sizes.reduce((one, other) => one + other, 0);
  const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  const size = sum(files.map(({ length }) => length));
  const gzipped = sum(files.map((file) => gzipSync(file).length));
  console.log(
    `${what}: ${kilobytes(size)} in ${files.length} files, ${kilobytes(gzipped)} gzipped, budget ${kilobytes(budgetInBytes)}`,
  );
  if (size <= budgetInBytes) return;
  console.error(`This is over its budget (${what}): see dist/metafile.json for what grew.`);
  process.exitCode = 1;
}
