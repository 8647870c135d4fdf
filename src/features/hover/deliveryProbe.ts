import type { HttpTransport } from '../../core/api/httpTransport.ts';
import { SharedTask } from '../../core/library/sharedTask.ts';
import { deliveryProblem } from './deliveryProblem.ts';

/** What the headers of a picture tell. */
export interface DeliveryFacts {
  /** One sentence where there is no picture. */
  readonly problem?: string;
  readonly type?: string;
  readonly bytes?: number;
}

/** As the editor asks for a picture, so that `f-auto` chooses the same format. */
const accept = 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8';

const mostKept = 200;

/** Statuses that another try may change soon. */
const passing: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);

/** Asks for the headers of pictures that the editor loads itself; each is asked for once. */
export class DeliveryProbe {
  readonly #transport: HttpTransport;
  readonly #kept = new Map<string, DeliveryFacts>();
  readonly #loading = new Map<string, SharedTask<DeliveryFacts>>();

  constructor(transport: HttpTransport) {
    this.#transport = transport;
  }

  /** @throws ImageKitError where the host does not answer, also `cancelled`. */
  async find(url: string, signal: AbortSignal): Promise<DeliveryFacts> {
    const kept = this.#kept.get(url);
    if (kept) return kept;
    let task = this.#loading.get(url);
    if (!task) {
      const started = new SharedTask((shared) => this.#ask(url, shared));
      task = started;
      this.#loading.set(url, started);
      started.onSettled(() => {
        if (this.#loading.get(url) === started) this.#loading.delete(url);
      });
    }
    return task.join(signal);
  }

  async #ask(url: string, signal: AbortSignal): Promise<DeliveryFacts> {
    const response = await this.#transport({ method: 'HEAD', url, headers: { accept }, signal });
    const facts = factsOf(response.status, (name) => response.header(name));
    if (!passing.has(response.status)) this.#keep(url, facts);
    return facts;
  }

  #keep(url: string, facts: DeliveryFacts): void {
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= mostKept && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(url, facts);
  }
}

function factsOf(status: number, header: (name: string) => string | undefined): DeliveryFacts {
  if (status !== 200) return { problem: deliveryProblem(status, header('ik-error')) };
  const type = header('content-type');
  const bytes = Number(header('content-length') ?? Number.NaN);
  return {
    ...(type !== undefined && { type }),
    ...(Number.isFinite(bytes) && { bytes }),
  };
}
