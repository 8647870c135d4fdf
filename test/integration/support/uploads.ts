import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { emulator } from './emulatorControls.ts';
import { eventually } from './eventually.ts';
import { Messages, type ShownMessage } from './messages.ts';
import { Prompts } from './prompts.ts';

/** A picture of one pixel. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export const uploadPath = '/api/v1/files/upload';

/** What a person sees and does while files are uploaded, with a folder of files to upload. */
export class UploadDesk implements vscode.Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'imagekit-upload-'));
  readonly messages = new Messages();
  readonly prompts = new Prompts();

  file(name: string, bytes: Buffer = pixel): vscode.Uri {
    const path = join(this.folder, name);
    writeFileSync(path, bytes);
    return vscode.Uri.file(path);
  }

  /** Uploads into the root folder, the first row of the picker; what the message then says. */
  async upload(...uris: readonly vscode.Uri[]): Promise<ShownMessage> {
    const running = vscode.commands.executeCommand('imagekit.uploadFile', uris[0], uris);
    await (await this.prompts.nextPicker()).accept();
    const message = await this.nextMessage();
    await running;
    return message;
  }

  /** The next message that was not read yet. */
  async nextMessage(): Promise<ShownMessage> {
    const index = this.#read++;
    return eventually(() => this.messages.shown[index], 'the message about the upload', 20_000);
  }

  /** The files of a folder whose names begin so, past everything that the extension remembers. */
  async stored(prefix: string, folder = '/'): Promise<readonly string[]> {
    const names = (await emulator.list(folder)).map(({ name }) => name);
    return names.filter((name) => name.startsWith(prefix));
  }

  #read = 0;

  dispose(): void {
    assert(this.folder.includes('imagekit-upload-'));
    this.messages.dispose();
    this.prompts.dispose();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
