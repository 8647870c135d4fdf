import type { Locator, Page } from 'playwright-core';

/** VS Code's window as a person works with it: by keyboard, mouse and what can be read. */
export class VsCodePage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Runs a command from the palette by its whole title. */
  async runCommand(title: string): Promise<void> {
    await this.#page.keyboard.press('F1');
    await this.quickInput.waitFor();
    await this.#page.keyboard.type(title);
    await this.quickRow(title).waitFor();
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
    await this.#page.keyboard.press('Control+P');
    await this.quickInput.waitFor();
    await this.#page.keyboard.type(name);
    await this.quickRow(name).waitFor();
    await this.#page.keyboard.press('Enter');
    await this.#page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
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

  /** Puts the mouse over some text of the editor and waits for what pops up. */
  async hover(lineText: string, word: string): Promise<Locator> {
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
    if (!box) throw new Error(`No ${word} in a line with ${lineText} is visible`);
    await this.#page.mouse.move(box.x + box.width / 2 + 1, box.y + box.height / 2);
    await this.#page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    const popup = this.#page
      .locator('.monaco-hover:visible', { hasText: /Copy URL|URL kopieren/ })
      .first();
    await popup.waitFor();
    return popup;
  }

  /** Sets the cursor behind some text by VS Code's own search. */
  async setCursorBehind(text: string): Promise<void> {
    await this.#page.keyboard.press('Control+F');
    await this.#page.keyboard.type(text);
    await this.#page.keyboard.press('Enter');
    await this.#page.keyboard.press('Escape');
    await this.#page.keyboard.press('ArrowRight');
  }

  get suggestions(): Locator {
    return this.#page.locator('.suggest-widget.visible .monaco-list-row');
  }
}
