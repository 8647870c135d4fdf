import { readFile, writeFile } from 'node:fs/promises';
import { readmePath, withTables } from './readmeTables.ts';

await writeFile(readmePath, await withTables(await readFile(readmePath, 'utf8')));
