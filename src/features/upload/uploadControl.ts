import * as vscode from 'vscode';
import { contextKeys } from '../../constants.ts';
import { t } from '../../core/text/l10n.ts';
import { UploadQueue } from '../../core/upload/uploadQueue.ts';
import { MissingTargetError } from '../../platform/missingTargetError.ts';

/** The queue of all uploads of this window, and whether it is paused. */
export class UploadControl implements vscode.Disposable {
  readonly queue = new UploadQueue();
  readonly #changed = new vscode.EventEmitter<void>();
  #running = 0;

  /** Fires when the queue is paused, goes on, or waits for ImageKit. */
  readonly onDidChange = this.#changed.event;

  /** Runs a batch; pausing and going on are offered for as long as one runs. */
  async during<Result>(batch: () => Thenable<Result>): Promise<Result> {
    this.#running++;
    this.#show();
    try {
      return await batch();
    } finally {
      this.#running--;
      // What is paused would keep the next upload waiting, and nobody would know why.
      if (this.#running === 0) this.queue.resume();
      this.#show();
    }
  }

  /** @throws MissingTargetError */
  pause(): void {
    this.#ensureRunning();
    this.queue.pause();
    this.#show();
  }

  /** @throws MissingTargetError */
  resume(): void {
    this.#ensureRunning();
    this.queue.resume();
    this.#show();
  }

  /** ImageKit takes nothing for so many milliseconds. */
  slowDown(milliseconds: number): void {
    this.queue.slowDown(milliseconds);
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #ensureRunning(): void {
    if (this.#running === 0) throw new MissingTargetError(t('No upload is running.'));
  }

  #show(): void {
    const state = this.#running === 0 ? 'none' : this.queue.isPaused ? 'paused' : 'running';
    void vscode.commands.executeCommand('setContext', contextKeys.uploads, state);
    this.#changed.fire();
  }
}
