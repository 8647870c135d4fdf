import { createImageKitClient } from '../../src/core/api/createImageKitClient.ts';
import { allAssets, type ListAssets } from '../../src/core/api/assetPages.ts';
import { systemClock } from '../../src/core/api/clock.ts';
import { createNodeFetchTransport } from '../../src/platform/nodeFetchTransport.ts';
import { startEmulator, type Emulator } from '../emulator/startEmulator.ts';
import { liveMemory } from '../unit/platform/liveMemory.ts';
import { median, row, type Row } from './ratio.ts';

const million = 1_000_000;
/** The synthetic library keeps every tenth of its files in this folder. */
const folder = '/archive';
const perPage = 1000;
const pageRounds = 3;
const megabyte = 1024 * 1024;

/** A library of a million: seeding it, listing it, and walking its folder of 100,000. */
export async function benchEmulator(): Promise<readonly Row[]> {
  const emulator = await startEmulator({ seed: false, testControls: true });
  try {
    const before = performance.now();
    const processorBefore = process.cpuUsage();
    const seeded = await fetch(`${emulator.origin}/__emulator/library`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ assets: million, seed: 1 }),
    });
    if (!seeded.ok) throw new Error(await seeded.text());
    const seconds = (performance.now() - before) / 1000;
    const processor = busySince(processorBefore) / 1000;
    const page = await pageTime(emulator);
    return [
      row('seeding 1,000,000 assets, beside 60 s', 's', seconds, 60, 1),
      row('seeding 1,000,000 assets: processor, beside 60 s', 's', processor, 60, 1),
      row('listing a page of 1,000 among them, beside 50 ms', 'ms', page.elapsed, 50, 1),
      row('listing a page of 1,000: processor, beside 50 ms', 'ms', page.processor, 50, 1),
      ...(await walk(emulator)),
    ];
  } finally {
    await emulator.stop();
  }
}

/** Milliseconds in which processors were busy, which does not see who else is on the machine. */
function busySince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * Milliseconds of a page and of asking for it, over pages of several orders and depths, each asked
 * for more than once, as nobody starts an emulator for one page.
 */
async function pageTime(
  emulator: Emulator,
): Promise<{ readonly elapsed: number; readonly processor: number }> {
  const times: number[] = [];
  const processorTimes: number[] = [];
  const sorts = ['ASC_CREATED', 'DESC_UPDATED', 'ASC_NAME', 'DESC_SIZE'];
  const queries = [`skip=0`, `skip=20000`, `path=${folder}&skip=5000`];
  const pages = sorts.flatMap((sort) => queries.map((query) => `sort=${sort}&${query}`));
  for (const page of Array.from({ length: pageRounds }, () => pages).flat()) {
    const before = performance.now();
    const processorBefore = process.cpuUsage();
    const answer = await fetch(`${emulator.origin}/v1/files?limit=${perPage}&${page}`, {
      headers: authorization(emulator),
    });
    await answer.arrayBuffer();
    times.push(performance.now() - before);
    processorTimes.push(busySince(processorBefore));
  }
  return { elapsed: median(times), processor: median(processorTimes) };
}

/** Every asset of a folder through our client, keeping nothing but a count. */
async function walk(emulator: Emulator): Promise<readonly Row[]> {
  const transport = createNodeFetchTransport();
  let requests = 0;
  const client = createImageKitClient({
    transport: (request) => {
      requests++;
      return transport(request);
    },
    clock: systemClock,
    account: {
      privateKey: emulator.privateKey,
      apiOrigin: emulator.origin,
      uploadOrigin: emulator.origin,
    },
  });
  const before = liveMemory();
  let assets = 0;
  let growth = 0;
  const list: ListAssets = (params, options) => client.assets.list(params, options);
  for await (const _ of allAssets(list, { path: folder, pageSize: perPage })) {
    assets++;
    if (assets % 10_000 === 0) growth = Math.max(growth, liveMemory() - before);
  }
  // A full last page does not say that it is the last.
  const needed = Math.floor(assets / perPage) + 1;
  const name = `walking ${assets.toLocaleString('en')} assets`;
  return [
    row(`${name}: requests, beside pages`, 'requests', requests, needed, 1),
    row(`${name}, keeping none: memory, beside 16 MB`, 'MB', growth / megabyte, 16, 1),
  ];
}

function authorization({ privateKey }: Emulator): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(`${privateKey}:`).toString('base64')}` };
}
