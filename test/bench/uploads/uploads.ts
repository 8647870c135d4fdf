import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, openSync, closeSync, ftruncateSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { row, type Row } from '../ratio.ts';
import type { Contestant, Report } from './contestant.ts';
import { hasCurl, uploadWithCurl } from './curl.ts';

const rounds = 5;
const megabyte = 1024 * 1024;
const contestant = join(import.meta.dirname, 'contestant.ts');

type Times = Omit<Report, 'memoryGrowth'>;

interface Measured {
  readonly ours: Times;
  readonly official: Times;
  /** The least that node-fetch and Node can do. */
  readonly nodeFetch: Times;
  readonly nodeHttp: Times;
  /** `undefined` where there is no curl. */
  readonly curl: Times | undefined;
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
      ...besideAll(largeFiles, large, 1 / 0.9),
      row(`${largeFiles}: memory, beside 64 MB`, 'MB', large.growth / megabyte, 64, 1),
      ...besideAll(smallFiles, many, 1.2),
    ];
  } finally {
    sink.kill();
    rmSync(folder, { recursive: true });
  }
}

const largeFiles = '1 GiB';
const smallFiles = '1,000 files of 20 kB';

/** @param bar Of everything that is measured beside curl. */
function besideAll(
  files: string,
  { ours, official, nodeFetch, nodeHttp, curl }: Measured,
  bar: number,
): readonly Row[] {
  return [
    ...beside(`${files}, ours beside curl`, ours, curl, bar),
    row(`${files}, ours beside @imagekit/nodejs`, 's', ours.seconds, official.seconds, 1),
    // What of it is ours, and what is node-fetch's and Node's, without form, progress and time-outs.
    ...beside(`${files}, ours beside bare node-fetch`, ours, nodeFetch, bar),
    ...beside(`${files}, bare node-fetch beside curl`, nodeFetch, curl, bar),
    ...beside(`${files}, bare node:http beside curl`, nodeHttp, curl, bar),
  ];
}

/** By the clock, and by the time that processors were busy, which does not see who else is there. */
function beside(name: string, ours: Times, peer: Times | undefined, bar: number): readonly Row[] {
  if (peer === undefined) return [];
  return [
    row(name, 's', ours.seconds, peer.seconds, bar),
    row(`${name}: processor`, 's', ours.processor, peer.processor, bar),
  ];
}

/**
 * All in turn, so that whatever else the machine does hits all of them, and the best of each; the
 * SDK, which holds a file several times over in memory, once.
 */
function measure(origin: string, folder: string, paths: readonly string[]): Measured {
  const withCurl = hasCurl();
  const all = Array.from({ length: rounds }, () => ({
    ours: upload('ours', origin, paths),
    curl: withCurl ? uploadWithCurl(origin, paths, folder) : undefined,
    nodeFetch: upload('nodeFetch', origin, paths),
    nodeHttp: upload('nodeHttp', origin, paths),
  }));
  return {
    ours: best(all.map(({ ours }) => ours)),
    official: upload('official', origin, paths),
    nodeFetch: best(all.map(({ nodeFetch }) => nodeFetch)),
    nodeHttp: best(all.map(({ nodeHttp }) => nodeHttp)),
    curl: withCurl ? best(all.flatMap(({ curl = [] }) => curl)) : undefined,
    growth: Math.max(...all.map(({ ours }) => ours.memoryGrowth)),
  };
}

function best(times: readonly Times[]): Times {
  return {
    seconds: Math.min(...times.map(({ seconds }) => seconds)),
    processor: Math.min(...times.map(({ processor }) => processor)),
  };
}

/** In a process of its own, which holds nothing else. */
function upload(client: Contestant, origin: string, paths: readonly string[]): Report {
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
