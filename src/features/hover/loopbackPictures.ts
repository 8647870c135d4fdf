import { ImageKitError, isImageKitError } from '../../core/api/imageKitError.ts';
import type { HttpTransport } from '../../core/api/httpTransport.ts';
import { AnswerCache } from '../../core/library/answerCache.ts';
import { deliveryLifetime, deliveryProblem } from './deliveryProblem.ts';
import { t } from '../../core/text/l10n.ts';

/** VS Code cuts a hover at 100,000 characters; base64 makes four of three bytes. */
const largestPicture = 70_000;

export type EmbeddedPicture =
  | {
      readonly kind: 'picture';
      readonly dataUri: string;
      /** MIME type. */
      readonly type: string;
      readonly bytes: number;
    }
  | { readonly kind: 'problem'; readonly sentence: string };

/**
 * Pictures of a server on this computer as data URIs: the workbench shows no `http:` picture, so
 * those of the emulator are fetched here. A picture on https is loaded by the editor itself.
 */
export class LoopbackPictures {
  readonly #transport: HttpTransport;
  readonly #pictures = new AnswerCache<EmbeddedPicture>({
    lifetimeOf: (picture) =>
      deliveryLifetime(picture.kind === 'problem' ? picture.sentence : undefined),
    mostKept: 20,
  });

  constructor(transport: HttpTransport) {
    this.#transport = transport;
  }

  /** @throws ImageKitError `cancelled`. */
  embed(url: string, signal: AbortSignal): Promise<EmbeddedPicture> {
    return this.#pictures.find(url, (shared) => this.#fetch(url, shared), signal);
  }

  /** Files may be others now. */
  forget(): void {
    this.#pictures.clear();
  }

  async #fetch(url: string, signal: AbortSignal): Promise<EmbeddedPicture> {
    try {
      const response = await this.#transport({ method: 'GET', url, signal });
      if (response.status !== 200) {
        return problem(deliveryProblem(response.status, response.header('ik-error')));
      }
      const type = response.header('content-type') ?? '';
      if (!type.startsWith('image/')) return problem(t('The URL does not deliver a picture.'));
      const bytes = await response.bytes();
      if (bytes.length > largestPicture) {
        return problem(t('The picture is too large to be shown here; open it in the browser.'));
      }
      return {
        kind: 'picture',
        dataUri: `data:${type};base64,${Buffer.from(bytes).toString('base64')}`,
        type,
        bytes: bytes.length,
      };
    } catch (error) {
      if (!(error instanceof ImageKitError) || isImageKitError(error, 'cancelled')) throw error;
      return problem(t('The picture could not be loaded: the server did not answer.'));
    }
  }
}

function problem(sentence: string): EmbeddedPicture {
  return { kind: 'problem', sentence };
}
