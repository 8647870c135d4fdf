// npm run bench: what the extension weighs and how long it takes to load, beside an empty extension,
// how fast its core is beside ImageKit's SDKs, its uploads beside curl, and the emulator; all in the
// same run. Figures are for comparing; nothing fails on a slow machine.
// `npm run bench -- load language uploads emulator`: only some of it.
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { benchBuilders } from './builders.ts';
import { benchEmulator } from './emulator.ts';
import { benchFinder } from './finder.ts';
import { benchLanguage } from './language.ts';
import { printRows } from './ratio.ts';
import { benchUploads } from './uploads/uploads.ts';

const rounds = 31;
const bundle = 'dist/extension.cjs';

const wanted = process.argv.slice(2);
const parts: Readonly<Record<string, () => void | Promise<void>>> = {
  load: benchLoad,
  language: () => printRows([...benchBuilders(), ...benchLanguage(), ...benchFinder()]),
  uploads: async () => printRows(await benchUploads()),
  emulator: async () => printRows(await benchEmulator()),
};
for (const [name, bench] of Object.entries(parts)) {
  if (wanted.length === 0 || wanted.includes(name)) await bench();
}

function benchLoad(): void {
  const folder = mkdtempSync(join(tmpdir(), 'imagekit-bench-'));
  try {
    run(['esbuild.js', '--production']);
    const rows = [buildEmptyExtension(folder), bundle].map((file): Record<string, string> => ({
      file: file === bundle ? 'ImageKit' : 'empty extension',
      'raw kB': (statSync(file).size / 1000).toFixed(1),
      'gzip kB': (gzipSync(readFileSync(file)).length / 1000).toFixed(1),
      ...loadTimes(file, folder),
    }));
    console.table(rows);
    const [peer, ours] = rows;
    if (peer && ours) {
      const ratio = Number(ours['load ms, median']) / Number(peer['load ms, median']);
      console.log(`load: ${ratio.toFixed(1)} times an empty extension`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The smallest extension there is: a command and nothing else. */
function buildEmptyExtension(into: string): string {
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

/** Loads a bundle in a fresh process each time, with `vscode` stubbed: evaluation, not activation. */
function loadTimes(file: string, folder: string): Record<string, string> {
  const loader = join(folder, 'load.cjs');
  writeFileSync(loader, loaderSource());
  const times = Array.from({ length: rounds }, () => Number(run([loader, resolve(file)]))).toSorted(
    (a, b) => a - b,
  );
  const at = (share: number): string =>
    (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(1);
  return { 'load ms, min': at(0), 'load ms, median': at(0.5), 'load ms, max': at(1) };
}

/** A script that times one `require`, with a `vscode` of which every part is a class and a function. */
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
    const before = performance.now();
    require(process.argv[2]);
    console.log(performance.now() - before);`;
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
