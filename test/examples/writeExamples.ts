/** Draws the pictures beside suggestions: `npm run examples`. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { exampleChains, exampleFile } from '../../src/core/language/completion/examplePictures.ts';
import { drawExample } from './drawExample.ts';

const folder = path.join(import.meta.dirname, '../../media/examples');
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
for (const [key, chain] of exampleChains) {
  await writeFile(path.join(folder, exampleFile(key)), await drawExample(chain));
}
