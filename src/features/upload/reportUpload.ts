import * as vscode from 'vscode';
import { describeError } from '../../core/api/describeError.ts';
import { createUrl } from '../../core/url/createUrl.ts';
import { commandIds } from '../../constants.ts';
import { copyText } from '../../platform/editorActions.ts';
import { showFailure } from '../../platform/showFailure.ts';
import type { MediaUploadResult, UploadPlan } from './runUpload.ts';

const actions = {
  copy: 'Copy URL',
  insert: 'Insert at Cursor',
  reveal: 'Reveal in Library',
  retry: 'Retry Failed',
} as const;

export interface UploadReporting {
  readonly reveal: (filePath: string) => Promise<void>;
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

  const offered = [
    ...(failed.length > 0 ? [actions.retry] : []),
    ...(firstPath === undefined ? [] : [actions.copy, actions.insert, actions.reveal]),
  ];
  const text = summary(plan.folder, results);
  const chosen = await (failed.length > 0
    ? showFailure(text, ...offered)
    : vscode.window.showInformationMessage(text, ...offered));

  const { urlEndpoint } = plan.connected.account;
  const urls = paths.map((path) => createUrl({ urlEndpoint, path }));
  switch (chosen) {
    case actions.copy:
      return copyText(urls.join('\n'), paths.length === 1 ? 'the URL' : `${paths.length} URLs`);
    case actions.insert:
      return vscode.commands.executeCommand(commandIds.insertUrl, undefined, urls);
    case actions.reveal:
      return firstPath === undefined ? undefined : reveal(firstPath);
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
        ? `${only.source.name} was accepted and is being processed by ImageKit.`
        : `Uploaded ${only.uploaded.filePath}.`,
    );
  } else if (arrived.length > 1) {
    sentences.push(`Uploaded ${arrived.length} files to ${folder}.`);
  }
  const [firstRefused] = refused;
  if (firstRefused) {
    sentences.push(`${nameOf(refused)} was not uploaded: ${describeError(firstRefused.error)}`);
  }
  const [firstUnconfirmed] = unconfirmed;
  if (firstUnconfirmed) {
    sentences.push(
      `${nameOf(unconfirmed)} was sent but not confirmed, so look in ${folder} before you retry: ${describeError(firstUnconfirmed.error)}`,
    );
  }
  if (cancelled.length > 0) {
    const what =
      cancelled.length === 1
        ? `The upload of ${nameOf(cancelled)} was cancelled`
        : `${cancelled.length} uploads were cancelled`;
    const late = cancelled.filter(({ isUnconfirmed }) => isUnconfirmed);
    sentences.push(
      late.length === 0 ? `${what}.` : `${what}, but ${nameOf(late)} may be in ${folder} already.`,
    );
  }
  return sentences.join(' ');
}

function nameOf(results: readonly MediaUploadResult[]): string {
  const others = results.length > 1 ? ` (and ${results.length - 1} more)` : '';
  return `${results[0]?.source.name}${others}`;
}
