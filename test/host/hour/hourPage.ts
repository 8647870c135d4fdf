import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { eventually } from '../../integration/support/eventually.ts';
import { pressKeyOf } from '../commandKeys.ts';
import { projectPaths } from '../projectPaths.ts';

/**
 * Where VS Code in a browser keeps SecretStorage: all of it sealed in one entry of localStorage, half
 * of whose key the server has. globalState is in IndexedDB.
 */
export const secretStorageEntry = 'localStorage secrets.provider';

/** What a window shows and stores, by code of ours in its page (`inPage.js`). */
export class HourPage {
  /** Every text that was shown, in order. */
  readonly texts: string[] = [];
  /** Those of them that are messages and dialogs. */
  readonly messages: string[] = [];
  #page: Page | undefined;

  /** To be called with each page before VS Code loads in it. */
  async watch(page: Page): Promise<void> {
    this.#page = page;
    await page.exposeFunction('imagekitShown', (text: string, isMessage: boolean) => {
      this.texts.push(text);
      if (isMessage) this.messages.push(text);
    });
    await page.addInitScript({ path: join(projectPaths.root, 'test/host/hour/inPage.js') });
  }

  /**
   * Does something and waits until a message says it. Of more than three within 800 ms VS Code shows
   * the later ones in its list only, so that is opened where nothing is said for a while.
   * @throws {Error} with what was said instead.
   */
  async saysAfter(doing: () => Promise<unknown>, wanted: RegExp): Promise<void> {
    const before = this.messages.length;
    await doing();
    const since = (): readonly string[] => this.messages.slice(before);
    const isSaid = (): boolean => since().some((text) => wanted.test(text));
    const within = (milliseconds: number): Promise<unknown> =>
      eventually(isSaid, String(wanted), milliseconds);
    try {
      await within(10_000).catch(async () => {
        if (this.#page) await pressKeyOf(this.#page, 'notifications.showList');
        await within(150_000);
      });
    } catch (cause) {
      throw new Error(`${String(wanted)} was not said, but: ${since().join(' | ')}`, { cause });
    }
  }

  /** What VS Code has stored in the browser, as its page reads it. */
  storageOf(page: Page): Promise<readonly (readonly [place: string, text: string])[]> {
    return page.evaluate('imagekitPage.storage()');
  }

  /**
   * Puts a text into each storage of the browser.
   * @returns the places where {@link storageOf} has to find it.
   */
  plantIn(page: Page, text: string): Promise<readonly string[]> {
    return page.evaluate(`imagekitPage.plant(${JSON.stringify(text)})`);
  }
}
