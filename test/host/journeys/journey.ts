import type { Playground } from '../playground.ts';

export interface Stage extends Playground {
  /** Takes a picture of the window. */
  readonly shot: (what: string) => Promise<void>;
}

/** Something that a person does from beginning to end; it fails where the person would be stuck. */
export interface Journey {
  /** Of its pictures and on the command line: `several-words`. */
  readonly name: string;
  /** Of the extension's texts; absent: English. */
  readonly language?: string;
  readonly play: (stage: Stage) => Promise<void>;
}
