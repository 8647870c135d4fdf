import assert from 'node:assert/strict';
import { systemClock, type Clock } from '../../src/core/api/clock.ts';
import { createImageKitClient } from '../../src/core/api/createImageKitClient.ts';
import type { UploadedFile } from '../../src/core/api/upload/uploadedFile.ts';
import {
  uploadBatch,
  type BatchProgress,
  type UploadResult,
} from '../../src/core/upload/uploadBatch.ts';
import { UploadQueue } from '../../src/core/upload/uploadQueue.ts';
import { createNodeFetchTransport } from '../../src/platform/nodeFetchTransport.ts';
import { startEmulator, type Emulator } from '../emulator/startEmulator.ts';

export interface UploadSoak {
  readonly files: number;
  readonly seed: number;
  /** As the setting of the extension has it: every name gets a suffix, and nothing is replaced. */
  readonly useUniqueFileName: boolean;
  /** How many times faster than in use every wait of the client is. */
  readonly haste: number;
  readonly log?: (line: string) => void;
}

const uploads = { path: '/api/v1/files/upload' };

/** One in twenty of each: refusals, and connections that break at every moment of an upload. */
const conditions = (seed: number) => ({
  seed,
  errors: [429, 500, 503].map((status) => ({ match: uploads, status, rate: 0.05 })),
  resets: ['before', 'during', 'answer', 'halfAnswer'].map((at) => ({
    match: uploads,
    at,
    rate: 0.05,
  })),
});

interface Source {
  readonly name: string;
  readonly size: number;
}

type Result = UploadResult<Source, UploadedFile>;

/**
 * Uploads files eight at a time to a service that fails in every way, then those that failed again,
 * as a person does, until all have arrived.
 * @throws AssertionError where a file is lost, stored twice, or missing in a report, or where the
 * bytes that were told are not those that were sent.
 */
export async function soakUploads({
  files,
  seed,
  useUniqueFileName,
  haste,
  log,
}: UploadSoak): Promise<void> {
  const emulator = await startEmulator({ seed: false, testControls: true });
  try {
    const clock = hasty(haste);
    const client = clientOf(emulator, clock);
    await setConditions(emulator, conditions(seed));
    const all = Array.from({ length: files }, (_, index) => ({
      name: `file-${index}.bin`,
      size: 1 + ((index * 7919) % 20_000),
    }));
    const queue = new UploadQueue({ highest: 8, clock });
    let sources: readonly Source[] = all;
    for (let pass = 1; sources.length > 0; pass++) {
      assert(pass <= 10, `${sources.length} files do not arrive`);
      const results = await uploadPass(sources, client, queue, useUniqueFileName);
      const failed = results.filter(({ kind }) => kind !== 'uploaded');
      log?.(`pass ${pass}: ${results.length - failed.length} arrived, ${failed.length} failed`);
      sources = failed.map(({ source }) => source);
    }
    await setConditions(emulator, {});
    await checkLibrary(client, all);
  } finally {
    await emulator.stop();
  }
}

/** A clock by which everything takes so many times as long as it does. */
function hasty(haste: number): Clock {
  const start = Date.now();
  return {
    now: () => start + (Date.now() - start) * haste,
    wait: (milliseconds, signal) => systemClock.wait(milliseconds / haste, signal),
  };
}

function clientOf({ privateKey, origin }: Emulator, clock: Clock) {
  return createImageKitClient({
    transport: createNodeFetchTransport(),
    clock,
    account: { privateKey, apiOrigin: origin, uploadOrigin: origin },
  });
}

type Client = ReturnType<typeof clientOf>;

async function uploadPass(
  sources: readonly Source[],
  client: Client,
  queue: UploadQueue,
  useUniqueFileName: boolean,
): Promise<readonly Result[]> {
  const last = new Map<string, { readonly sent: number; readonly total: number }>();
  let told: BatchProgress = { sent: 0, total: 0, name: '' };
  const results = await uploadBatch(sources, {
    signal: new AbortController().signal,
    queue,
    onProgress: (progress) => (told = progress),
    upload: ({ name, size }, onProgress) =>
      client.files.upload(
        { file: new Blob([Buffer.alloc(size, name)]), fileName: name, useUniqueFileName },
        {
          onRateLimited: (wait) => queue.slowDown(wait),
          onProgress: (sent, total) => {
            last.set(name, { sent, total });
            onProgress(sent, total);
          },
        },
      ),
  });

  assert.deepEqual(
    results.map(({ source }) => source),
    sources,
    'the report is complete and in order',
  );
  let sent = 0;
  for (const { kind, source } of results) {
    const bytes = last.get(source.name);
    if (kind === 'uploaded') assert.equal(bytes?.sent, bytes?.total, source.name);
    sent += bytes?.sent ?? 0;
  }
  assert.equal(told.sent, sent, 'the progress is the sum of what was sent');
  return results;
}

async function checkLibrary(client: Client, sources: readonly Source[]): Promise<void> {
  const stored = new Map<string, number>();
  const limit = 1000;
  for (let skip = 0; ; skip += limit) {
    const page = await client.assets.list({ type: 'file', skip, limit });
    for (const { name: given, size, versionInfo } of page) {
      // The suffix that makes a name unique.
      const name = given.replace(/^(file-\d+)_[\w-]+\.bin$/, '$1.bin');
      assert(!stored.has(name), `${name} is stored twice`);
      assert.match(versionInfo?.name ?? '', /^Version 1$/, `${name} is stored once`);
      stored.set(name, size ?? 0);
    }
    if (page.length < limit) break;
  }
  assert.equal(stored.size, sources.length);
  for (const { name, size } of sources) assert.equal(stored.get(name), size, `${name} is whole`);
}

async function setConditions({ origin }: Emulator, values: object): Promise<void> {
  const response = await fetch(`${origin}/__emulator/conditions`, {
    method: 'PUT',
    body: JSON.stringify(values),
    headers: { 'content-type': 'application/json' },
  });
  assert.equal(response.status, 204);
}
