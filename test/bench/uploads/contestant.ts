/**
 * A process that uploads one file or many with one client: `node contestant.ts <client> <origin>
 * <file…>`. Prints a `Report` as JSON; a first small upload, which loads what is loaded once, is not
 * part of it.
 */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { request } from 'node:http';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import OfficialClient from '@imagekit/nodejs';
import fetch from 'node-fetch';
import { createImageKitClient } from '../../../src/core/api/createImageKitClient.ts';
import { systemClock } from '../../../src/core/api/clock.ts';
import { uploadBatch } from '../../../src/core/upload/uploadBatch.ts';
import { UploadQueue } from '../../../src/core/upload/uploadQueue.ts';
import { createNodeFetchTransport } from '../../../src/platform/nodeFetchTransport.ts';
import { openFileAsBlob } from '../../../src/platform/openFile.ts';
import { demoKeys } from '../../emulator/auth/demoKeys.ts';

export interface Report {
  readonly seconds: number;
  /** Seconds that the processors were busy with it. */
  readonly processor: number;
  /** Most bytes that the process held while it uploaded, over those before. */
  readonly memoryGrowth: number;
}

type UploadAll = (paths: readonly string[]) => Promise<void>;

const atATime = 8;
const { privateKey } = demoKeys;

/** What the extension does with files that a person chose. */
function ourClient(origin: string): UploadAll {
  const client = createImageKitClient({
    transport: createNodeFetchTransport(),
    clock: systemClock,
    account: { privateKey, apiOrigin: origin, uploadOrigin: origin },
  });
  const queue = new UploadQueue({ highest: atATime });
  return async (paths) => {
    const sources = paths.map((path) => ({ path, name: basename(path) }));
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
  return inParallel(async (path) => {
    await client.files.upload({ file: createReadStream(path), fileName: basename(path) });
  });
}

const headers = {
  Authorization: `Basic ${btoa(`${privateKey}:`)}`,
  Connection: 'keep-alive',
  'Content-Type': 'application/octet-stream',
};

/** Bytes from which on a file is streamed. */
const large = 10_000_000;

interface Body {
  readonly size: number;
  readonly content: Buffer | Readable;
}

async function bodyOf(path: string): Promise<Body> {
  const { size } = await stat(path);
  const content =
    size < large ? await readFile(path) : createReadStream(path, { highWaterMark: 256 * 1024 });
  return { size, content };
}

/** The least that node-fetch can do: no form, no check, no progress, no time-out. */
function bareNodeFetch(origin: string): UploadAll {
  return inParallel(async (path) => {
    const { size, content } = await bodyOf(path);
    const response = await fetch(`${origin}/api/v1/files/upload`, {
      method: 'POST',
      headers: { ...headers, 'Content-Length': String(size) },
      body: content,
    });
    JSON.parse(await response.text());
  });
}

/** The least that Node can do, which is what node-fetch is made of. */
function bareNodeHttp(origin: string): UploadAll {
  return inParallel(async (path) => {
    const { size, content } = await bodyOf(path);
    const answer = await new Promise<string>((resolve, reject) => {
      const sent = request(
        `${origin}/api/v1/files/upload`,
        { method: 'POST', headers: { ...headers, 'Content-Length': size } },
        (response) => void text(response).then(resolve, reject),
      );
      sent.on('error', reject);
      if (content instanceof Readable) content.pipe(sent);
      else sent.end(content);
    });
    JSON.parse(answer);
  });
}

function inParallel(upload: (path: string) => Promise<void>): UploadAll {
  return async (paths) => {
    const rest = paths.values();
    const work = async (): Promise<void> => {
      for (const path of rest) await upload(path);
    };
    await Promise.all(Array.from({ length: Math.min(atATime, paths.length) }, work));
  };
}

const clients = {
  ours: ourClient,
  official: officialClient,
  nodeFetch: bareNodeFetch,
  nodeHttp: bareNodeHttp,
};
export type Contestant = keyof typeof clients;

const [name = '', origin = '', ...paths] = process.argv.slice(2);
const uploadAll = clients[name as Contestant](origin);
await uploadAll([import.meta.filename]);
const { rss } = process.memoryUsage();
const before = performance.now();
const processorBefore = process.cpuUsage();
await uploadAll(paths);
const { user, system } = process.cpuUsage(processorBefore);
const report: Report = {
  seconds: (performance.now() - before) / 1000,
  processor: (user + system) / 1e6,
  memoryGrowth: process.resourceUsage().maxRSS * 1024 - rss,
};
console.log(JSON.stringify(report));
process.exit();
