import type { Job } from '../account/records.ts';
import type { Settings } from '../account/settings.ts';
import { ApiError } from '../server/apiError.ts';
import type { Background } from '../server/background.ts';
import { newId } from '../store/libraryStore.ts';
import type { Records } from '../store/records.ts';

interface JobPlan<Item> {
  readonly type: Job['type'];
  /** Folders that no other job may touch meanwhile. */
  readonly folders: readonly string[];
  readonly items: readonly Item[];
  /** Works on some of the items; an error stops the job. */
  readonly work: (items: readonly Item[]) => void;
  /** The end of a job that got through. @returns what else its status tells. */
  readonly finish: () => Partial<Job>;
}

/** A job comes to its end in that many steps, so that it can be seen half done. */
const steps = 10;

/** Carries out the work on folders that takes its time. */
export class JobRunner {
  readonly #records: Records<Job>;
  readonly #settings: Settings;
  readonly #background: Background;
  readonly #locked = new Map<string, readonly string[]>();

  constructor(records: Records<Job>, settings: Settings, background: Background) {
    this.#records = records;
    this.#settings = settings;
    this.#background = background;
  }

  /** What was running when the emulator was stopped will not go on. */
  recover(): void {
    for (const job of this.#records.all()) {
      if (job.status !== 'Pending') continue;
      const message = 'The job was interrupted. What it had done until then stays.';
      this.#records.put({ ...job, status: 'Partial success', message });
    }
  }

  /** @throws {ApiError} 423 when a running job works on one of the folders, above or below. */
  checkUnlocked(folders: readonly string[]): void {
    for (const locked of this.#locked.values()) {
      for (const folder of folders) {
        if (!locked.some((each) => isRelated(each, folder))) continue;
        throw new ApiError(423, `The folder ${folder} is locked by a running job.`);
      }
    }
  }

  /** @returns the id of the job, which goes on by itself. */
  start<Item>(plan: JobPlan<Item>): string {
    this.checkUnlocked(plan.folders);
    const job: Job = { id: newId(), type: plan.type, status: 'Pending' };
    this.#records.put(job);
    this.#locked.set(job.id, plan.folders);
    this.#background.run(async (pause) => {
      try {
        await this.#run(job, plan, pause);
      } finally {
        this.#locked.delete(job.id);
      }
    });
    return job.id;
  }

  async #run<Item>(
    job: Job,
    { items, work, finish }: JobPlan<Item>,
    pause: (milliseconds: number) => Promise<void>,
  ): Promise<void> {
    const { jobMs, jobFailsAfter } = this.#settings.values;
    const end = Math.min(items.length, jobFailsAfter ?? items.length);
    const size = Math.max(1, Math.ceil(items.length / steps));
    if (items.length === 0) await pause(jobMs);
    for (let at = 0; at < end; at += size) {
      await pause(jobMs / steps);
      const problem = attempt(() => work(items.slice(at, Math.min(at + size, end))));
      if (problem !== undefined) {
        this.#fail(job, problem);
        return;
      }
    }
    if (jobFailsAfter !== null && jobFailsAfter <= items.length) this.#fail(job, 'it was told to');
    else this.#records.put({ ...job, status: 'Completed', ...finish() });
  }

  #fail(job: Job, problem: string): void {
    const message = `The job stopped half way: ${problem}`;
    this.#records.put({ ...job, status: 'Partial success', message });
  }
}

function attempt(work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Whether one folder is the other or contains it. */
function isRelated(one: string, other: string): boolean {
  const inside = (folder: string, path: string): boolean =>
    path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`);
  return inside(one, other) || inside(other, one);
}
