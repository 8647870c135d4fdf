import * as vscode from 'vscode';
import { isImageKitError } from '../../core/api/imageKitError.ts';
import type { UploadedFile } from '../../core/api/upload/uploadedFile.ts';
import type { Plan } from '../../core/api/upload/uploadSizes.ts';
import { uploadBatch, type UploadResult } from '../../core/upload/uploadBatch.ts';
import type { Account } from '../../core/accounts/account.ts';
import type { AccountSession } from '../../platform/accountSession.ts';
import { toAbortSignal } from '../../platform/cancellation.ts';
import type { UploadControl } from './uploadControl.ts';
import { UploadProgress } from './uploadProgress.ts';
import type { MediaSource } from './uploadSources.ts';
import { t } from '../../core/text/l10n.ts';

export type MediaUploadResult = UploadResult<MediaSource, UploadedFile> & {
  /** All was sent and no answer came, so nobody but the media library knows what became of it. */
  readonly isUnconfirmed: boolean;
};

export interface UploadPlan {
  readonly account: Account;
  readonly sources: readonly MediaSource[];
  readonly folder: string;
  readonly useUniqueFileName: boolean;
  /** Of the account, where a setting tells it. */
  readonly plan: Plan | undefined;
}

export interface UploadMeans {
  readonly session: AccountSession;
  readonly control: UploadControl;
}

/** Sends the files with their bytes as progress; Cancel closes the connections at once. */
export function runUpload(
  plan: UploadPlan,
  { session, control }: UploadMeans,
): Promise<readonly MediaUploadResult[]> {
  return control.during(() =>
    vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: t('ImageKit: uploading to {folder}', { folder: plan.folder }),
        cancellable: true,
      },
      async (progress, token) => {
        const shown = new UploadProgress(progress, control.queue);
        const subscription = control.onDidChange(() => shown.report());
        try {
          return await send(plan, { session, control }, shown, toAbortSignal(token));
        } finally {
          subscription.dispose();
        }
      },
    ),
  );
}

async function send(
  { account, sources, folder, useUniqueFileName, plan }: UploadPlan,
  { session, control }: UploadMeans,
  shown: UploadProgress,
  signal: AbortSignal,
): Promise<readonly MediaUploadResult[]> {
  const unconfirmed = new Set<MediaSource>();
  const results = await uploadBatch<MediaSource, UploadedFile>(sources, {
    signal,
    queue: control.queue,
    onProgress: (state) => shown.moved(state),
    upload: async (source, onProgress) => {
      // A file waits its turn, in a pause for hours: what the account allows by then counts.
      const { client } = await session.requireStillWritable(account);
      const file = await source.open();
      let isSent = false;
      try {
        return await client.files.upload(
          { file, fileName: source.name, folder, useUniqueFileName },
          {
            signal,
            plan,
            onRateLimited: (wait) => control.slowDown(wait),
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
  return results.map((result) => ({ ...result, isUnconfirmed: unconfirmed.has(result.source) }));
}
