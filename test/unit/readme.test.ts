import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { readmePath, withTables } from '../docs/readmeTables.ts';

suite('README', () => {
  test('has the commands and settings of package.json; npm run docs brings them up to date', async () => {
    const readme = await readFile(readmePath, 'utf8');
    assert.equal(readme, await withTables(readme));
  });

  for (const [what, row] of [
    ['setting', /^\| `imagekit\.account`.*\n/m],
    ['command', /^\| ImageKit: Pause Uploads.*\n/m],
  ] as const) {
    test(`a ${what} that its table lacks is noticed`, async () => {
      const readme = await readFile(readmePath, 'utf8');
      const stale = readme.replace(row, '');
      assert.notEqual(stale, readme);
      assert.equal(await withTables(stale), readme);
    });
  }
});
