import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Playground, PlaygroundOptions } from '../playground.ts';

export interface Stage extends Playground {
  /** Takes a picture of the window. */
  readonly shot: (what: string) => Promise<void>;
}

/** Something that a person does from beginning to end; it fails where the person would be stuck. */
export interface Journey {
  /** Of its pictures and on the command line: `several-words`. */
  readonly name: string;
  /** Where it plays. */
  readonly playground?: Omit<PlaygroundOptions, 'theme'>;
  readonly play: (stage: Stage) => Promise<void>;
}

/** Opens a file of the workspace that is written for it. */
export async function openNew(
  { code, workspace }: Pick<Stage, 'code' | 'workspace'>,
  name: string,
  text: string,
): Promise<void> {
  await writeFile(join(workspace, name), text);
  await code.openFile(name);
}
