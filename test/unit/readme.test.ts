import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { readmePath, withSettingsTable } from '../docs/settingsTable.ts';

suite('README', () => {
  test('has the settings of package.json; npm run docs brings them up to date', async () => {
    const readme = await readFile(readmePath, 'utf8');
    assert.equal(readme, await withSettingsTable(readme));
  });

  test('a setting that the table lacks is noticed', async () => {
    const readme = await readFile(readmePath, 'utf8');
    const stale = readme.replace(/^\| `imagekit\.account`.*\n/m, '');
    assert.notEqual(stale, readme);
    assert.equal(await withSettingsTable(stale), readme);
  });
});
