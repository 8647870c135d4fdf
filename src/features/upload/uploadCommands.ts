import * as vscode from 'vscode';
import { commandIds } from '../../constants.ts';
import type { AccountSession } from '../../platform/accountSession.ts';
import type { CommandRunner } from '../../platform/commandRunner.ts';
import type { Logger } from '../../platform/outputLogger.ts';
import { settings } from '../../platform/settings.ts';
import { askRemoteFile } from './askRemoteFile.ts';
import { pickFolder } from './pickFolder.ts';
import { reportUpload } from './reportUpload.ts';
import { runUpload, type UploadPlan } from './runUpload.ts';
import type { UploadControl } from './uploadControl.ts';
import { fileSource, remoteSource, type MediaSource } from './uploadSources.ts';
import { t } from '../../core/text/l10n.ts';

export interface UploadDependencies {
  readonly session: AccountSession;
  readonly logger: Logger;
  /** Told the folder that got new files. */
  readonly onDidUpload: (folder: string) => void;
  /** Shows an uploaded file where the person can work with it. */
  readonly reveal: (filePath: string) => Promise<void>;
}

export interface UploadSlice extends UploadDependencies {
  readonly commands: CommandRunner;
  readonly control: UploadControl;
}

/** Of one or several files of the Explorer, or of those that the person chooses. */
export async function uploadFiles(
  slice: UploadSlice,
  clicked: unknown,
  selected: unknown,
): Promise<void> {
  const scope = clicked instanceof vscode.Uri ? clicked : undefined;
  await slice.session.requireWritable(scope);
  await upload(slice, await sourcesFrom(clicked, selected), { scope });
}

/** @param node Of the media library; without a folder it is asked for. */
export async function uploadToFolder(slice: UploadSlice, node: unknown): Promise<void> {
  await slice.session.requireWritable();
  const folder = folderOf(node);
  await upload(slice, await sourcesFrom(undefined, undefined), { folder });
}

export async function uploadFromUrl(slice: UploadSlice): Promise<void> {
  await slice.session.requireWritable();
  const remote = await askRemoteFile();
  await upload(slice, remote && [remoteSource(remote.url, remote.fileName)]);
}

interface UploadTarget {
  /** In the library; asked for where it is not known. */
  readonly folder?: string | undefined;
  /** What is uploaded from here; its folder may choose the account. */
  readonly scope?: vscode.Uri | undefined;
}

async function upload(
  slice: UploadSlice,
  sources: readonly MediaSource[] | undefined,
  given: UploadTarget = {},
): Promise<void> {
  if (!sources || sources.length === 0) return;
  const { account, client } = await slice.session.requireWritable(given.scope);
  const [first] = sources;
  const title =
    sources.length === 1
      ? t('Upload {name}', { name: first?.name ?? '' })
      : t('Upload {count} Files', { count: sources.length });
  const folder = given.folder ?? (await pickFolder(client, title, slice.logger));
  if (folder === undefined) return;
  await execute(slice, {
    account,
    sources,
    folder,
    useUniqueFileName: settings.useUniqueFileName(given.scope),
    plan: settings.uploadPlan(given.scope),
  });
}

async function execute(slice: UploadSlice, plan: UploadPlan): Promise<void> {
  const results = await runUpload(plan, slice);
  for (const result of results) {
    if (result.kind === 'uploaded') {
      slice.logger.info(`Uploaded ${result.uploaded.filePath ?? result.source.name}.`);
    } else if (result.kind === 'failed') {
      slice.logger.error(`Could not upload ${result.source.name}`, result.error);
    }
  }
  if (results.some(({ kind, isUnconfirmed }) => kind === 'uploaded' || isUnconfirmed)) {
    slice.onDidUpload(plan.folder);
  }
  // Not awaited by the command: the message may stay open for as long as the person likes.
  reportUpload(plan, results, {
    reveal: slice.session.isInForce(plan.account) ? slice.reveal : undefined,
    retry: (again) => execute(slice, again),
  }).catch((error: unknown) => slice.commands.report(commandIds.uploadFile, error));
}

/** The files of an Explorer click or selection, else those that the person chooses. */
async function sourcesFrom(
  clicked: unknown,
  selected: unknown,
): Promise<readonly MediaSource[] | undefined> {
  const given = Array.isArray(selected) ? (selected as readonly unknown[]) : [clicked];
  const uris = given.filter((uri) => uri instanceof vscode.Uri);
  if (uris.length > 0) return uris.map(fileSource);
  const chosen = await vscode.window.showOpenDialog({
    title: t('Upload to ImageKit'),
    openLabel: t('Upload'),
    canSelectMany: true,
  });
  return chosen?.map(fileSource);
}

function folderOf(node: unknown): string | undefined {
  return typeof node === 'object' &&
    node !== null &&
    'path' in node &&
    typeof node.path === 'string'
    ? node.path
    : undefined;
}
