import assert from 'node:assert/strict';

/** Quadratic work takes sixteen times as long for four times as much; linear work about four times. */
const mostGrowth = 9;
const attempts = 6;
const rounds = 3;

/**
 * That reading a text takes time in proportion to its length. Compares a text with one four times as
 * long in the same run, and asks again where something else took the machine's time: work that is not
 * linear fails every time.
 * @param length Of the longer text, in characters.
 */
export function assertLinear(piece: string, length: number, read: (text: string) => unknown): void {
  const [short, long] = [length / 4, length].map((each) =>
    piece.repeat(Math.ceil(each / piece.length)),
  ) as [string, string];
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
    `four times ${JSON.stringify(piece)} took ${growth} times as long`,
  );
}

/** In milliseconds. */
function quickest(run: () => unknown): number {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}
