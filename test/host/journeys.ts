/**
 * `npm run journeys [-- name dark]`: plays what people do in a real VS Code by keyboard and mouse,
 * each journey in a VS Code of its own, dark and light in turn or as told. A journey fails where a person would be
 * stuck; its pictures are in `.vscode-test/journeys`.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildExtension } from './buildExtension.ts';
import { cleanUp } from './cleanup.ts';
import { accountContent } from './journeys/accountContent.ts';
import { colours } from './journeys/colours.ts';
import { completion } from './journeys/completion.ts';
import { explorerUpload } from './journeys/explorerUpload.ts';
import { fixOnSave } from './journeys/fixOnSave.ts';
import { german } from './journeys/german.ts';
import { hoverLinks } from './journeys/hoverLinks.ts';
import { hour } from './journeys/hour.ts';
import { inlayHints } from './journeys/inlayHints.ts';
import type { Journey } from './journeys/journey.ts';
import { links } from './journeys/links.ts';
import { notebook } from './journeys/notebook.ts';
import { quickFix } from './journeys/quickFix.ts';
import { refactorings } from './journeys/refactorings.ts';
import { restricted } from './journeys/restricted.ts';
import { sdkValue } from './journeys/sdkValue.ts';
import { untitled } from './journeys/untitled.ts';
import { walkthrough } from './journeys/walkthrough.ts';
import { openPlayground, type Theme } from './playground.ts';
import { projectPaths } from './projectPaths.ts';

const journeys: readonly Journey[] = [
  walkthrough,
  german,
  restricted,
  hour,
  completion,
  hoverLinks,
  quickFix,
  fixOnSave,
  colours,
  links,
  refactorings,
  accountContent,
  inlayHints,
  notebook,
  sdkValue,
  explorerUpload,
  untitled,
];
const pictures = join(projectPaths.scratch, 'journeys');

const themes: readonly Theme[] = ['dark', 'light'];

async function main(words: readonly string[]): Promise<void> {
  const theme = themes.find((each) => words.includes(each));
  const wanted = words.filter((word) => word !== theme);
  await buildExtension();
  await mkdir(pictures, { recursive: true });
  let failed = 0;
  const chosen = journeys.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  for (const [index, journey] of chosen.entries()) {
    if (!(await play(journey, theme ?? themes[index % 2] ?? 'dark'))) failed++;
  }
  console.log(`${chosen.length - failed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

async function play(journey: Journey, theme: Theme): Promise<boolean> {
  const playground = await openPlayground({ theme, ...journey.playground });
  const shot = async (what: string): Promise<void> => {
    await playground.page.screenshot({
      path: join(pictures, `${journey.name}-${what}-${theme}.png`),
    });
  };
  // On a machine that is busy with other things VS Code takes its time.
  playground.page.setDefaultTimeout(60_000);
  try {
    await journey.play({ ...playground, shot });
    console.log(`ok ${journey.name} (${theme})`);
    return true;
  } catch (error) {
    await shot('failed');
    console.error(`not ok ${journey.name} (${theme})`, error);
    return false;
  } finally {
    await playground.close();
  }
}

try {
  await main(process.argv.slice(2));
} finally {
  await cleanUp();
}
