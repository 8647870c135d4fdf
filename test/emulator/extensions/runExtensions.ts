import { Readable } from 'node:stream';
import type { Account } from '../account/account.ts';
import type { ExtensionConfig } from '../account/extensionSchemas.ts';
import { assetJson } from '../library/assetJson.ts';
import { addCurrent, nextVersionNumber } from '../library/fileHistory.ts';
import { readMediaFacts } from '../media/readMediaFacts.ts';
import { isJsonObject } from '../server/readJsonBody.ts';
import { isLoopback } from '../server/loopback.ts';
import type { FileAsset } from '../store/assetRow.ts';
import { runAiTasks } from './aiTasks.ts';
import { newId } from '../store/libraryStore.ts';
import { describePicture, toAiTags } from './autoTags.ts';
import { removeBackground } from './removeBackground.ts';

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
  'remove-bg': {
    waits: true,
    run: async ({ library: { blobs } }, file, config) => {
      // What would lie behind and under the picture is not drawn, so nothing is said to have worked.
      const { add_shadow, bg_color, bg_image_url, ...options } =
        (config.name === 'remove-bg' && config.options) || {};
      if (add_shadow === true || bg_color !== undefined || bg_image_url !== undefined) {
        return undefined;
      }
      const bytes = await removeBackground(blobs.pathOf(file.blob), options);
      const pending = await blobs.receive(Readable.from([bytes]));
      const media = await readMediaFacts(pending.path, file.name, pending.size);
      return { ...media, size: pending.size, blob: await blobs.keep(pending) };
    },
  },
};

/** Runs extensions on a stored file. @returns `extensionStatus`. */
export async function runExtensions(
  account: Account,
  file: FileAsset,
  extensions: readonly ExtensionConfig[],
  webhookUrl: string | undefined,
): Promise<Record<string, Status>> {
  const status: Record<string, Status> = {};
  const waiting: ExtensionConfig[] = [];
  for (const config of extensions) {
    account.traffic.recordExtension(config.name);
    if (runners[config.name].waits) waiting.push(config);
    else status[config.name] = (await apply(account, file, config)) ? 'success' : 'failed';
  }
  for (const { name } of waiting) status[name] = 'pending';
  if (waiting.length === 0) return status;
  account.background.run(async (pause) => {
    let latest = file;
    // One after the other: each works on what the one before has left.
    for (const config of waiting) {
      await pause(account.settings.values.processingMs);
      const changed = await apply(account, latest, config);
      await report(account, changed, latest.id, config, webhookUrl);
      latest = changed ?? latest;
    }
  });
  return status;
}

/** @returns the file as it is then; undefined when the extension failed. */
async function apply(
  account: Account,
  { versionId }: FileAsset,
  config: ExtensionConfig,
): Promise<FileAsset | undefined> {
  const { rows } = account.library;
  const before = rows.versionById(versionId);
  if (before === undefined || before.fileType !== 'image') return undefined;
  const outcome = await runners[config.name].run(account, before, config);
  // What was changed meanwhile stays changed.
  const now = rows.versionById(versionId);
  if (outcome === undefined || now === undefined) return undefined;
  const changed = { ...now, ...outcome, updatedAt: Date.now() };
  if (outcome.blob === undefined) rows.updateFile(changed);
  else return addVersion(account, changed);
  return changed;
}

/** Other bytes are another version; nothing comes of those of a file that has got a newer one. */
function addVersion({ library: { rows } }: Account, file: FileAsset): FileAsset | undefined {
  if (file.kind !== 'file') return undefined;
  const versionNumber = nextVersionNumber(rows.versionsOf(file.id));
  const version = { ...file, versionId: newId(), versionNumber };
  addCurrent(rows, version);
  return version;
}

async function report(
  { library }: Account,
  file: FileAsset | undefined,
  fileId: string,
  { name: service }: ExtensionConfig,
  webhookUrl: string | undefined,
): Promise<void> {
  if (webhookUrl === undefined || !isLoopback(webhookUrl)) return;
  const body =
    file !== undefined
      ? { service, status: 'SUCCESS', fileObject: assetJson(file, library.urlEndpoint()) }
      : { service, status: 'FAILURE', fileId, error: 'The extension could not be run.' };
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
