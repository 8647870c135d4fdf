import type { Account } from '../account/account.ts';
import type { ExtensionConfig } from '../account/extensionSchemas.ts';
import { assetJson } from '../library/assetJson.ts';
import { isJsonObject } from '../server/readJsonBody.ts';
import { isLoopback } from '../server/loopback.ts';
import type { FileAsset } from '../store/assetRow.ts';
import { runAiTasks } from './aiTasks.ts';
import { describePicture, toAiTags } from './autoTags.ts';

type Status = 'success' | 'pending' | 'failed';
type Outcome = Partial<FileAsset> | undefined;

/** @returns what changes about the file, or undefined when the extension fails. */
type Runner = (account: Account, file: FileAsset, config: ExtensionConfig) => Promise<Outcome>;

const autoTag: Runner = async ({ library }, file, config) => {
  if (!('maxTags' in config)) return undefined;
  const names = await describePicture(library.blobs.pathOf(file.blob), file);
  const others = (file.aiTags ?? []).filter(
    (tag) => !isJsonObject(tag) || tag['source'] !== config.name,
  );
  const tags = [...others, ...toAiTags(names, config, config.name)];
  return { aiTags: tags.length === 0 ? null : tags };
};

/** Tagging is done within the request; the others take their time. */
const runners: Readonly<
  Record<ExtensionConfig['name'], { readonly waits: boolean; readonly run: Runner }>
> = {
  'google-auto-tagging': { waits: false, run: autoTag },
  'aws-auto-tagging': { waits: false, run: autoTag },
  'ai-auto-description': {
    waits: true,
    run: async ({ library }, file) => {
      const words = await describePicture(library.blobs.pathOf(file.blob), file);
      return { description: `A picture: ${words.join(', ').toLowerCase()}` };
    },
  },
  'ai-tasks': {
    waits: true,
    run: async (_account, file, config) =>
      await Promise.resolve(
        config.name === 'ai-tasks' ? runAiTasks(file, config.tasks) : undefined,
      ),
  },
  // Nothing on this machine can tell a background.
  'remove-bg': { waits: true, run: async () => await Promise.resolve(undefined) },
};

/** Runs extensions on a stored file. @returns `extensionStatus`. */
export async function runExtensions(
  account: Account,
  file: FileAsset,
  extensions: readonly ExtensionConfig[],
  webhookUrl: string | undefined,
): Promise<Record<string, Status>> {
  const status: Record<string, Status> = {};
  for (const config of extensions) {
    account.traffic.recordExtension(config.name);
    if (!runners[config.name].waits) {
      status[config.name] = (await apply(account, file, config)) ? 'success' : 'failed';
      continue;
    }
    status[config.name] = 'pending';
    account.background.run(async (pause) => {
      await pause(account.settings.values.processingMs);
      await report(account, file, config, await apply(account, file, config), webhookUrl);
    });
  }
  return status;
}

async function apply(
  account: Account,
  { versionId }: FileAsset,
  config: ExtensionConfig,
): Promise<boolean> {
  const { rows } = account.library;
  const before = rows.versionById(versionId);
  if (before === undefined || before.fileType !== 'image') return false;
  const outcome = await runners[config.name].run(account, before, config);
  // What was changed meanwhile stays changed.
  const now = rows.versionById(versionId);
  if (outcome === undefined || now === undefined) return false;
  rows.updateFile({ ...now, ...outcome, updatedAt: Date.now() });
  return true;
}

async function report(
  { library }: Account,
  { id, versionId }: FileAsset,
  { name: service }: ExtensionConfig,
  succeeded: boolean,
  webhookUrl: string | undefined,
): Promise<void> {
  const file = library.rows.versionById(versionId);
  if (webhookUrl === undefined || !isLoopback(webhookUrl)) return;
  const body =
    succeeded && file !== undefined
      ? { service, status: 'SUCCESS', fileObject: assetJson(file, library.urlEndpoint()) }
      : { service, status: 'FAILURE', fileId: id, error: 'The extension could not be run.' };
  try {
    const answer = await fetch(webhookUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    });
    await answer.body?.cancel();
  } catch {
    // A receiver that is away is not the emulator's concern; the service would try again.
  }
}
