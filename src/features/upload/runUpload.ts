import * as vscode from 'vscode';
import { isImageKitError } from '../../core/api/imageKitError.ts';
import type { UploadedFile } from '../../core/api/upload/uploadedFile.ts';
import { formatBytes } from '../../core/text/formatBytes.ts';
import {
  uploadBatch,
  type BatchProgress,
  type UploadResult,
} from '../../core/upload/uploadBatch.ts';
import type { ConnectedAccount } from '../../platform/accountSession.ts';
import { toAbortSignal } from '../../platform/cancellation.ts';
import type { MediaSource } from './uploadSources.ts';
import { t } from '../../core/text/l10n.ts';

export type MediaUploadResult = UploadResult<MediaSource, UploadedFile> & {
  /** All was sent and no answer came, so nobody but the media library knows what became of it. */
  readonly isUnconfirmed: boolean;
};

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
      title: t('ImageKit: uploading to {folder}', { folder }),
      cancellable: true,
    },
    async (progress, token) => {
      const signal = toAbortSignal(token);
      const unconfirmed = new Set<MediaSource>();
      const results = await uploadBatch<MediaSource, UploadedFile>(sources, {
        signal,
        onProgress: progressReporter(progress),
        upload: async (source, onProgress) => {
          const file = await source.open();
          let isSent = false;
          try {
            return await connected.client.files.upload(
              { file, fileName: source.name, folder, useUniqueFileName },
              {
                signal,
                onProgress: (sent, total) => {
                  isSent = sent >= total;
                  onProgress(sent, total);
                },
              },
            );
          } catch (error) {
            const isAnswered = isImageKitError(error) && error.status !== undefined;
            if (isSent && !isAnswered) unconfirmed.add(source);
            throw error;
          }
        },
      });
      return results.map((result) => ({
        ...result,
        isUnconfirmed: unconfirmed.has(result.source),
      }));
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
      message: t('{sent} of {total} ({name})', {
        sent: formatBytes(sent),
        total: formatBytes(total),
        name,
      }),
      increment: Math.max(0, percent - reportedPercent),
    });
    reportedPercent = Math.max(percent, reportedPercent);
  };
}
