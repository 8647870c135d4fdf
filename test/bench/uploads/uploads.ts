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
  /** `undefined` where there is no curl. */
  readonly curl: Times | undefined;
  /** Bytes that our process grew by in the worst round. */
  readonly growth: number;
}

/** Beside the least that node-fetch and Node can do, too. */
interface MeasuredBeside extends Measured {
  readonly nodeFetch: Times;
  readonly nodeHttp: Times;
}

/**
 * Uploading beside curl and the official SDK: into a process that throws the bytes away, so that
 * nothing but sending counts, and into the emulator, which stores them and so takes its time for each
 * file, as any service does.
 */
export async function benchUploads(): Promise<readonly Row[]> {
  if (!hasCurl()) console.log('No curl of 7.66 or later here: the SDK is the only peer.');
  const folder = mkdtempSync(join(tmpdir(), 'imagekit-bench-uploads-'));
  const [sink, emulator] = await Promise.all([
    startServer(new URL('sink.ts', import.meta.url)),
    startServer(new URL('../../emulator/main.ts', import.meta.url), '--port', '0', '--empty'),
  ]);
  try {
    const large = measureBeside(sink.origin, folder, [largeFile(folder)]);
    const files = manyFiles(folder);
    return [
      ...besideAll(largeFiles, large, 1 / 0.9),
      row(`${largeFiles}: memory, beside 64 MB`, 'MB', large.growth / megabyte, 64, 1),
      ...besidePeers(`${smallFiles} stored`, measure(emulator.origin, folder, files), 1.2),
      ...besideAll(smallFiles, measureBeside(sink.origin, folder, files), 1.2),
    ];
  } finally {
    sink.stop();
    emulator.stop();
    rmSync(folder, { recursive: true });
  }
}

const largeFiles = '1 GiB';
const smallFiles = '1,000 files of 20 kB';

/** A process that says in its first output where it listens. */
async function startServer(
  file: URL,
  ...args: readonly string[]
): Promise<{ readonly origin: string; readonly stop: () => void }> {
  const server = spawn(process.execPath, [fileURLToPath(file), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output] = await once(server.stdout, 'data');
  const origin = /http:\/\/[\d.]+:\d+/.exec(String(output))?.[0];
  if (origin === undefined) throw new Error(`${file.href} did not say where it listens.`);
  return { origin, stop: () => server.kill() };
}

/** @param bar Of everything that is measured beside curl. */
function besideAll(files: string, measured: MeasuredBeside, bar: number): readonly Row[] {
  const { ours, nodeFetch, nodeHttp, curl } = measured;
  return [
    ...besidePeers(files, measured, bar),
    // What of it is ours, and what is node-fetch's and Node's, without form, progress and time-outs.
    ...beside(`${files}, ours beside bare node-fetch`, ours, nodeFetch, bar),
    ...beside(`${files}, bare node-fetch beside curl`, nodeFetch, curl, bar),
    ...beside(`${files}, bare node:http beside curl`, nodeHttp, curl, bar),
  ];
}

function besidePeers(
  files: string,
  { ours, official, curl }: Measured,
  bar: number,
): readonly Row[] {
  return [
    ...beside(`${files}, ours beside curl`, ours, curl, bar),
    row(`${files}, ours beside @imagekit/nodejs`, 's', ours.seconds, official.seconds, 1),
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
 * Both in turn, so that whatever else the machine does hits both, and the best of each; the SDK,
 * which holds a file several times over in memory, once.
 */
function measure(
  origin: string,
  folder: string,
  paths: readonly string[],
  alsoInTurn: () => void = () => undefined,
): Measured {
  const withCurl = hasCurl();
  const all = Array.from({ length: rounds }, () => {
    alsoInTurn();
    return {
      ours: upload('ours', origin, paths),
      curl: withCurl ? uploadWithCurl(origin, paths, folder) : undefined,
    };
  });
  return {
    ours: best(all.map(({ ours }) => ours)),
    official: upload('official', origin, paths),
    curl: withCurl ? best(all.flatMap(({ curl = [] }) => curl)) : undefined,
    growth: Math.max(...all.map(({ ours }) => ours.memoryGrowth)),
  };
}

function measureBeside(origin: string, folder: string, paths: readonly string[]): MeasuredBeside {
  const nodeFetch: Times[] = [];
  const nodeHttp: Times[] = [];
  const measured = measure(origin, folder, paths, () => {
    nodeFetch.push(upload('nodeFetch', origin, paths));
    nodeHttp.push(upload('nodeHttp', origin, paths));
  });
  return { ...measured, nodeFetch: best(nodeFetch), nodeHttp: best(nodeHttp) };
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
