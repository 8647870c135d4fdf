import type { HttpTransport } from '../../core/api/httpTransport.ts';
import { AnswerCache } from '../../core/library/answerCache.ts';
import { deliveryLifetime, deliveryProblem } from './deliveryProblem.ts';

/** What the headers of a picture tell. */
export interface DeliveryFacts {
  /** One sentence where there is no picture. */
  readonly problem?: string;
  readonly type?: string;
  readonly bytes?: number;
}

/** As the editor asks for a picture, so that `f-auto` chooses the same format. */
const accept = 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8';

/** Asks for the headers of pictures that the editor loads itself. */
export class DeliveryProbe {
  readonly #transport: HttpTransport;
  readonly #answers = new AnswerCache<DeliveryFacts>({
    lifetimeOf: ({ problem }) => deliveryLifetime(problem),
    mostKept: 200,
  });

  constructor(transport: HttpTransport) {
    this.#transport = transport;
  }

  /** @throws ImageKitError where the host does not answer, also `cancelled`. */
  find(url: string, signal: AbortSignal): Promise<DeliveryFacts> {
    return this.#answers.find(url, (shared) => this.#ask(url, shared), signal);
  }

  /** Files may be others now. */
  forget(): void {
    this.#answers.clear();
  }

  async #ask(url: string, signal: AbortSignal): Promise<DeliveryFacts> {
    const response = await this.#transport({ method: 'HEAD', url, headers: { accept }, signal });
    return factsOf(response.status, (name) => response.header(name));
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
