import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { eventually } from '../../integration/support/eventually.ts';
import type { RecordingServer } from '../../integration/support/recordingServer.ts';
import { commandIds } from '../../../src/constants.ts';
import { appears } from '../appears.ts';
import { pressKeyOf } from '../commandKeys.ts';
import type { Playground } from '../playground.ts';
import type { VsCodePage } from '../vscodePage.ts';
import type { Hosts } from './hosts.ts';

type Stage = Pick<Playground, 'page' | 'code' | 'workspace' | 'userData'>;

/** An account as its person knows it. */
export interface OwnAccount {
  readonly name: string;
  readonly publicKey: string;
  readonly privateKey: string;
  readonly host: RecordingServer;
}

/** Somebody who works with two accounts by keyboard and mouse; each method is one thing done. */
export class Person {
  readonly hosts: Hosts;
  readonly #typedKey: string;
  readonly #stage: Stage;

  constructor(stage: Stage, hosts: Hosts, typedKey: string) {
    this.#stage = stage;
    this.#typedKey = typedKey;
    this.hosts = hosts;
  }

  get code(): VsCodePage {
    return this.#stage.code;
  }

  /** What the library shows comes from the extension, which hears of its commands by then. */
  async untilReady(): Promise<void> {
    const library = await this.#openLibrary();
    await library.locator('.welcome-view a, .monaco-list-row').first().waitFor();
    await this.run('connectAccount');
    const question = this.#title('Connect an ImageKit Account');
    await question.waitFor();
    await this.#press('Escape');
    await question.waitFor({ state: 'hidden' });
  }

  /** Everything that the log has so far. */
  log(): string {
    const files = globSync('logs/**/ImageKit*.log', { cwd: this.#stage.userData });
    return files.map((file) => readFileSync(join(this.#stage.userData, file), 'utf8')).join('');
  }

  async clearMessages(): Promise<void> {
    const toast = this.#stage.page.locator('.notification-toast').first();
    await eventually(async () => {
      await pressKeyOf(this.#stage.page, 'notifications.clearAll');
      return !(await toast.isVisible());
    }, 'the end of the messages');
  }

  /** @param name Of a command of the extension, without `imagekit.` */
  run(name: keyof typeof commandIds): Promise<void> {
    return pressKeyOf(this.#stage.page, commandIds[name]);
  }

  async connect({ host, publicKey, privateKey }: OwnAccount): Promise<void> {
    await this.#connect(`${host.origin}/acme`, publicKey, privateKey);
    await this.#isInForce(new URL(host.origin).host);
  }

  /** Types a key that is in no account, for a URL endpoint that has none. */
  connectInVain(urlEndpoint: string): Promise<void> {
    return this.#connect(urlEndpoint, 'public_canary', this.#typedKey);
  }

  async rename({ host, name }: OwnAccount): Promise<void> {
    await this.run('renameAccount');
    const old = new URL(host.origin).host;
    // An only account is meant without being asked for.
    const title = `Rename ${old}`;
    await this.#title(title).or(this.code.quickRow(old)).first().waitFor();
    if (!(await this.#title(title).isVisible())) await this.#pick(old);
    await this.#answerAll(title, name);
    await this.#isInForce(name);
  }

  async switchTo({ name }: OwnAccount): Promise<void> {
    await this.run('switchAccount');
    await this.#pick(name);
    await this.#isInForce(name);
  }

  checkConnection(): Promise<void> {
    return this.run('checkConnection');
  }

  /** Cancels a check that nobody answers; the connection is closed at once. */
  async cancelCheck(): Promise<void> {
    const abandoned = (): number => this.hosts.own.reduce((sum, host) => sum + host.abandoned, 0);
    const before = abandoned();
    await this.checkConnection();
    const progress = this.code.notification('checking the key of');
    await progress.hover();
    await progress.getByText('Cancel', { exact: true }).click();
    await eventually(() => abandoned() > before, 'the end of the connection');
  }

  async refreshLibrary({ host }: OwnAccount): Promise<void> {
    await this.#openLibrary();
    const before = host.received.length;
    await this.run('refreshLibrary');
    await eventually(() => host.received.length > before, 'a request for the library');
    await this.code.row('picture.jpg').waitFor();
  }

  async copyUrl(): Promise<void> {
    await this.code.row('picture.jpg').hover();
    await this.code.row('picture.jpg').locator('a[aria-label^="Copy URL"]').click();
    await this.#clipboardHas(/picture\.jpg$/);
  }

  async deleteFile({ host }: OwnAccount): Promise<void> {
    const { page } = this.#stage;
    const row = this.code.row('picture.jpg');
    const entry = page.locator('.monaco-menu .action-label', { hasText: 'Delete…' });
    const answer = page.locator('.monaco-dialog-box').getByText('Delete', { exact: true });
    // A menu that has just opened takes no click, or closes on it and does nothing.
    await eventually(
      async () => {
        if (await answer.isVisible()) return true;
        if (!(await entry.isVisible())) await row.click({ button: 'right' });
        if (await appears(entry, 3000)) await entry.click();
        return appears(answer, 3000);
      },
      'the question',
      120_000,
    );
    await answer.click();
    await eventually(() => host.received.some(({ method }) => method === 'DELETE'), 'the deletion');
  }

  /** Uses the links of the hover over a picture of the account. */
  async copySignedUrl({ name }: OwnAccount): Promise<void> {
    await this.code.openFile('pictures.md');
    const hover = await this.code.hover(name, 'picture');
    await hover.getByText('Copy Signed URL').click();
    await this.#clipboardHas(/ik-s=/);
    await this.#stage.page.mouse.move(600, 700);
  }

  /** Types a transformation as far as a name of the account's, which VS Code then asks for. */
  async completeName({ host }: OwnAccount): Promise<void> {
    await this.code.openFile('pictures.md');
    await this.code.setCursorBehind(`${host.origin}/acme/tr:w-100`);
    const asked = (): number =>
      host.received.filter(({ url }) => url.includes('named-transformations')).length;
    const before = asked();
    await this.#stage.page.keyboard.type(',n-');
    await eventually(() => asked() > before, 'the question for the names');
    await pressKeyOf(this.#stage.page, 'workbench.action.revertAndCloseActiveEditor');
  }

  /**
   * @param before Called with the file's path when the person is about to choose the folder.
   * @param during Called with it when the request has arrived and its body has not.
   */
  async uploadFile(
    name: string,
    before?: (path: string) => Promise<unknown>,
    during?: (path: string) => Promise<unknown>,
  ): Promise<void> {
    const path = join(this.#stage.workspace, 'uploads', name);
    await this.run('uploadFile');
    // The dialog writes its own folder into the input while it opens.
    await this.code.quickRow('uploads').waitFor();
    await this.code.quickInput.fill(path);
    await this.code.quickRow(name).waitFor();
    const folder = this.code.quickRow('Upload to /');
    await eventually(async () => {
      if (await this.#title('Upload to ImageKit').isVisible()) await this.#press('Enter');
      return appears(folder, 3000);
    }, 'the question for the folder');
    await before?.(path);
    for (const host of this.hosts.own) {
      host.beforeBody = async ({ url = '' }) => {
        if (url.includes('upload')) await during?.(path);
      };
    }
    await this.#press('Enter');
  }

  async uploadFromUrl(): Promise<void> {
    await this.run('uploadFromUrl');
    await this.#answerAll('Upload from URL', 'https://example.com/a.jpg');
    // The name that is suggested.
    await eventually(async () => (await this.code.quickInput.inputValue()) === 'a.jpg', 'the name');
    await this.#press('Enter');
    await this.code.quickRow('Upload to /').waitFor();
    await this.#press('Enter');
  }

  async makeReadOnly({ name }: OwnAccount): Promise<void> {
    await this.run('makeAccountReadOnly');
    await this.#pick(name);
  }

  async allowChanges({ name }: OwnAccount): Promise<void> {
    await this.run('allowAccountChanges');
    await this.#pick(name);
  }

  async changeKeys({ name, publicKey, privateKey, host }: OwnAccount): Promise<void> {
    await this.run('changeAccountKeys');
    await this.#pick(name);
    const before = host.received.length;
    await this.#answerAll(`Change the Keys of ${name}`, publicKey, privateKey);
    await eventually(() => host.received.length > before, 'the check of the keys');
  }

  /** Goes through all questions and changes nothing. */
  async edit({ name, publicKey, host }: OwnAccount): Promise<void> {
    await this.run('editAccount');
    await this.#pick(name);
    const before = host.received.length;
    await this.#answerAll(`Edit ${name}`, `${host.origin}/acme`, publicKey, '');
    await eventually(() => host.received.length > before, 'the check of the keys');
  }

  /** Lets the folder work with the account, and then with the active one again. */
  async useInFolder({ name }: OwnAccount): Promise<void> {
    const settings = join(this.#stage.workspace, '.vscode', 'settings.json');
    const isNamed = (): boolean =>
      existsSync(settings) && readFileSync(settings, 'utf8').includes(name);
    await this.run('useAccountInFolder');
    await this.#pick(name);
    await eventually(isNamed, 'the setting of the folder');
    await this.run('useAccountInFolder');
    await this.#pick('The active account');
    await eventually(() => !isNamed(), 'the end of the setting');
  }

  async reportIssue(): Promise<void> {
    await this.run('reportIssue');
    await this.#stage.page.locator('.tab.active[data-resource-name^="Untitled"]').waitFor();
    await pressKeyOf(this.#stage.page, 'workbench.action.revertAndCloseActiveEditor');
  }

  async showLog(): Promise<void> {
    await this.run('showLog');
    await this.#stage.page.locator('.panel:visible .monaco-editor').first().waitFor();
    await pressKeyOf(this.#stage.page, 'workbench.action.closePanel');
  }

  async importSdkConfiguration(): Promise<void> {
    await this.run('importSdkConfiguration');
    await this.code.quickRow('https://ik.imagekit.io/acme').waitFor();
    await this.#press('Escape');
  }

  async #openLibrary(): Promise<Locator> {
    const library = this.#stage.page.locator('.sidebar:visible', { hasText: 'Media Library' });
    // The icon of the view that is shown would hide it.
    if (!(await appears(library, 5000))) await this.code.openView('ImageKit');
    await library.waitFor();
    return library;
  }

  async #connect(...answers: readonly string[]): Promise<void> {
    await this.run('connectAccount');
    await this.#answerAll('Connect an ImageKit Account', ...answers);
  }

  async #clipboardHas(wanted: RegExp): Promise<void> {
    await eventually(
      async () =>
        wanted.test(String(await this.#stage.page.evaluate('navigator.clipboard.readText()'))),
      `${String(wanted)} copied`,
    );
  }

  #title(text: string) {
    return this.#stage.page.locator('.quick-input-titlebar:visible', { hasText: text });
  }

  async #answerAll(title: string, ...answers: readonly string[]): Promise<void> {
    for (const [index, answer] of answers.entries()) {
      const step = answers.length > 1 ? `(${index + 1}/${answers.length})` : '';
      await this.#title(`${title} ${step}`.trimEnd()).waitFor();
      await this.code.quickInput.fill(answer);
      assert.equal(await this.code.quickInput.inputValue(), answer);
      await this.#press('Enter');
    }
  }

  async #pick(row: string): Promise<void> {
    await this.code.quickRow(row).click();
  }

  async #isInForce(name: string): Promise<void> {
    await this.#stage.page.locator('.statusbar-item', { hasText: name }).first().waitFor();
  }

  #press(key: string): Promise<void> {
    return this.#stage.page.keyboard.press(key);
  }
}
