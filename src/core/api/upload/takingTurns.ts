/** Runs the tasks of one key one after the other, those of different keys at the same time. */
export function takingTurns(): <Result>(
  key: string,
  task: () => Promise<Result>,
) => Promise<Result> {
  const last = new Map<string, Promise<unknown>>();
  return async (key, task) => {
    const before = last.get(key);
    const running = before === undefined ? task() : before.then(task);
    const settled = running.then(
      () => undefined,
      () => undefined,
    );
    last.set(key, settled);
    try {
      return await running;
    } finally {
      if (last.get(key) === settled) last.delete(key);
    }
  };
}
