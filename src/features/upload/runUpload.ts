import * as vscode from 'vscode';
import type { UploadedFile } from '../../core/api/files.ts';
import { formatBytes } from '../../core/text/formatBytes.ts';
import {
  uploadBatch,
  type BatchProgress,
  type UploadResult,
} from '../../core/upload/uploadBatch.ts';
import type { ConnectedAccount } from '../../platform/accountSession.ts';
import { toAbortSignal } from '../../platform/cancellation.ts';
import type { MediaSource } from './uploadSources.ts';

export type MediaUploadResult = UploadResult<MediaSource, UploadedFile>;

export interface UploadPlan {
  readonly connected: ConnectedAccount;
  readonly sources: readonly MediaSource[];
  readonly folder: string;
  readonly useUniqueFileName: boolean;
}

/** Sends the files with their bytes as progress; Cancel closes the connections at once. */
export function runUpload({
  connected,
  sources,
  folder,
  useUniqueFileName,
}: UploadPlan): Thenable<readonly MediaUploadResult[]> {
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: `ImageKit: uploading to ${folder}`,
      cancellable: true,
    },
    (progress, token) => {
      const signal = toAbortSignal(token);
      return uploadBatch(sources, {
        signal,
        onProgress: progressReporter(progress),
        upload: async (source, onProgress) =>
          connected.client.files.upload(
            { file: await source.open(), fileName: source.name, folder, useUniqueFileName },
            { signal, onProgress },
          ),
      });
    },
  );
}

/** At most this often, so that a fast network does not flood the window with messages. */
const reportEveryMilliseconds = 100;

function progressReporter(
  progress: vscode.Progress<{ message?: string; increment?: number }>,
): (state: BatchProgress) => void {
  let reportedPercent = 0;
  let reportedAt = 0;
  return ({ sent, total, name }) => {
    const done = sent >= total;
    if (!done && Date.now() - reportedAt < reportEveryMilliseconds) return;
    reportedAt = Date.now();
    const percent = total === 0 ? 0 : (sent / total) * 100;
    progress.report({
      message: `${formatBytes(sent)} of ${formatBytes(total)} (${name})`,
      increment: Math.max(0, percent - reportedPercent),
    });
    reportedPercent = Math.max(percent, reportedPercent);
  };
}
