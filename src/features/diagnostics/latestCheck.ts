import type * as vscode from 'vscode';

interface Check {
  readonly version: number;
  readonly holds: Promise<boolean>;
}

/** Checks a document once for each of its versions: who asks again waits for the same check. */
export class LatestCheck {
  #latest: Check | undefined;

  /** It is worth nothing any more, also while it is under way. */
  forget(): void {
    this.#latest = undefined;
  }

  /**
   * @param check Stops where it is outdated. After an error the next who asks has another one.
   * @returns Whether the check was finished and is of the document as it is now.
   */
  of(
    document: vscode.TextDocument,
    check: (isOutdated: () => boolean) => Promise<void>,
  ): Promise<boolean> {
    const { version } = document;
    if (this.#latest?.version === version) return this.#latest.holds;
    const isOutdated = (): boolean =>
      document.isClosed || document.version !== version || this.#latest !== latest;
    const run = async (): Promise<boolean> => {
      try {
        await check(isOutdated);
        return !isOutdated();
      } catch (error) {
        if (this.#latest === latest) this.forget();
        throw error;
      }
    };
    const latest: Check = { version, holds: Promise.resolve().then(run) };
    this.#latest = latest;
    return latest.holds;
  }
}
