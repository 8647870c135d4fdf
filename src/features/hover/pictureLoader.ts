import { ImageKitError, isImageKitError } from '../../core/api/imageKitError.ts';
import type { Account } from '../../core/accounts/account.ts';
import type { UrlDescription } from '../../core/language/hover.ts';
import { unitsOfStill } from '../../core/transformation/catalogue/videoUnits.ts';
import { addressOf } from '../../core/url/addressOf.ts';
import type { ImageKitUrl } from '../../core/url/imageKitUrl.ts';
import { originalUrl } from '../../core/url/originalUrl.ts';
import { previewUrl } from '../../core/url/previewUrl.ts';
import { signAccountUrl } from '../../core/accounts/signAccountUrl.ts';
import { isLoopbackUrl } from '../../core/url/urlEndpoint.ts';
import { within } from '../../platform/within.ts';
import type { HoverPreview } from '../../platform/settings.ts';
import type { DeliveryProbe } from './deliveryProbe.ts';
import type { HoverPicture } from './hoverMarkdown.ts';
import type { LoopbackPictures } from './loopbackPictures.ts';
import type { PreviewRequest, PreviewRequests } from './previewRequests.ts';
import { t } from '../../core/text/l10n.ts';

/** A picture and what is known of what the URL itself delivers. */
export interface LoadedPicture {
  readonly picture: HoverPicture;
  /** MIME type. */
  readonly type?: string | undefined;
  readonly bytes?: number | undefined;
  /** Of the file as it was uploaded. */
  readonly originalBytes?: number | undefined;
}

export interface PictureOrder {
  readonly url: ImageKitUrl;
  readonly description: UrlDescription;
  readonly request: PreviewRequest;
  readonly preview: HoverPreview;
  /** Whether the library says that only signed URLs deliver the file. */
  readonly isPrivate: boolean;
  /** Whether a library that is connected knows the file. */
  readonly isOwn: boolean;
  /** Present where hovers may sign. */
  readonly signer: Account | undefined;
}

/** Brings the picture of a hover, unless it costs something or cannot be had. */
export class PictureLoader {
  readonly #pictures: LoopbackPictures;
  readonly #probe: DeliveryProbe;
  readonly #requests: PreviewRequests;

  constructor(pictures: LoopbackPictures, probe: DeliveryProbe, requests: PreviewRequests) {
    this.#pictures = pictures;
    this.#probe = probe;
    this.#requests = requests;
  }

  /** @throws ImageKitError `cancelled`. */
  async load(order: PictureOrder, signal: AbortSignal): Promise<LoadedPicture> {
    const { url, description, request, preview } = order;
    const { cost, isComplete } = description;
    // A half-typed chain would be rendered, and paid for, in every state of its typing.
    if (!isComplete) return problem(t('The preview shows once the URL is complete.'));
    const source = previewUrl(url);
    if (source === undefined) return { picture: { kind: 'none' } };
    const isAllowed = preview === 'always' || (preview === 'freeOnly' && cost === 'free');
    if (!isAllowed && !this.#requests.has(request.url)) {
      const label = t(requestLabels[cost], { units: unitsOfStill });
      return { picture: { kind: 'onRequest', label, request } };
    }
    const deliverable = this.#signed(source, order);
    if (deliverable === undefined) {
      return problem(
        t(
          'This file is private: sign its URL, or let hovers do so with the setting imagekit.hover.signPrivateFiles.',
        ),
      );
    }
    // The still of a video tells nothing of the video.
    const isItself = source === addressOf(url);
    const originalBytes =
      isItself && !order.isOwn && !isLoopbackUrl(source)
        ? // Without an answer the saving is not told.
          this.#originalBytes(url, signal).catch(() => undefined)
        : Promise.resolve(undefined);
    const { picture, ...facts } = await this.show(deliverable, signal);
    if (picture.kind === 'unreachable') {
      // The editor may reach what this computer does not: it may be another one.
      if (this.#requests.has(request.url)) {
        return { picture: { kind: 'shown', source: deliverable } };
      }
      const label = t('Load preview (its server cannot be reached from here)');
      return { picture: { kind: 'onRequest', label, request } };
    }
    // The picture waits for nothing else.
    const ofOriginal = await within(originalBytes, 0);
    return { picture, ...(isItself && { ...facts, originalBytes: ofOriginal }) };
  }

  /**
   * @param source The address of a picture that may be loaded.
   * @throws ImageKitError `cancelled`.
   */
  async show(source: string, signal: AbortSignal): Promise<LoadedPicture> {
    if (isLoopbackUrl(source)) {
      const embedded = await this.#pictures.embed(source, signal);
      if (embedded.kind === 'problem') return { picture: embedded };
      const { dataUri, type, bytes } = embedded;
      return { picture: { kind: 'shown', source: dataUri }, type, bytes };
    }
    // The editor loads the picture itself, but would show a broken one for what is not there.
    try {
      const { problem: sentence, type, bytes } = await this.#probe.find(source, signal);
      if (sentence !== undefined) return problem(sentence);
      return { picture: { kind: 'shown', source }, type, bytes };
    } catch (error) {
      if (!(error instanceof ImageKitError) || isImageKitError(error, 'cancelled')) throw error;
      return { picture: { kind: 'unreachable' } };
    }
  }

  /** Files may be others now. */
  forget(): void {
    this.#pictures.forget();
    this.#probe.forget();
  }

  async #originalBytes(url: ImageKitUrl, signal: AbortSignal): Promise<number | undefined> {
    const address = originalUrl(url);
    return address === undefined ? undefined : (await this.#probe.find(address, signal)).bytes;
  }

  /** @returns `undefined` for a private file that may not be signed here. */
  #signed(source: string, { url, isPrivate, signer }: PictureOrder): string | undefined {
    const isSigned = url.query.some(({ name }) => name.text === 'ik-s');
    if (!isPrivate || isSigned) return source;
    if (!signer) return undefined;
    // The same address for ten minutes, so that what is known of it can be kept.
    const now = Math.floor(Date.now() / tenMinutes) * tenMinutes;
    return signAccountUrl(source, signer, { now, expiresInSeconds: 1800 });
  }
}

const tenMinutes = 600_000;

function problem(sentence: string): LoadedPicture {
  return { picture: { kind: 'problem', sentence } };
}

const requestLabels: Readonly<Record<UrlDescription['cost'], string>> = {
  free: 'Load preview',
  extensionUnits: 'Load preview (AI effects cost extension units)',
  videoUnits: 'Load preview (a still of a video costs {units} video units)',
  unknown: 'Load preview (what it costs is not known)',
};
