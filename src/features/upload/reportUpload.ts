import * as vscode from 'vscode';
import { describeError } from '../../core/api/describeError.ts';
import { createUrl } from '../../core/url/createUrl.ts';
import { commandIds } from '../../constants.ts';
import { copyText } from '../../platform/editorActions.ts';
import { showFailure } from '../../platform/showFailure.ts';
import type { MediaUploadResult, UploadPlan } from './runUpload.ts';
import { t } from '../../core/text/l10n.ts';

export interface UploadReporting {
  /** Absent where the library shows another account. */
  readonly reveal?: ((filePath: string) => Promise<void>) | undefined;
  readonly retry: (plan: UploadPlan) => Promise<void>;
}

/** One message for the whole batch: what arrived, what did not and why, and what to do with it. */
export async function reportUpload(
  plan: UploadPlan,
  results: readonly MediaUploadResult[],
  { reveal, retry }: UploadReporting,
): Promise<void> {
  const uploaded = results.flatMap((result) =>
    result.kind === 'uploaded' ? [result.uploaded] : [],
  );
  const failed = results.filter((result) => result.kind === 'failed');
  const paths = uploaded.flatMap((file) => (file.filePath === undefined ? [] : [file.filePath]));
  const [firstPath] = paths;

  const actions = {
    copy: t('Copy URL'),
    insert: t('Insert at Cursor'),
    reveal: t('Reveal in Library'),
    retry: t('Retry Failed'),
  };
  const offered = [
    ...(failed.length > 0 ? [actions.retry] : []),
    ...(firstPath === undefined ? [] : [actions.copy, actions.insert]),
    ...(firstPath === undefined || !reveal ? [] : [actions.reveal]),
  ];
  const text = summary(plan.folder, results);
  const chosen = await (failed.length > 0
    ? showFailure(text, ...offered)
    : vscode.window.showInformationMessage(text, ...offered));

  const { urlEndpoint } = plan.account;
  const urls = paths.map((path) => createUrl({ urlEndpoint, path }));
  switch (chosen) {
    case actions.copy:
      return copyText(
        urls.join('\n'),
        paths.length === 1 ? t('the URL') : t('{count} URLs', { count: paths.length }),
      );
    case actions.insert:
      return vscode.commands.executeCommand(commandIds.insertUrl, undefined, urls);
    case actions.reveal:
      return firstPath === undefined ? undefined : reveal?.(firstPath);
    case actions.retry:
      return retry({ ...plan, sources: failed.map(({ source }) => source) });
    default:
      return undefined;
  }
}

function summary(folder: string, results: readonly MediaUploadResult[]): string {
  const arrived = results.filter((result) => result.kind === 'uploaded');
  const failed = results.filter((result) => result.kind === 'failed');
  const refused = failed.filter((result) => !result.isUnconfirmed);
  const unconfirmed = failed.filter((result) => result.isUnconfirmed);
  const cancelled = results.filter((result) => result.kind === 'cancelled');
  const sentences: string[] = [];

  const [only] = arrived;
  if (arrived.length === 1 && only) {
    sentences.push(
      only.uploaded.filePath === undefined
        ? t('{name} was accepted and is being processed by ImageKit.', { name: only.source.name })
        : t('Uploaded {filePath}.', { filePath: only.uploaded.filePath }),
    );
  } else if (arrived.length > 1) {
    sentences.push(t('Uploaded {count} files to {folder}.', { count: arrived.length, folder }));
  }
  const [firstRefused] = refused;
  if (firstRefused) {
    sentences.push(
      t('{what} was not uploaded: {reason}', {
        what: nameOf(refused),
        reason: describeError(firstRefused.error),
      }),
    );
  }
  const [firstUnconfirmed] = unconfirmed;
  if (firstUnconfirmed) {
    sentences.push(
      t('{what} was sent but not confirmed, so look in {folder} before you retry: {reason}', {
        what: nameOf(unconfirmed),
        folder,
        reason: describeError(firstUnconfirmed.error),
      }),
    );
  }
  if (cancelled.length > 0) {
    sentences.push(describeCancelled(cancelled, folder));
  }
  return sentences.join(' ');
}

function describeCancelled(cancelled: readonly MediaUploadResult[], folder: string): string {
  const late = cancelled.filter(({ isUnconfirmed }) => isUnconfirmed);
  const values = {
    what: nameOf(cancelled),
    count: cancelled.length,
    late: late.length === 0 ? '' : nameOf(late),
    folder,
  };
  if (cancelled.length === 1) {
    return late.length === 0
      ? t('The upload of {what} was cancelled.', values)
      : t('The upload of {what} was cancelled, but {late} may be in {folder} already.', values);
  }
  return late.length === 0
    ? t('{count} uploads were cancelled.', values)
    : t('{count} uploads were cancelled, but {late} may be in {folder} already.', values);
}

function nameOf(results: readonly MediaUploadResult[]): string {
  const name = results[0]?.source.name ?? '';
  return results.length > 1
    ? t('{name} (and {count} more)', { name, count: results.length - 1 })
    : name;
}
