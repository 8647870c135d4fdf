import { SharedTask } from './sharedTask.ts';

export interface AnswerCacheOptions<Answer> {
  /** For how many milliseconds an answer is given again; 0 for one that may change at once. */
  readonly lifetimeOf: (answer: Answer) => number;
  readonly mostKept: number;
  /** Unix milliseconds. */
  readonly now?: () => number;
}

interface Kept<Answer> {
  readonly answer: Answer;
  readonly until: number;
}

/** What a service answered, by what it was asked: a question that is on its way is not asked again. */
export class AnswerCache<Answer> {
  readonly #options: Required<AnswerCacheOptions<Answer>>;
  readonly #kept = new Map<string, Kept<Answer>>();
  readonly #asking = new Map<string, SharedTask<Answer>>();

  constructor(options: AnswerCacheOptions<Answer>) {
    this.#options = { now: () => Date.now(), ...options };
  }

  /** What is known without asking. */
  get(question: string): Answer | undefined {
    const kept = this.#kept.get(question);
    return kept && kept.until > this.#options.now() ? kept.answer : undefined;
  }

  /** @throws what `ask` throws, which is not kept; ImageKitError `cancelled` when `signal` aborts. */
  async find(
    question: string,
    ask: (signal: AbortSignal) => Promise<Answer>,
    signal?: AbortSignal,
  ): Promise<Answer> {
    const known = this.get(question);
    if (known !== undefined) return known;
    let task = this.#asking.get(question);
    if (!task) {
      const started = new SharedTask(async (shared) => {
        const answer = await ask(shared);
        if (this.#asking.get(question) === started) this.#keep(question, answer);
        return answer;
      });
      task = started;
      this.#asking.set(question, started);
      started.onSettled(() => {
        if (this.#asking.get(question) === started) this.#asking.delete(question);
      });
    }
    return task.join(signal);
  }

  /** Asks again from now on; an answer that is on its way is given to those who wait, and not kept. */
  clear(): void {
    this.#kept.clear();
    this.#asking.clear();
  }

  #keep(question: string, answer: Answer): void {
    const { lifetimeOf, mostKept, now } = this.#options;
    const lifetime = lifetimeOf(answer);
    if (lifetime <= 0) return;
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= mostKept && oldest !== undefined) this.#kept.delete(oldest);
    // Again at the end of those that are dropped first.
    this.#kept.delete(question);
    this.#kept.set(question, { answer, until: now() + lifetime });
  }
}
