/**
 * `npm test`: the checks, the unit tests and the tests in a real VS Code, one after the other.
 * A failing step does not hide the later ones. The last line counts tests: `N passed, N failed`.
 * A check that fails, or a run of tests that fails without a failing test (it crashed, or nothing
 * ran), counts as one failure; a check that passes is no test and is not counted.
 *
 * `node test/run.ts unit lint` runs only the steps with these names.
 */
import { join } from 'node:path';

import { cleanUp, endWithParent } from './host/cleanup.ts';
import { spawnOwned } from './host/childProcesses.ts';
import { projectNode, projectNodeEnv } from './host/projectNode.ts';
import { projectPaths } from './host/projectPaths.ts';
import { readJson } from './host/readJson.ts';
import { temporaryFolder } from './host/temporaryFolder.ts';
import { testResultsSchema } from './host/testResults.ts';

interface Step {
  readonly name: string;
  readonly title: string;
  /** A script to run with the project's Node and its arguments, from the checkout's root. */
  readonly script: readonly string[];
  readonly hasTests?: boolean;
}

const steps: readonly Step[] = [
  {
    name: 'format',
    title: 'Format check',
    script: [bin('prettier/bin/prettier.cjs'), '--check', '.'],
  },
  { name: 'lint', title: 'Lint', script: [bin('oxlint/bin/oxlint')] },
  { name: 'types', title: 'Type check', script: [bin('typescript/bin/tsc')] },
  { name: 'unused', title: 'Unused code and dependencies', script: [bin('knip/bin/knip.js')] },
  {
    name: 'unit',
    title: 'Unit tests',
    script: [bin('c8/bin/c8.js'), ...coverageArguments(), process.execPath, 'test/host/runUnit.ts'],
    hasTests: true,
  },
  {
    name: 'host',
    title: 'Tests in VS Code',
    script: ['test/host/runIntegration.ts'],
    hasTests: true,
  },
  // They play in code-server, which is tried on Linux alone; elsewhere there is `npm run journeys`.
  ...(process.platform === 'linux' ? [journeysStep()] : []),
];

interface Outcome {
  readonly step: Step;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
}

function bin(script: string): string {
  return `node_modules/${script}`;
}

/** What the tests in VS Code cannot do: they end with it, and have not what its browser keeps. */
function journeysStep(): Step {
  const journeys = ['walkthrough', 'restricted', 'attacked', 'two-windows', 'library-link', 'hour'];
  return {
    name: 'journeys',
    title: 'Journeys in VS Code',
    script: ['test/host/journeys.ts', ...journeys],
    hasTests: true,
  };
}

/** Every source file counts, tested or not: a file that no test loads must show as 0 %. */
function coverageArguments(): string[] {
  return ['--all', '--src=src', '--include=src/**/*.ts', '--reporter=text-summary'];
}

async function runStep(step: Step, resultsFile: string): Promise<Outcome> {
  console.log(`\n── ${step.title} ──`);
  const started = Date.now();
  const exitCode = await runScript(step, resultsFile);
  const counted = step.hasTests
    ? await readJson(resultsFile, testResultsSchema).catch(() => undefined)
    : undefined;
  const { passed = 0, failed = 0, skipped = 0 } = counted ?? {};
  const outcome = {
    step,
    passed,
    failed: exitCode === 0 ? failed : Math.max(failed, 1),
    skipped,
    seconds: (Date.now() - started) / 1000,
  };
  console.log(`${step.title}: ${describe(outcome)}`);
  return outcome;
}

async function runScript(step: Step, resultsFile: string): Promise<number> {
  const { child, ...owned } = spawnOwned(projectNode(), step.script, {
    cwd: projectPaths.root,
    env: { ...projectNodeEnv(), IMAGEKIT_TEST_RESULTS: resultsFile },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      owned.stop().then(() => resolve(code ?? 1), reject);
    });
  });
}

function describe({ step, passed, failed, skipped, seconds }: Outcome): string {
  const verdict = failed > 0 ? 'FAILED' : 'ok';
  const counts = step.hasTests ? `, ${passed} passed, ${failed} failed, ${skipped} skipped` : '';
  return `${verdict}${counts} (${seconds.toFixed(1)} s)`;
}

function sum(outcomes: readonly Outcome[], field: 'passed' | 'failed'): number {
  return outcomes.reduce((total, outcome) => total + outcome[field], 0);
}

endWithParent();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  throw new Error(
    `No step ${unknown.join(', ')}; there are ${steps.map(({ name }) => name).join(', ')}.`,
  );
}
const temporary = await temporaryFolder();
const outcomes: Outcome[] = [];
try {
  for (const step of steps) {
    if (wanted.length > 0 && !wanted.includes(step.name)) continue;
    outcomes.push(await runStep(step, join(temporary, `${step.name}.json`)));
  }
} finally {
  await cleanUp();
}
console.log('\n── Summary ──');
for (const outcome of outcomes) console.log(`${outcome.step.title}: ${describe(outcome)}`);
const failed = sum(outcomes, 'failed');
process.exitCode = failed > 0 ? 1 : 0;
console.log(`${sum(outcomes, 'passed')} passed, ${failed} failed`);
