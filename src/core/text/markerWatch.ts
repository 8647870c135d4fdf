import type { TextChange } from './textChange.ts';

/** Whether a text may have some marker; after an edit only its surroundings are searched. */
export class MarkerWatch {
  readonly #marker: string;
  #isPossible: boolean;

  constructor(marker: string, text: string) {
    this.#marker = marker;
    this.#isPossible = text.includes(marker);
  }

  /** Stays true where the last marker goes: searching for another one is what is to be saved. */
  get isPossible(): boolean {
    return this.#isPossible;
  }

  /** @param text All of the new text. */
  update(text: string, { start, newEnd }: TextChange): void {
    const reach = this.#marker.length - 1;
    this.#isPossible ||= text
      .slice(Math.max(0, start - reach), newEnd + reach)
      .includes(this.#marker);
  }
}
