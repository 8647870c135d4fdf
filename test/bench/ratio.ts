/** A measurement of ours beside that of a peer in the same run. */
export interface Row {
  readonly name: string;
  readonly ours: number;
  readonly peer: number;
  /** Of both; microseconds a call unless told otherwise. */
  readonly unit?: string;
  /** Ours as a share of the peer's; smaller is faster. */
  readonly ratio: number;
  /** What the ratio must not exceed. */
  readonly bar: number;
}

const warmUpInMilliseconds = 1000;
const roundInMilliseconds = 2;
const rounds = 1000;
const longestInMilliseconds = 8000;

/**
 * Runs both in turn in short rounds and takes the fastest of each: whatever else the machine does
 * can only make a round slower.
 * @param bar What the ratio must not exceed.
 */
export function compare(
  name: string,
  bar: number,
  ours: (call: number) => unknown,
  peer: (call: number) => unknown,
): Row {
  const calls = [ours, peer].map((run) => callsInARound(run));
  const times = [Infinity, Infinity];
  const begin = performance.now();
  for (let round = 0; round < rounds; round++) {
    for (const [index, run] of [ours, peer].entries()) {
      times[index] = Math.min(times[index] ?? 0, timeOf(run, calls[index] ?? 1));
    }
    if (performance.now() - begin > longestInMilliseconds) break;
  }
  const [our = 0, their = 0] = times;
  return row(name, 'µs', our, their, bar);
}

/** The medians of both beside each other. */
export function rowOf(
  name: string,
  bar: number,
  ours: readonly number[],
  peers: readonly number[],
): Row {
  const [our, peer] = [median(ours), median(peers)];
  return { name, ours: our, peer, ratio: our / peer, bar };
}

/**
 * What takes longest but for one in twenty, beside a limit: single calls by the clock on the wall, as
 * that of the processor ticks every few milliseconds only. A limit knows nothing of what else the
 * machine does, so of some rounds the one counts that was disturbed least.
 * @param limit In milliseconds.
 * @param run One call; what it has to do first is not timed.
 */
export async function percentile(
  name: string,
  limit: number,
  run: (call: number) => () => unknown,
): Promise<Row> {
  const found: number[] = [];
  for (let round = -1; round < percentileRounds; round++) {
    const times: number[] = [];
    for (let call = 0; call < callsInPercentile; call++) {
      const timed = run(call);
      const before = performance.now();
      sink = await timed();
      times.push(performance.now() - before);
    }
    // The first round warms the code up.
    if (round >= 0) found.push(ninetyFifth(times));
  }
  return row(name, 'ms', Math.min(...found), limit, 1);
}

const percentileRounds = 5;
const callsInPercentile = 200;

function ninetyFifth(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? 0;
}

/** Enough for the clock, when the code is warm. */
function callsInARound(run: (call: number) => unknown): number {
  let calls = 1;
  const begin = performance.now();
  while (performance.now() - begin < warmUpInMilliseconds) timeOf(run, calls);
  for (;;) {
    const elapsed = (timeOf(run, calls) * calls) / 1000;
    if (elapsed > roundInMilliseconds) return calls;
    calls *= 2;
  }
}

let sink: unknown;

/** Microseconds a call. */
function timeOf(run: (call: number) => unknown, calls: number): number {
  const before = performance.now();
  for (let call = 0; call < calls; call++) sink = run(call);
  return ((performance.now() - before) * 1000) / calls;
}

export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
}

/** A row of two figures that were measured elsewhere. */
export function row(name: string, unit: string, ours: number, peer: number, bar: number): Row {
  return { name, unit, ours, peer, ratio: ours / peer, bar };
}

/** The rows as a table, with what missed its bar. */
export function printRows(rows: readonly Row[]): void {
  console.table(
    rows.map(({ name, ours, peer, unit = 'µs', ratio, bar }) => ({
      name,
      ours: `${ours.toFixed(2)} ${unit}`,
      peer: `${peer.toFixed(2)} ${unit}`,
      ratio: ratio.toFixed(2),
      bar: bar.toFixed(2),
      met: ratio <= bar,
    })),
  );
  void sink;
}
