import { readFile, writeFile } from 'node:fs/promises';
import { readmePath, withSettingsTable } from './settingsTable.ts';

await writeFile(readmePath, await withSettingsTable(await readFile(readmePath, 'utf8')));
