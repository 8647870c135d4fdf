/**
 * `npm run journeys [-- names dark]`: plays what people do in a real VS Code by keyboard and mouse,
 * each journey in a VS Code of its own, dark and light in turn or as told. A journey fails where a
 * person would be stuck; its pictures are in `.vscode-test/journeys`.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildExtension } from './buildExtension.ts';
import { cleanUp } from './cleanup.ts';
import { accountContent } from './journeys/accountContent.ts';
import { attacked } from './journeys/attacked.ts';
import { colours } from './journeys/colours.ts';
import { completion } from './journeys/completion.ts';
import { components } from './journeys/components.ts';
import { explorerUpload } from './journeys/explorerUpload.ts';
import { fixOnSave } from './journeys/fixOnSave.ts';
import { german } from './journeys/german.ts';
import { hoverLinks } from './journeys/hoverLinks.ts';
import { hour } from './journeys/hour.ts';
import { inlayHints } from './journeys/inlayHints.ts';
import type { Journey } from './journeys/journey.ts';
import { libraryLink } from './journeys/libraryLink.ts';
import { links } from './journeys/links.ts';
import { notebook } from './journeys/notebook.ts';
import { quickFix } from './journeys/quickFix.ts';
import { refactorings } from './journeys/refactorings.ts';
import { restricted } from './journeys/restricted.ts';
import { sdkValue } from './journeys/sdkValue.ts';
import { twoWindows } from './journeys/twoWindows.ts';
import { untitled } from './journeys/untitled.ts';
import { walkthrough } from './journeys/walkthrough.ts';
import { openPlayground, type Theme } from './playground.ts';
import { projectPaths } from './projectPaths.ts';
import { saveResults, type TestResults } from './testResults.ts';

const journeys: readonly Journey[] = [
  walkthrough,
  german,
  restricted,
  attacked,
  hour,
  twoWindows,
  libraryLink,
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
  components,
  explorerUpload,
  untitled,
];
const pictures = join(projectPaths.scratch, 'journeys');

const themes: readonly Theme[] = ['dark', 'light'];

async function main(words: readonly string[]): Promise<void> {
  const only = themes.find((each) => words.includes(each));
  const wanted = words.filter((word) => word !== only);
  const chosen = wanted.length === 0 ? journeys : wanted.map(journeyOf);
  await buildExtension();
  await mkdir(pictures, { recursive: true });
  const results: TestResults = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for (const [index, journey] of chosen.entries()) {
    const theme = only ?? themes[index % 2] ?? 'dark';
    try {
      await play(journey, theme);
      results.passed++;
      console.log(`ok ${journey.name} (${theme})`);
    } catch (error) {
      results.failed++;
      results.failures.push({ title: journey.name, message: String(error) });
      console.error(`not ok ${journey.name} (${theme})`, error);
    }
  }
  saveResults(results);
  console.log(`${results.passed} passed, ${results.failed} failed`);
  if (results.failed > 0) process.exitCode = 1;
}

function journeyOf(wanted: string): Journey {
  const found = journeys.find(({ name }) => name === wanted);
  if (found) return found;
  throw new Error(
    `No journey ${wanted}; there are ${journeys.map(({ name }) => name).join(', ')}.`,
  );
}

async function play(journey: Journey, theme: Theme): Promise<void> {
  const playground = await openPlayground({ theme, ...journey.playground });
  const shot = async (what: string): Promise<void> => {
    await playground.page.screenshot({
      path: join(pictures, `${journey.name}-${what}-${theme}.png`),
    });
  };
  try {
    await journey.play(Object.assign(playground, { shot }));
  } catch (error) {
    // The window may be gone, which the error then says better.
    await shot('failed').catch(() => undefined);
    throw error;
  } finally {
    await playground.close();
  }
}

try {
  await main(process.argv.slice(2));
} finally {
  await cleanUp();
}
