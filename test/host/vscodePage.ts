import type { Locator, Page } from 'playwright-core';
import { eventually } from '../integration/support/eventually.ts';
import { appears } from './appears.ts';

/** VS Code's window as a person works with it: by keyboard, mouse and what can be read. */
export class VsCodePage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Runs a command from the palette by its whole title. */
  async runCommand(title: string): Promise<void> {
    await this.#lookFor(title, 'F1', `>${title}`);
    await this.#page.keyboard.press('Enter');
  }

  /** Answers the question or picker of this title. */
  async answer(title: string, text: string): Promise<void> {
    await this.#page.locator('.quick-input-titlebar:visible', { hasText: title }).waitFor();
    await this.quickInput.fill(text);
    await this.#page.waitForTimeout(500);
    await this.#page.keyboard.press('Enter');
  }

  /** A row of the picker that is open. */
  quickRow(text: string): Locator {
    return this.#page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
  }

  /** The input of a question or picker. */
  get quickInput(): Locator {
    return this.#page.locator('.quick-input-widget:visible input').first();
  }

  async openFile(name: string): Promise<void> {
    await this.#lookFor(name, 'Control+P', name);
    await this.#page.keyboard.press('Enter');
    await this.#page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    // The tab is there before the keyboard is.
    await this.#page
      .locator('.editor-instance .monaco-editor.focused, .notebook-editor')
      .first()
      .waitFor();
  }

  /** A new document that is no file. */
  async openUntitled(): Promise<void> {
    // There is one that compares, too.
    const title = ': New Untitled Text File';
    await this.#lookFor(title, 'F1', '>New Untitled Text File');
    await this.#choose(this.#page.locator('.quick-input-list .monaco-list-row'), {
      hasText: title,
    });
    await this.#page.locator('.tab.active[data-resource-name^="Untitled"]').waitFor();
    await this.#page.locator('.editor-instance .monaco-editor.focused').waitFor();
  }

  /** Waits until an editor shows this line, and nothing else in it but the boxes of colours. */
  async untilLine(text: string): Promise<void> {
    await this.#page.waitForFunction(
      `[...document.querySelectorAll('.view-line')].some((line) => {
        const copy = line.cloneNode(true);
        for (const box of copy.querySelectorAll('.colorpicker-color-decoration')) box.remove();
        return copy.textContent.replaceAll('\\u00A0', ' ') === ${JSON.stringify(text)};
      })`,
    );
  }

  async openView(title: string): Promise<void> {
    await this.#page.locator(`.activitybar a[aria-label="${title}"]`).first().click();
  }

  /** A row of the tree that is shown, by its label. */
  row(label: string): Locator {
    return this.#page.locator('.sidebar .monaco-list-row', { hasText: label }).first();
  }

  button(label: string): Locator {
    return this.#page
      .locator('a.monaco-button:visible, .monaco-text-button:visible', { hasText: label })
      .first();
  }

  notification(text: string): Locator {
    return this.#page.locator('.notification-toast', { hasText: text }).first();
  }

  async dismissNotifications(): Promise<void> {
    await this.runCommand('Notifications: Clear All Notifications');
    await this.quickInput.waitFor({ state: 'hidden' });
    // The focus goes back to where it was a moment later.
    await this.#page.waitForTimeout(500);
  }

  /** Puts the mouse over some text of the editor and waits for the hover of its URL. */
  async hover(lineText: string, word: string): Promise<Locator> {
    await this.pointAt(lineText, word);
    const popup = this.#page
      .locator('.monaco-hover:visible', { hasText: /Copy URL|URL kopieren/ })
      .first();
    await popup.waitFor();
    return popup;
  }

  /** The same until the hover has its picture, which may come later than the text. */
  async hoverPicture(lineText: string, word: string): Promise<Locator> {
    const popup = await this.hover(lineText, word);
    await popup.locator('img').first().waitFor();
    return popup;
  }

  async pointAt(lineText: string | RegExp, word: string): Promise<void> {
    const text = this.#page
      .locator('.view-line', { hasText: lineText })
      .first()
      .locator('span', { hasText: word })
      .last();
    // An editor that has just opened draws its lines again, and what was found is gone.
    let box: Awaited<ReturnType<typeof text.boundingBox>> = null;
    for (let tries = 0; !box && tries < 20; tries++) {
      await this.#page.waitForTimeout(100);
      box = await text.boundingBox();
    }
    if (!box) throw new Error(`No ${word} in a line with ${String(lineText)} is visible`);
    await this.#page.mouse.move(box.x + box.width / 2 + 1, box.y + box.height / 2);
    await this.#page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  }

  /** Sets the cursor behind some text by VS Code's own search. */
  async setCursorBehind(text: string): Promise<void> {
    await this.#page.keyboard.press('Control+F');
    const find = this.#page.locator('.find-widget.visible');
    await find.locator('textarea:focus, input:focus').first().waitFor();
    await this.#page.keyboard.type(text);
    await find.locator('.matchesCount', { hasText: /^1 of/ }).waitFor();
    await this.#page.keyboard.press('Escape');
    await find.waitFor({ state: 'hidden' });
    await this.#page.keyboard.press('ArrowRight');
  }

  get suggestions(): Locator {
    return this.#page.locator('.suggest-widget.visible .monaco-list-row');
  }

  /** Takes a suggestion of the list that is open, by keyboard. */
  async accept(label: string): Promise<void> {
    const name = this.#page.getByText(label, { exact: true });
    await this.#choose(this.suggestions, { has: name });
  }

  /** Opens the quick fixes at the cursor. */
  async openFixes(): Promise<void> {
    await this.#openActions(() => this.#page.keyboard.press('Control+.'));
  }

  /** Opens the menu of refactorings at the cursor. */
  async openRefactorings(): Promise<void> {
    await this.#openActions(() => this.runCommand('Refactor...'));
  }

  /** Takes an action of the list that is open (quick fixes, refactorings), by keyboard. */
  async chooseAction(title: string): Promise<void> {
    await this.#choose(this.#page.locator('.action-widget .monaco-list-row'), { hasText: title });
  }

  /**
   * Again where the key was lost, or VS Code dropped all answers because another extension, such as
   * that of the language, began its work just then.
   */
  async #openActions(ask: () => Promise<void>): Promise<void> {
    const isOpen = async (): Promise<boolean> => {
      await ask();
      return appears(this.#page.locator('.action-widget .monaco-list-row').first(), 10_000);
    };
    await eventually(isOpen, 'the list of actions', 120_000);
  }

  /** Again where the key was lost, or an editor that opened late has taken the keyboard away. */
  async #lookFor(row: string, key: string, text: string): Promise<void> {
    const isThere = async (): Promise<boolean> => {
      await this.#page.keyboard.press(key);
      if (!(await appears(this.quickInput, 10_000))) return false;
      await this.quickInput.fill(text, { timeout: 10_000 }).catch(() => undefined);
      return appears(this.quickRow(row), 10_000);
    };
    await eventually(isThere, `${row} in the list`, 120_000);
  }

  async #choose(rows: Locator, wanted: Parameters<Locator['filter']>[0]): Promise<void> {
    await rows.filter(wanted).first().waitFor();
    const focused = rows.and(this.#page.locator('.focused'));
    for (let presses = 0; !(await focused.filter(wanted).isVisible()); presses++) {
      if (presses > 100) throw new Error('The row cannot be reached by keyboard');
      await this.#page.keyboard.press('ArrowDown');
    }
    await this.#page.keyboard.press('Enter');
  }

  /** Connects to the emulator that was started for this window. */
  async connectToEmulator(): Promise<void> {
    await this.openView('ImageKit');
    await this.button('Connect to Local Emulator').click();
    await this.quickInput.waitFor();
    await this.#page.keyboard.press('Enter');
    await this.row('default-image').waitFor();
  }
}
