import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, openSync, closeSync, ftruncateSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, row, type Row } from '../ratio.ts';
import type { Report } from './contestant.ts';
import { hasCurl, uploadWithCurl } from './curl.ts';

const rounds = 5;
const megabyte = 1024 * 1024;
const contestant = join(import.meta.dirname, 'contestant.ts');

interface Measured {
  readonly ours: number;
  readonly official: number;
  /** `undefined` where there is no curl. */
  readonly curl: number | undefined;
  /** Bytes that our process grew by in the worst round. */
  readonly growth: number;
}

/** Uploading beside curl and the official SDK, into a process that throws the bytes away. */
export async function benchUploads(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'imagekit-bench-uploads-'));
  const sink = spawn(process.execPath, [fileURLToPath(new URL('sink.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [port] = await once(sink.stdout, 'data');
    const origin = `http://127.0.0.1:${String(port).trim()}`;
    const large = measure(origin, folder, [largeFile(folder)]);
    const many = measure(origin, folder, manyFiles(folder));
    if (large.curl === undefined) {
      console.log('No curl of 7.66 or later here: uploads are measured beside the SDK alone.');
    }
    return [
      ...besideCurl('1 GiB, beside curl', large, 1 / 0.9),
      row('1 GiB, beside @imagekit/nodejs', 's', large.ours, large.official, 1),
      row('1 GiB: memory, beside 64 MB', 'MB', large.growth / megabyte, 64, 1),
      ...besideCurl('1,000 files of 20 kB, 8 at a time, beside curl --parallel', many, 1.2),
      row('1,000 files of 20 kB, beside @imagekit/nodejs', 's', many.ours, many.official, 1),
    ];
  } finally {
    sink.kill();
    rmSync(folder, { recursive: true });
  }
}

function besideCurl(name: string, { ours, curl }: Measured, bar: number): readonly Row[] {
  return curl === undefined ? [] : [row(name, 's', ours, curl, bar)];
}

/**
 * Curl and ours in turn, so that whatever else the machine does hits both; the SDK, which holds a
 * file several times over in memory, once.
 */
function measure(origin: string, folder: string, paths: readonly string[]): Measured {
  const withCurl = hasCurl();
  const all = Array.from({ length: rounds }, () => ({
    ours: upload('ours', origin, paths),
    curl: withCurl ? uploadWithCurl(origin, paths, folder) : 0,
  }));
  return {
    ours: median(all.map(({ ours }) => ours.seconds)),
    official: upload('official', origin, paths).seconds,
    curl: withCurl ? median(all.map(({ curl }) => curl)) : undefined,
    growth: Math.max(...all.map(({ ours }) => ours.memoryGrowth)),
  };
}

/** In a process of its own, which holds nothing else. */
function upload(client: string, origin: string, paths: readonly string[]): Report {
  const { status, stdout } = spawnSync(process.execPath, [contestant, client, origin, ...paths], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`The upload with the client "${client}" failed.`);
  return JSON.parse(stdout) as Report;
}

function largeFile(folder: string): string {
  const path = join(folder, 'film.mp4');
  const file = openSync(path, 'w');
  ftruncateSync(file, 1024 * megabyte);
  closeSync(file);
  return path;
}

function manyFiles(folder: string): readonly string[] {
  return Array.from({ length: 1000 }, (_, index) => {
    const path = join(folder, `file-${index}.bin`);
    writeFileSync(path, randomBytes(20_000));
    return path;
  });
}
