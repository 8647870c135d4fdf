import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { rowOf, type Row } from './ratio.ts';

const rounds = 31;
const entry = 'dist/extension.cjs';

/**
 * An extension with one command takes next to nothing, so this is about what ours adds: to every
 * window, and to one that has a document with something of ImageKit's.
 */
const bars = { activation: 25, language: 50 } as const;

/**
 * What every window loads of the shipped extension, beside an extension with one command, and the
 * same with what the first document with something of ImageKit's needs; prints the sizes.
 */
export function benchLoad(): readonly Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'imagekit-bench-'));
  try {
    run(['esbuild.js', '--production']);
    const empty = buildEmptyExtension(folder);
    const [language = ''] = globSync('dist/language-*.cjs');
    const loader = join(folder, 'load.cjs');
    writeFileSync(loader, loaderSource());
    const times = { activation: [] as number[], language: [] as number[], peer: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      // In turn, so that whatever else the machine does hits both.
      const [activation = 0, more = 0] = loadTimes(loader, [entry, language]);
      times.activation.push(activation);
      times.language.push(activation + more);
      times.peer.push(...loadTimes(loader, [empty]));
    }
    console.table({
      'empty extension': sizesOf([empty]),
      activation: sizesOf(loadedFiles(loader, [entry])),
      'activation and language': sizesOf(loadedFiles(loader, [entry, language])),
      everything: sizesOf(globSync('dist/*.cjs')),
    });
    return [
      rowOf('load, beside an empty extension', bars.activation, times.activation, times.peer),
      rowOf('the same and the language', bars.language, times.language, times.peer),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function sizesOf(files: readonly string[]): Readonly<Record<string, string>> {
  const sum = (sizes: readonly number[]): number => sizes.reduce((one, other) => one + other, 0);
  const contents = files.map((file) => readFileSync(file));
  return {
    files: String(files.length),
    'raw kB': (sum(contents.map(({ length }) => length)) / 1000).toFixed(1),
    'gzip kB': (sum(contents.map((bytes) => gzipSync(bytes).length)) / 1000).toFixed(1),
  };
}

/** The smallest extension there is: a command and nothing else. */
export function buildEmptyExtension(into: string): string {
  const outfile = join(into, 'empty.cjs');
  buildSync({
    stdin: {
      contents: `import * as vscode from 'vscode';
        export function activate(context) {
          context.subscriptions.push(vscode.commands.registerCommand('empty.run', () => {}));
        }`,
    },
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    external: ['vscode'],
    minify: true,
  });
  return outfile;
}

/** Microseconds for one after the other in a fresh process, `vscode` stubbed: evaluation, not activation. */
function loadTimes(loader: string, files: readonly string[]): readonly number[] {
  return load(loader, files).times.map((milliseconds) => milliseconds * 1000);
}

/** The files, and those that they load. */
function loadedFiles(loader: string, files: readonly string[]): readonly string[] {
  return load(loader, files).files;
}

interface Loaded {
  /** In milliseconds, of each. */
  readonly times: readonly number[];
  readonly files: readonly string[];
}

function load(loader: string, files: readonly string[]): Loaded {
  return JSON.parse(run([loader, ...files.map((file) => resolve(file))])) as Loaded;
}

/** A script that times each `require`, with a `vscode` of which every part is a class and a function. */
function loaderSource(): string {
  return `const Module = require('node:module');
    const part = new Proxy(class {}, {
      get: (target, name) => (name === 'prototype' ? target.prototype : part),
      apply: () => part,
      construct: () => ({}),
    });
    const stub = Object.fromEntries(${JSON.stringify(usedParts())}.map((name) => [name, part]));
    const load = Module._load;
    Module._load = (request, ...rest) => (request === 'vscode' ? stub : load(request, ...rest));
    const times = process.argv.slice(2).map((file) => {
      const before = performance.now();
      require(file);
      return performance.now() - before;
    });
    const files = Object.keys(require.cache).filter((file) => file !== __filename);
    console.log(JSON.stringify({ times, files }));`;
}

/** The names that the sources take from `vscode`; a bundle copies the module's own names. */
function usedParts(): readonly string[] {
  const sources = globSync('src/**/*.ts').map((file) => readFileSync(file, 'utf8'));
  return [...new Set(sources.join('').match(/(?<=\bvscode\.)\w+/g))];
}

function run(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed:\n${stderr}`);
  return stdout;
}
