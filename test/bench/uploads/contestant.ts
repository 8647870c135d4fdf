/**
 * A process that uploads one file or many with one client: `node contestant.ts <client> <origin>
 * <file…>`. Prints a `Report` as JSON; a first small upload, which loads what is loaded once, is not
 * part of it.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import OfficialClient from '@imagekit/nodejs';
import { createImageKitClient } from '../../../src/core/api/createImageKitClient.ts';
import { systemClock } from '../../../src/core/api/clock.ts';
import { uploadBatch } from '../../../src/core/upload/uploadBatch.ts';
import { UploadQueue } from '../../../src/core/upload/uploadQueue.ts';
import { createNodeFetchTransport } from '../../../src/platform/nodeFetchTransport.ts';
import { openFileAsBlob } from '../../../src/platform/openFile.ts';

export interface Report {
  readonly seconds: number;
  /** Most bytes that the process held while it uploaded, over those before. */
  readonly memoryGrowth: number;
}

type UploadAll = (paths: readonly string[]) => Promise<void>;

const atATime = 8;
const privateKey = 'private_bench';

/** What the extension does with files that a person chose. */
function ourClient(origin: string): UploadAll {
  const client = createImageKitClient({
    transport: createNodeFetchTransport(),
    clock: systemClock,
    account: { privateKey, apiOrigin: origin, uploadOrigin: origin },
  });
  const queue = new UploadQueue({ highest: atATime });
  return async (paths) => {
    const sources = await Promise.all(
      paths.map(async (path) => ({ path, name: basename(path), size: (await stat(path)).size })),
    );
    const results = await uploadBatch(sources, {
      queue,
      signal: new AbortController().signal,
      onProgress: () => undefined,
      upload: async ({ path, name }, onProgress) =>
        client.files.upload({ file: await openFileAsBlob(path), fileName: name }, { onProgress }),
    });
    for (const result of results) if (result.kind === 'failed') throw result.error;
  };
}

/** As its documentation shows it. */
function officialClient(baseURL: string): UploadAll {
  const client = new OfficialClient({ privateKey, baseURL, maxRetries: 0 });
  return async (paths) => {
    const rest = paths.values();
    const work = async (): Promise<void> => {
      for (const path of rest) {
        await client.files.upload({ file: createReadStream(path), fileName: basename(path) });
      }
    };
    await Promise.all(Array.from({ length: Math.min(atATime, paths.length) }, work));
  };
}

const clients = { ours: ourClient, official: officialClient };

const [name = '', origin = '', ...paths] = process.argv.slice(2);
const uploadAll = clients[name as keyof typeof clients](origin);
await uploadAll([import.meta.filename]);
const { rss } = process.memoryUsage();
const before = performance.now();
await uploadAll(paths);
const report: Report = {
  seconds: (performance.now() - before) / 1000,
  memoryGrowth: process.resourceUsage().maxRSS * 1024 - rss,
};
console.log(JSON.stringify(report));
process.exit();
