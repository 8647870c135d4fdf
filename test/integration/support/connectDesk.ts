import * as vscode from 'vscode';
import { Messages } from './messages.ts';
import { Prompts } from './prompts.ts';

/** The public and the private key of the emulator. */
export const keys = ['public_emulator', 'private_emulator'] as const;

/** What a person sees and does while an account is connected. */
export class ConnectDesk implements vscode.Disposable {
  readonly messages = new Messages();
  readonly prompts = new Prompts();

  start(): Thenable<unknown> {
    return vscode.commands.executeCommand('imagekit.connectAccount');
  }

  async connectEmulator(origin: string): Promise<void> {
    const running = vscode.commands.executeCommand('imagekit.connectEmulator');
    await this.answer(origin);
    await running;
  }

  /** Answers the next questions. */
  async answer(...texts: readonly string[]): Promise<void> {
    for (const text of texts) await (await this.prompts.nextInput()).answer(text);
  }

  dispose(): void {
    this.messages.dispose();
    this.prompts.dispose();
  }
}
