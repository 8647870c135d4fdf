/** What a promise gives if it is soon; otherwise, and where it fails, `undefined`. The work goes on. */
export async function within<Value>(
  promise: Promise<Value>,
  milliseconds: number,
): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  const settled = promise.catch(() => undefined);
  try {
    return await Promise.race([settled, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A moment that several waits share: text has to be there then, whatever else is still on its way. */
export class Deadline {
  readonly #end: number;

  constructor(milliseconds: number) {
    this.#end = performance.now() + milliseconds;
  }

  /** As {@link within}, for what is left of the time; what is there already is always given. */
  within<Value>(promise: Promise<Value>): Promise<Value | undefined> {
    return within(promise, Math.max(0, this.#end - performance.now()));
  }
}
