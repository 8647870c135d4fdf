import assert from 'node:assert/strict';

/** Quadratic work takes sixteen times as long for four times as much; linear work about four times. */
const mostGrowth = 9;
const attempts = 20;
const rounds = 3;

/**
 * That reading a text takes time in proportion to its length. Compares a text with one four times as
 * long in the same run, and asks again where something else took the machine's time: work that is not
 * linear fails every time.
 * @param text A piece that is repeated, or what makes a text of about a length.
 * @param length Of the longer text, in characters.
 */
export function assertLinear(
  text: string | ((length: number) => string),
  length: number,
  read: (text: string) => unknown,
): void {
  const make =
    typeof text === 'string'
      ? (wanted: number): string => text.repeat(Math.ceil(wanted / text.length))
      : text;
  const [short, long] = [make(length / 4), make(length)];
  let growth = Infinity;
  for (let attempt = 0; attempt < attempts && growth > mostGrowth; attempt++) {
    growth =
      quickest(() => read(long)) /
      Math.max(
        quickest(() => read(short)),
        0.5,
      );
  }
  assert.ok(
    growth <= mostGrowth,
    `four times ${JSON.stringify(short.slice(0, 40))} took ${growth} times as long`,
  );
}

/** In milliseconds of the processor, whatever else it does meanwhile. */
function quickest(run: () => unknown): number {
  const times = Array.from({ length: rounds }, () => {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}
