/** A part of the extension that is loaded when it is first needed, and built once. */
export class OnDemand<Part extends object> {
  readonly #load: () => Promise<Part>;
  #requested: Promise<Part> | undefined;

  /** @param load Begins with an `import()`: see `loadedTogether` in esbuild.js for the file that it loads. */
  constructor(load: () => Promise<Part>) {
    this.#load = load;
  }

  /** The part, if somebody has asked for it before. */
  get requested(): Promise<Part> | undefined {
    return this.#requested;
  }

  get(): Promise<Part> {
    return (this.#requested ??= this.#load());
  }

  /** Tells a part something that is news only for one that was asked for. */
  tell(news: (part: Part) => void): void {
    // Who has asked for it hears of what could not be loaded.
    this.#requested?.then(news, () => undefined);
  }

  dispose(): void {
    this.tell(disposeOf);
  }
}

function disposeOf(part: object): void {
  if ('dispose' in part && typeof part.dispose === 'function') part.dispose();
}
