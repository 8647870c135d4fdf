import * as vscode from 'vscode';

const severities = ['showInformationMessage', 'showWarningMessage', 'showErrorMessage'] as const;

type Severity = (typeof severities)[number];

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
  #held: { readonly action: string; readonly until: Promise<void> } | undefined;
  readonly #originals = {
    showInformationMessage: vscode.window.showInformationMessage,
    showWarningMessage: vscode.window.showWarningMessage,
    showErrorMessage: vscode.window.showErrorMessage,
    withProgress: vscode.window.withProgress,
  };

  constructor() {
    for (const severity of severities) {
      const read = (text: string, ...rest: readonly unknown[]): Promise<string | undefined> =>
        this.#read(severity, text, rest);
      Object.assign(vscode.window, { [severity]: read });
    }
  }

  /** The buttons to press, in order; a message that does not offer the next one is closed. */
  answer(...actions: readonly string[]): void {
    this.#answers.push(...actions);
  }

  /** Everything that is told of progress from now on. */
  progress(): readonly string[] {
    const told: string[] = [];
    const { withProgress } = this.#originals;
    const read: typeof withProgress = (options, task) =>
      withProgress(options, (progress, token) =>
        task(
          {
            report: (value) => {
              if (value.message !== undefined) told.push(value.message);
              progress.report(value);
            },
          },
          token,
        ),
      );
    Object.assign(vscode.window, { withProgress: read });
    return told;
  }

  /** Leaves the next message that offers the button open; the result presses it. */
  hold(action: string): () => void {
    let press = (): void => undefined;
    const until = new Promise<void>((resolve) => (press = resolve));
    this.#held = { action, until };
    return press;
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
    const held = this.#held;
    if (held && actions.includes(held.action)) {
      this.#held = undefined;
      await held.until;
      return held.action;
    }
    const [next] = this.#answers;
    if (next === undefined || !actions.includes(next)) return undefined;
    this.#answers = this.#answers.slice(1);
    return next;
  }
}
