import { globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { record, string } from 'valibot';

import { projectPaths } from './projectPaths.ts';
import { readJson } from './readJson.ts';

/** The URL endpoint in the sample files, where the emulator's own goes. */
const sampleEndpoint = 'http://127.0.0.1:7480/demo';

/** What was laid last, beside the workspace: its name there and the text as it was laid. */
type Laid = Record<string, string>;

export interface LaidWorkspace {
  /** Files that somebody changed since they were laid; they are left alone. */
  readonly kept: readonly string[];
}

/**
 * Lays the sample workspace into `folder`, its URLs pointing at `urlEndpoint`. Files that are
 * missing or unchanged since the last time are written; a changed file is never overwritten.
 */
export async function laySampleWorkspace(
  folder: string,
  urlEndpoint: string,
): Promise<LaidWorkspace> {
  const recordFile = `${folder}.laid.json`;
  const before: Laid = await readJson(recordFile, record(string(), string())).catch(() => ({}));
  const laid: Laid = {};
  const kept: string[] = [];
  for (const name of sampleFiles()) {
    const sample = await readFile(join(projectPaths.sampleWorkspace, name), 'utf8');
    const wanted = sample.replaceAll(sampleEndpoint, urlEndpoint);
    const path = join(folder, name);
    const current = await readFile(path, 'utf8').catch(() => undefined);
    if (current !== undefined && current !== wanted && current !== before[name]) {
      kept.push(name);
    } else {
      await mkdir(dirname(path), { recursive: true });
      if (current !== wanted) await writeFile(path, wanted);
    }
    laid[name] = wanted;
  }
  await mkdir(folder, { recursive: true });
  await writeFile(recordFile, JSON.stringify(laid));
  return { kept };
}

function sampleFiles(): string[] {
  return globSync('**/*', { cwd: projectPaths.sampleWorkspace, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name).slice(projectPaths.sampleWorkspace.length + 1),
    );
}
