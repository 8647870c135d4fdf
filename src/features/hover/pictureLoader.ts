import type { Account } from '../../core/accounts/account.ts';
import type { UrlDescription } from '../../core/language/hover.ts';
import { unitsOfStill } from '../../core/transformation/catalogue/videoUnits.ts';
import { addressOf } from '../../core/url/addressOf.ts';
import type { ImageKitUrl } from '../../core/url/imageKitUrl.ts';
import { originalUrl } from '../../core/url/originalUrl.ts';
import { previewUrl } from '../../core/url/previewUrl.ts';
import { signAccountUrl } from '../../core/accounts/signAccountUrl.ts';
import { isLoopbackUrl } from '../../core/url/urlEndpoint.ts';
import { Deadline } from '../../platform/within.ts';
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
  readonly deadline: Deadline;
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
    // Somebody who has just asked for the picture waits for it.
    const deadline = this.#requests.isNew(request.url)
      ? new Deadline(patienceInMilliseconds)
      : order.deadline;
    // The still of a video tells nothing of the video.
    const isItself = source === addressOf(url);
    const [{ picture, ...facts }, originalBytes] = await Promise.all([
      this.show(deliverable, deadline, signal),
      isItself && !order.isOwn && !isLoopbackUrl(source)
        ? this.#originalBytes(url, order.deadline, signal)
        : undefined,
    ]);
    return { picture, ...(isItself && { ...facts, originalBytes }) };
  }

  /** @param source The address of a picture that may be loaded. */
  async show(source: string, deadline: Deadline, signal: AbortSignal): Promise<LoadedPicture> {
    if (isLoopbackUrl(source)) {
      const embedded = await deadline.within(this.#pictures.embed(source, signal));
      if (!embedded) return { picture: { kind: 'pending' } };
      if (embedded.kind === 'problem') return { picture: embedded };
      const { dataUri, type, bytes } = embedded;
      return { picture: { kind: 'shown', source: dataUri }, type, bytes };
    }
    // The editor loads the picture itself; without an answer there is nothing to add to it.
    const facts = await deadline.within(this.#probe.find(source, signal));
    if (facts?.problem !== undefined) return problem(facts.problem);
    return { picture: { kind: 'shown', source }, type: facts?.type, bytes: facts?.bytes };
  }

  /** Files may be others now. */
  forget(): void {
    this.#pictures.forget();
    this.#probe.forget();
  }

  async #originalBytes(
    url: ImageKitUrl,
    deadline: Deadline,
    signal: AbortSignal,
  ): Promise<number | undefined> {
    const address = originalUrl(url);
    if (address === undefined) return undefined;
    return (await deadline.within(this.#probe.find(address, signal)))?.bytes;
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

const patienceInMilliseconds = 20_000;

function problem(sentence: string): LoadedPicture {
  return { picture: { kind: 'problem', sentence } };
}

const requestLabels: Readonly<Record<UrlDescription['cost'], string>> = {
  free: 'Load preview',
  extensionUnits: 'Load preview (AI effects cost extension units)',
  videoUnits: 'Load preview (a still of a video costs {units} video units)',
  unknown: 'Load preview (what it costs is not known)',
};
