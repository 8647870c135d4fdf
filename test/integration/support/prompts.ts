import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './eventually.ts';

type Box = vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>;

/** An input box or a picker that the extension opened, and what a person does with it. */
export class Prompt<T extends Box = Box> {
  readonly box: T;
  #accepted = 0;
  #backed = 0;
  #isHidden = false;

  constructor(box: T) {
    this.box = box;
    box.onDidAccept(() => this.#accepted++);
    box.onDidHide(() => (this.#isHidden = true));
    if ('onDidTriggerButton' in box) box.onDidTriggerButton(() => this.#backed++);
  }

  /** What the box says under the text that it did not take. */
  get refusal(): string | undefined {
    const message = 'validationMessage' in this.box ? this.box.validationMessage : undefined;
    return typeof message === 'object' ? message.message : message;
  }

  /** Presses Enter, as often as it takes until the box is on the screen and hears it. */
  async accept(): Promise<void> {
    const before = this.#accepted;
    await eventually(async () => {
      // A picker has nothing to accept before its first row is the active one.
      if ('items' in this.box && this.box.activeItems.length === 0) return false;
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return this.#accepted > before;
    }, `accepting “${this.box.title}”`);
  }

  /** Types the text in place of what is there and presses Enter. */
  async answer(text: string): Promise<void> {
    this.box.value = text;
    await this.accept();
  }

  /** Chooses the row of a picker whose label has this text, as soon as it is offered. */
  async acceptRow(text: string): Promise<void> {
    const { box } = this;
    assert('items' in box, 'only a picker has rows');
    const row = await eventually(
      () => box.items.find(({ label }) => label.includes(text)),
      `the row “${text}”`,
    );
    // The screen answers late with the row that it chose itself, when the rows had just come.
    let since = performance.now();
    await eventually(() => {
      if (box.activeItems[0]?.label !== row.label) {
        box.activeItems = [row];
        since = performance.now();
      }
      return performance.now() - since > 100;
    }, `the row “${text}” as active`);
    await this.accept();
  }

  /** Presses Escape. */
  async cancel(): Promise<void> {
    await eventually(async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return this.#isHidden;
    }, `closing “${this.box.title}”`);
  }

  /** Presses the Back button. */
  async back(): Promise<void> {
    const before = this.#backed;
    await eventually(async () => {
      await vscode.commands.executeCommand('workbench.action.quickInputBack');
      return this.#backed > before;
    }, `going back from “${this.box.title}”`);
  }
}

/**
 * Sees every box and file dialog that the extension opens. The boxes are VS Code's own, on the
 * screen; a file dialog is answered here, because it belongs to the operating system.
 */
export class Prompts implements vscode.Disposable {
  readonly opened: Prompt[] = [];
  /** What each file dialog is answered with, in order; without an answer it is closed. */
  readonly chosenFiles: vscode.Uri[][] = [];
  fileDialogs = 0;
  #answered = 0;
  readonly #originals = {
    createInputBox: vscode.window.createInputBox,
    createQuickPick: vscode.window.createQuickPick,
    showOpenDialog: vscode.window.showOpenDialog,
  };

  constructor() {
    const { createInputBox, createQuickPick } = this.#originals;
    Object.assign(vscode.window, {
      createInputBox: () => this.#see(createInputBox()),
      createQuickPick: () => this.#see(createQuickPick()),
      showOpenDialog: async () => {
        this.fileDialogs++;
        return this.chosenFiles.shift();
      },
    });
  }

  /** The next box that was not asked for yet, as soon as it is there. */
  next(): Promise<Prompt> {
    const index = this.#answered++;
    return eventually(() => this.opened[index], `prompt ${index + 1}`);
  }

  /** The next box, which has to be a question for a text. */
  async nextInput(): Promise<Prompt<vscode.InputBox>> {
    const { box } = await this.next();
    assert('prompt' in box && 'password' in box, `“${box.title}” asks for a text`);
    return new Prompt(box);
  }

  /** The next box, which has to be a list. */
  async nextPicker(): Promise<Prompt<vscode.QuickPick<vscode.QuickPickItem>>> {
    const { box } = await this.next();
    assert('items' in box, `“${box.title}” is a list`);
    return new Prompt(box);
  }

  dispose(): void {
    Object.assign(vscode.window, this.#originals);
  }

  #see<T extends Box>(box: T): T {
    this.opened.push(new Prompt<Box>(box));
    return box;
  }
}
