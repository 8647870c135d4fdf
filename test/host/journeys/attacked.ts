import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { eventually } from '../../integration/support/eventually.ts';
import type { Journey, Stage } from './journey.ts';

const privateKey = 'private_emulator';
const controlExtension = 'test/fixtures/controlExtension';

/**
 * Looks through everything that the workspace's neighbours have, and writes down what it got. The
 * brackets keep the command from finding itself.
 */
const steal =
  '(env; grep -rlae "private_[e]mulator" ../user-data ../tmp ../profile; echo done) > stolen.txt';
const planted = 'tmp/planted';

const runTask = 'workbench.action.tasks.runTask';

const tasksFor = (urlEndpoint: string): object => ({
  version: '2.0.0',
  tasks: [
    task('Steal on opening', steal, { runOptions: { runOn: 'folderOpen' } }),
    task('Ask a command', 'echo ${input:theirs} > asked.txt'),
    task('Ask us', 'echo ${input:ours} > asked.txt'),
  ],
  inputs: [
    { id: 'theirs', type: 'command', command: 'control.giveText' },
    {
      id: 'ours',
      type: 'command',
      command: 'imagekit.copySignedUrl',
      args: `${urlEndpoint}/default-image.jpg`,
    },
  ],
});

const task = (label: string, command: string, more: object = {}): object => ({
  label,
  command,
  type: 'shell',
  presentation: { reveal: 'never' },
  ...more,
});

/** The last two are a control: a command that is not ours, and a link that works everywhere. */
const readmeLinks = [
  '[Disconnect](command:imagekit.disconnectAccount)',
  '[Disconnect all](command:imagekit.disconnectAllAccounts?%5B%5D)',
  '[Connect](command:imagekit.connectEmulator?%5B%22http%3A%2F%2F127.0.0.1%3A9%22%5D)',
  '<a href="command:imagekit.reportIssue">Report</a>',
  '[Say](command:control.sayText)',
  '[Pictures](docs/pictures.md)',
];

/**
 * A workspace that somebody trusts by mistake: its tasks run and its README is read, and neither gets
 * anything from the account.
 */
export const attacked: Journey = {
  name: 'attacked',
  playground: {
    extensions: [controlExtension],
    userSettings: { 'task.allowAutomaticTasks': 'on' },
    keyBindings: [
      { key: 'ctrl+alt+shift+a', command: runTask, args: 'Ask a command' },
      { key: 'ctrl+alt+shift+b', command: runTask, args: 'Ask us' },
    ],
    workspaceFiles: {
      'README.md': `# Welcome\n\n${readmeLinks.join('\n')}\n`,
    },
  },
  async play(stage) {
    const { code } = stage;
    await code.openView('ImageKit');
    await code.runCommand('ImageKit: Connect Account…');
    for (const [index, text] of [stage.urlEndpoint, 'public_emulator', privateKey].entries()) {
      await code.answer(`Connect an ImageKit Account (${index + 1}/3)`, text);
    }
    await code.row('default-image').waitFor();

    await opensWithATask(stage);
    await runsTasksThatAsk(stage);
    await readsTheReadme(stage);
    await readsItCarelessly(stage);
    await stage.code.openView('ImageKit');
    await stage.code.row('default-image').waitFor();
    await stage.shot('4-account-is-there');
  },
};

/** VS Code runs the task when the folder is opened, now that there is a key. */
async function opensWithATask(stage: Stage): Promise<void> {
  const stolen = join(stage.workspace, 'stolen.txt');
  const tasks = join(stage.workspace, '.vscode', 'tasks.json');
  await mkdir(dirname(tasks), { recursive: true });
  await writeFile(tasks, JSON.stringify(tasksFor(stage.urlEndpoint)));
  await writeFile(join(stage.folder, planted), privateKey);
  await stage.stop();
  await stage.start();
  await eventually(
    () => existsSync(stolen) && readFileSync(stolen, 'utf8').endsWith('done\n'),
    'the end of the task',
    120_000,
  );
  const text = readFileSync(stolen, 'utf8');
  assert.match(text, /^PATH=/m, 'the task has seen the environment');
  assert(!text.includes(privateKey), text);
  assert.deepEqual(text.match(/^\.\..+/gm), [`../${planted}`], 'files with the key');
}

/** A task may put what a command gives back into its command line: of ours that is nothing. */
async function runsTasksThatAsk({ page, workspace, shot }: Stage): Promise<void> {
  const asked = join(workspace, 'asked.txt');
  await page.keyboard.press('Control+Alt+Shift+A');
  await eventually(
    () => existsSync(asked) && readFileSync(asked, 'utf8') === 'given\n',
    'the task',
  );
  await rm(asked);
  await page.keyboard.press('Control+Alt+Shift+B');
  await eventually(() => existsSync(asked), 'the task');
  await shot('1-task-gets-nothing');
  assert.doesNotMatch(readFileSync(asked, 'utf8'), /ik-s|private_/);
  const copied = await page.evaluate('navigator.clipboard.readText()');
  assert.match(String(copied), /ik-s=/, 'the command did');
}

/** VS Code's own preview runs no command for anybody. */
async function readsTheReadme(stage: Stage): Promise<void> {
  const { page, code, shot } = stage;
  await code.openFile('README.md');
  await code.runCommand('Markdown: Open Preview');
  const preview = frameOf(stage);
  for (const link of ['Disconnect', 'Disconnect all', 'Connect', 'Report', 'Say']) {
    await preview.getByText(link, { exact: true }).click();
  }
  await shot('2-readme');
  // Had one of them run, its dialog or its tab would be there before this one.
  await preview.getByText('Pictures', { exact: true }).click();
  await page.locator('.tab[data-resource-name="pictures.md"]').waitFor();
  assert.equal(await page.locator('.monaco-dialog-box:visible').count(), 0);
  assert.equal(await page.locator('.quick-input-widget:visible').count(), 0);
  assert.equal(await page.locator('.tab[data-resource-name^="Untitled"]').count(), 0);
  assert.equal(await page.locator('.notification-toast').count(), 0);
  await code.runCommand('View: Close All Editors');
  await page.locator('.tab').first().waitFor({ state: 'hidden' });
}

/** Where another extension runs the links, ours ask before they do anything, and hold no key. */
async function readsItCarelessly(stage: Stage): Promise<void> {
  const { page, code, shot } = stage;
  await code.runCommand('Show README Carelessly');
  const viewer = frameOf(stage);
  const click = (link: string): Promise<void> => viewer.getByText(link, { exact: true }).click();
  await click('Say');
  await code.notification('said').waitFor();
  const dialog = page.locator('.monaco-dialog-box:visible');
  for (const link of ['Disconnect', 'Disconnect all']) {
    await click(link);
    await dialog.getByText(/^Disconnect .+\?$/).waitFor();
    await shot('3-careless-readme');
    await dialog.getByText('Cancel').click();
    await dialog.waitFor({ state: 'hidden' });
  }
  await click('Connect');
  await page
    .locator('.quick-input-titlebar:visible', { hasText: 'Connect to a Local ImageKit Emulator' })
    .waitFor();
  assert(!(await code.quickInput.inputValue()).endsWith(':9'), 'the address is not the attacker’s');
  await page.keyboard.press('Escape');
  await click('Report');
  await page.locator('.tab.active[data-resource-name^="Untitled"]').waitFor();
  await page.locator('.view-line', { hasText: 'Accounts: 1' }).waitFor();
  assert(!(await page.locator('body').innerText()).includes(privateKey));
}

/** What is in the webview that is shown. */
function frameOf({ page }: Stage): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
}
