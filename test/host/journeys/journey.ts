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
