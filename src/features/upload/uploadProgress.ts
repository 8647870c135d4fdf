import * as vscode from 'vscode';
import { formatBytes } from '../../core/text/formatBytes.ts';
import { t } from '../../core/text/l10n.ts';
import type { BatchProgress } from '../../core/upload/uploadBatch.ts';
import type { UploadQueue } from '../../core/upload/uploadQueue.ts';

/** At most this often, so that a fast network does not flood the window with messages. */
const reportEveryMilliseconds = 100;

/** Tells in the notification of a batch how far it is. */
export class UploadProgress {
  readonly #progress: vscode.Progress<{ message?: string; increment?: number }>;
  readonly #queue: UploadQueue;
  #state: BatchProgress = { sent: 0, total: 0, name: '' };
  #reportedPercent = 0;
  #reportedAt = 0;

  constructor(
    progress: vscode.Progress<{ message?: string; increment?: number }>,
    queue: UploadQueue,
  ) {
    this.#progress = progress;
    this.#queue = queue;
  }

  moved(state: BatchProgress): void {
    this.#state = state;
    const isDone = state.sent >= state.total;
    if (isDone || Date.now() - this.#reportedAt >= reportEveryMilliseconds) this.report();
  }

  report(): void {
    const { sent, total, name } = this.#state;
    this.#reportedAt = Date.now();
    const percent = total === 0 ? 0 : (sent / total) * 100;
    this.#progress.report({
      message: this.#message({ sent: formatBytes(sent), total: formatBytes(total), name }),
      increment: Math.max(0, percent - this.#reportedPercent),
    });
    this.#reportedPercent = Math.max(percent, this.#reportedPercent);
  }

  #message(values: Readonly<Record<'sent' | 'total' | 'name', string>>): string {
    if (this.#queue.isPaused) {
      return t('paused after {sent} of {total}; “ImageKit: Resume Uploads” goes on', values);
    }
    const { heldUntil } = this.#queue;
    if (heldUntil > Date.now()) {
      const time = new Date(heldUntil).toLocaleTimeString(vscode.env.language);
      return t('{sent} of {total}; ImageKit takes no more for now, goes on at {time}', {
        ...values,
        time,
      });
    }
    return t('{sent} of {total} ({name})', values);
  }
}
