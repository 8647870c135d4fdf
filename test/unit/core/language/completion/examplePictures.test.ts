import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import {
  exampleChains,
  exampleFile,
} from '../../../../../src/core/language/completion/examplePictures.ts';
import { getCompletionDocumentation } from '../../../../../src/core/language/completion/getCompletions.ts';
import { Linter } from '../../../../../src/core/lint/linter.ts';
import { parseTransformation } from '../../../../../src/core/transformation/parse.ts';
import { drawExample } from '../../../../examples/drawExample.ts';

const folder = path.join(import.meta.dirname, '../../../../../media/examples');

/** Encoders of other versions differ in single values. */
const mostDifference = 8;

async function pixelsOf(picture: Buffer): Promise<{ size: string; data: Buffer }> {
  const { data, info } = await sharp(picture)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { size: `${info.width} × ${info.height}`, data };
}

suite('example pictures', () => {
  test('are the files of the extension, each for something that is described', () => {
    const expected = Array.from(exampleChains.keys(), exampleFile).toSorted();
    assert.deepEqual(readdirSync(folder).toSorted(), expected);
    for (const key of exampleChains.keys()) {
      assert.match(getCompletionDocumentation(key) ?? '', /imagekit\.io\/docs/, key);
    }
  });

  test('show chains in which nothing is wrong and which have what they are about', () => {
    for (const [key, chain] of exampleChains) {
      const tree = parseTransformation(chain);
      assert.deepEqual(new Linter().lintTransformation(tree, { targets: ['image'] }), [], chain);
      const parameter = key.replace('=', '-');
      assert(`,${chain}`.replaceAll(':', ',').includes(`,${parameter}`), `${key} in ${chain}`);
    }
  });

  for (const [key, chain] of exampleChains) {
    test(`the picture of ${key} is what the renderer draws`, async () => {
      const kept = await pixelsOf(readFileSync(path.join(folder, exampleFile(key))));
      const drawn = await pixelsOf(await drawExample(chain));
      assert.equal(kept.size, drawn.size);
      const total = kept.data.reduce(
        (sum, value, index) => sum + Math.abs(value - (drawn.data[index] ?? 0)),
        0,
      );
      assert(total / kept.data.length <= mostDifference, 'run npm run examples');
    });
  }
});
