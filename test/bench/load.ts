import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { rowOf, type Row } from './ratio.ts';

const rounds = 31;
const bundle = 'dist/extension.cjs';

/**
 * An extension with one command takes next to nothing, so this is about what ours adds: forty times
 * as much when the bar was set, which leaves room for a few more features.
 */
const loadBar = 50;

/** Loading the shipped bundle beside an extension with one command; prints the size of both. */
export function benchLoad(): Row {
  const folder = mkdtempSync(join(tmpdir(), 'imagekit-bench-'));
  try {
    run(['esbuild.js', '--production']);
    const empty = buildEmptyExtension(folder);
    console.table({ 'empty extension': sizesOf(empty), ImageKit: sizesOf(bundle) });
    const loader = join(folder, 'load.cjs');
    writeFileSync(loader, loaderSource());
    const [ours, peer]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      // In turn, so that whatever else the machine does hits both.
      ours.push(loadTime(loader, bundle));
      peer.push(loadTime(loader, empty));
    }
    return rowOf('load, beside an empty extension', loadBar, ours, peer);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function sizesOf(file: string): Readonly<Record<string, string>> {
  return {
    'raw kB': (statSync(file).size / 1000).toFixed(1),
    'gzip kB': (gzipSync(readFileSync(file)).length / 1000).toFixed(1),
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

/** Microseconds in a fresh process, with `vscode` stubbed: evaluation, not activation. */
function loadTime(loader: string, file: string): number {
  return Number(run([loader, resolve(file)])) * 1000;
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
