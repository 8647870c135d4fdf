import { ImageKitError, isImageKitError } from '../../core/api/imageKitError.ts';
import type { HttpTransport } from '../../core/api/httpTransport.ts';
import { deliveryProblem } from './deliveryProblem.ts';
import { t } from '../../core/text/l10n.ts';

/** VS Code cuts a hover at 100,000 characters; base64 makes four of three bytes. */
const largestPicture = 70_000;
const cachedPictures = 20;

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
  readonly #pictures = new Map<string, EmbeddedPicture>();

  constructor(transport: HttpTransport) {
    this.#transport = transport;
  }

  async embed(url: string, signal: AbortSignal): Promise<EmbeddedPicture> {
    const known = this.#pictures.get(url);
    if (known) return known;
    const picture = await this.#fetch(url, signal);
    if (picture.kind === 'picture') this.#keep(url, picture);
    return picture;
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

  #keep(url: string, picture: EmbeddedPicture): void {
    const [oldest] = this.#pictures.keys();
    if (this.#pictures.size >= cachedPictures && oldest !== undefined)
      this.#pictures.delete(oldest);
    this.#pictures.set(url, picture);
  }
}

function problem(sentence: string): EmbeddedPicture {
  return { kind: 'problem', sentence };
}
