import * as vscode from 'vscode';

type Severity = 'showInformationMessage' | 'showWarningMessage' | 'showErrorMessage';

export interface ShownMessage {
  readonly severity: Severity;
  readonly text: string;
  readonly actions: readonly string[];
}

/**
 * Reads the messages that the extension shows and presses their buttons, as a person would.
 * The test and the extension share one `vscode.window`, because the test lies in its folder.
 */
export class Messages implements vscode.Disposable {
  readonly shown: ShownMessage[] = [];
  #answers: string[] = [];
  readonly #originals = {
    showInformationMessage: vscode.window.showInformationMessage,
    showWarningMessage: vscode.window.showWarningMessage,
    showErrorMessage: vscode.window.showErrorMessage,
  };

  constructor() {
    for (const severity of Object.keys(this.#originals) as Severity[]) {
      const read = (text: string, ...rest: readonly unknown[]): Promise<string | undefined> =>
        this.#read(severity, text, rest);
      Object.assign(vscode.window, { [severity]: read });
    }
  }

  /** The buttons to press, in order; a message that does not offer the next one is closed. */
  answer(...actions: readonly string[]): void {
    this.#answers.push(...actions);
  }

  dispose(): void {
    Object.assign(vscode.window, this.#originals);
  }

  async #read(
    severity: Severity,
    text: string,
    rest: readonly unknown[],
  ): Promise<string | undefined> {
    const actions = rest.filter((item) => typeof item === 'string');
    this.shown.push({ severity, text, actions });
    const [next] = this.#answers;
    if (next === undefined || !actions.includes(next)) return undefined;
    this.#answers = this.#answers.slice(1);
    return next;
  }
}
