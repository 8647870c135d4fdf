import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openNew, type Journey } from './journey.ts';

/** Has chosen to be repaired on save: what is typed wrongly stands right in the file. */
export const fixOnSave: Journey = {
  name: 'fix-on-save',
  playground: {
    workspaceSettings: { 'editor.codeActionsOnSave': { 'source.fixAll.imagekit': 'explicit' } },
  },
  async play(stage) {
    const { page, code, workspace, shot } = stage;
    // VS Code has no extension of its own for YAML: one that begins its work while a file is saved
    // makes VS Code drop all fixes.
    await openNew(stage, 'site.yaml', 'hero: https://ik.imagekit.io/demo/tr:/a.jpg\n');
    await code.setCursorBehind('tr:');
    await page.keyboard.type('width-300,rt--40');
    await page.keyboard.press('Escape');
    await shot('1-typed');
    await page.keyboard.press('Control+S');
    const repaired = 'hero: https://ik.imagekit.io/demo/tr:w-300,rt-N40/a.jpg';
    await code.untilLine(repaired);
    await page.locator('.tab.active:not(.dirty)').waitFor();
    await shot('2-saved');
    assert.equal(await readFile(join(workspace, 'site.yaml'), 'utf8'), `${repaired}\n`);
  },
};
