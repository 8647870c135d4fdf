/** Asks again until there is an answer; the time limit is mocha's, with the last failure as reason. */
export async function eventually<T>(
  probe: () => Promise<T | undefined | false> | T | undefined | false,
  what: string,
  limitMs = 30_000,
): Promise<T> {
  const deadline = Date.now() + limitMs;
  for (let pause = 1; ; pause = Math.min(pause * 2, 25)) {
    const value = await probe();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > deadline) throw new Error(`${what} did not happen in ${limitMs} ms`);
    await new Promise((resolve) => {
      setTimeout(resolve, pause);
    });
  }
}
