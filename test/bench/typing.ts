import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { buildExtension } from '../host/buildExtension.ts';
import { cleanUp } from '../host/cleanup.ts';
import { startCodeServer } from '../host/codeServer.ts';
import { linkExtension } from '../host/linkExtension.ts';
import { projectPaths } from '../host/projectPaths.ts';
import { temporaryFolder } from '../host/temporaryFolder.ts';
import { VsCodePage } from '../host/vscodePage.ts';
import { openWorkbench, workbenchUrl } from '../host/workbench.ts';
import { documentWithUrls } from './finder.ts';
import { buildEmptyExtension } from './load.ts';
import { rowOf, type Row } from './ratio.ts';

const rounds = 12;
const untimedRounds = 2;
/** Each is typed into the width of a transformation, and taken away again. */
const digits = 16;
/** What the ratio must not exceed. */
const bar = 1.1;

/**
 * From the press of a key to the painted line, in a document of a megabyte with 2,000 URLs: in a VS
 * Code with this extension and in one with an empty extension, in turn.
 */
export async function benchTyping(): Promise<Row> {
  try {
    await buildExtension('--production');
    const ours = await openLargeDocument(projectPaths.root);
    await untilChecked(ours);
    const peer = await openLargeDocument(await layEmptyExtension());
    const times = { ours: [] as number[], peer: [] as number[] };
    for (let round = -untimedRounds; round < rounds; round++) {
      for (const who of ['ours', 'peer'] as const) {
        const taken = await type(who === 'ours' ? ours : peer);
        if (round >= 0) times[who].push(...taken.map((milliseconds) => milliseconds * 1000));
      }
    }
    return rowOf(
      'typing latency in the host, against an empty extension',
      bar,
      times.ours,
      times.peer,
    );
  } finally {
    await cleanUp();
  }
}

/** Gives a window with the cursor in a transformation in the middle of the document. */
async function openLargeDocument(extension: string): Promise<Page> {
  const folder = await temporaryFolder();
  const workspace = join(folder, 'workspace');
  await mkdir(workspace);
  await writeFile(join(workspace, 'large.html'), documentWithUrls());
  const extensionsDir = join(folder, 'extensions');
  await linkExtension(extensionsDir, extension);
  const server = await startCodeServer({
    userDataDir: join(folder, 'user-data'),
    extensionsDir,
    firstSettings: {
      'chat.disableAIFeatures': true,
      'workbench.startupEditor': 'none',
      'workbench.secondarySideBar.defaultVisibility': 'hidden',
    },
  });
  const { page } = await openWorkbench({
    url: workbenchUrl({ origin: server.origin, folder: workspace }),
    profile: join(folder, 'profile'),
  });
  page.setDefaultTimeout(120_000);
  const code = new VsCodePage(page);
  await code.openFile('large.html');
  await code.setCursorBehind('tr:w-1200');
  await page.evaluate(watchKeys);
  return page;
}

/** Nothing is measured before the extension does its work. */
async function untilChecked(page: Page): Promise<void> {
  const finding = page.locator('.squiggly-error, .squiggly-warning').first();
  await page.keyboard.type('x');
  await finding.waitFor();
  await page.keyboard.press('Backspace');
  await finding.waitFor({ state: 'detached' });
}

/** Notes in `keyTimes` how long after the press of each key its line was painted. */
const watchKeys = `
  globalThis.keyTimes = [];
  let pressed;
  addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), true);
  // What is posted while a frame is made arrives when it is done.
  const painted = new MessageChannel();
  painted.port1.onmessage = ({ data }) => keyTimes.push(performance.now() - data);
  new MutationObserver(() => {
    if (pressed !== undefined) painted.port2.postMessage(pressed);
    pressed = undefined;
  }).observe(document.querySelector('.editor-instance .view-lines'), {
    subtree: true, childList: true, characterData: true,
  });`;

/** Milliseconds of each key. */
async function type(page: Page): Promise<number[]> {
  await page.evaluate('keyTimes.length = 0');
  const keys = Array.from({ length: digits }, (_, index) => String(index % 10));
  for (const [index, key] of [...keys, ...keys.map(() => 'Backspace')].entries()) {
    await page.keyboard.press(key);
    await page.waitForFunction(`keyTimes.length > ${index}`);
  }
  return page.evaluate<number[]>('keyTimes');
}

async function layEmptyExtension(): Promise<string> {
  const folder = await temporaryFolder();
  const manifest = {
    name: 'empty',
    publisher: 'nobody',
    version: '1.0.0',
    engines: { vscode: '^1.101.0' },
    main: './empty.cjs',
    activationEvents: ['onLanguage'],
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  buildEmptyExtension(folder);
  return folder;
}
