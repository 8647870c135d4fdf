import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DocumentLinter } from '../../../../src/core/lint/documentLinter.ts';
import { Linter } from '../../../../src/core/lint/linter.ts';
import { ImageKitStringIndex } from '../../../../src/core/language/imageKitStringIndex.ts';

const root = path.join(import.meta.dirname, '../../../..');

/** Code of others that is installed anyway; none of it has an ImageKit URL. */
const packages = [
  'c8',
  'entities',
  'fast-check',
  'iconv-lite',
  'knip',
  'markdown-it',
  'mocha',
  'node-fetch',
  'prettier',
  'semver',
  'sharp',
  'tar',
  'yargs',
  'zod',
];

const files = globSync(`node_modules/{${packages.join()}}/**/*.{js,cjs,mjs,ts,json,css,html,md}`, {
  cwd: root,
}).toSorted();

suite('code of others', () => {
  test('has no finding', () => {
    const linter = new Linter();
    assert(files.length >= 200, `${String(files.length)} files`);
    for (const file of files) {
      const text = readFileSync(path.join(root, file), 'utf8');
      const found = new DocumentLinter(new ImageKitStringIndex(text, []), linter).findings();
      assert.deepEqual(
        found.map(({ code, start, end }) => `${file} ${code} ${text.slice(start - 20, end + 20)}`),
        [],
      );
    }
  });
});
