import type { ApiSender, RequestOptions } from '../apiRequest.ts';
import type { ImageKitFile } from '../assetSchemas.ts';
import type { Clock } from '../clock.ts';
import { isImageKitError, type ImageKitError } from '../imageKitError.ts';
import { expectedUpload, targetOf } from './expectedUpload.ts';
import { findStoredUpload, type FindStoredUpload } from './findStoredUpload.ts';
import { takingTurns } from './takingTurns.ts';
import { ensureUploadable } from './uploadChecks.ts';
import { asStoredUpload, decodeUpload, type UploadedFile } from './uploadedFile.ts';
import { uploadForm } from './uploadForm.ts';
import type { FileUploadParams } from './uploadParams.ts';
import { lostAnswerOf, uploadRecovery } from './uploadRecovery.ts';
import { ensureUploadSize, type Plan } from './uploadSizes.ts';

export interface UploadOptions extends RequestOptions {
  /** Where it is known, a file that the account's plan does not take is refused before it is sent. */
  readonly plan?: Plan | undefined;
  /**
   * Bytes of the request handed to the network so far, and of the whole request; begins anew when
   * the file has to be sent again.
   */
  readonly onProgress?: (sent: number, total: number) => void;
  /** ImageKit takes no more for now; the upload goes on by itself after so many milliseconds. */
  readonly onRateLimited?: (waitMs: number) => void;
}

export type Upload = (params: FileUploadParams, options?: UploadOptions) => Promise<UploadedFile>;

export interface UploadDependencies {
  /** With retries of what changes nothing, and of refusals that changed nothing. */
  readonly send: ApiSender;
  readonly clock: Clock;
}

/**
 * Uploads that are neither stored twice nor lost. Where the answer to one is lost, the library is
 * asked for the file, and only where it is not there is the file sent again. When nothing can be
 * found out, the upload fails with the reason for which its answer was lost.
 */
export function createUpload(path: string, { send, clock }: UploadDependencies): Upload {
  const inTurn = takingTurns();
  /** Versions that are known to be of other uploads. */
  const taken = new Set<string>();
  const take = <File extends UploadedFile>(file: File): File => {
    if (file.fileId !== undefined) taken.add(versionOf(file));
    return file;
  };
  /** Targets with an upload of which nobody knows what became. */
  const unresolved = new Set<string>();

  const look = (upload: Attempted): Promise<ImageKitFile | undefined> =>
    findStoredUpload(send, clock, { ...upload, isTaken: (file) => taken.has(versionOf(file)) });

  const find = async (
    upload: Attempted,
    lost: ImageKitError,
  ): Promise<ImageKitFile | undefined> => {
    for (const wait of uploadRecovery.looksAfterMs) {
      await clock.wait(wait, upload.signal);
      try {
        const found = await look(upload);
        if (found) return found;
      } catch (error) {
        throw isImageKitError(error, 'cancelled') ? error : lost;
      }
    }
    return undefined;
  };

  /**
   * Takes what arrived late of earlier uploads to a target, as it is not the file of the next one.
   * @returns Whether that could be found out.
   */
  const takeEarlierOnes = async (upload: Attempted): Promise<boolean> => {
    try {
      for (let found = await look(upload); found; found = await look(upload)) take(found);
      return true;
    } catch (error) {
      if (isImageKitError(error, 'cancelled')) throw error;
      return false;
    }
  };

  const attempt = async (
    params: FileUploadParams,
    target: string,
    { signal, onProgress, onRateLimited }: UploadOptions,
  ): Promise<UploadedFile> => {
    const upload = { expected: expectedUpload(params), sentAt: clock.now(), signal };
    const isFirst = !unresolved.has(target);
    const isTellable = isFirst || (await takeEarlierOnes(upload));
    for (let resends = 0; ; resends++) {
      let isWhole = true;
      try {
        const answer = await send({
          method: 'POST',
          host: 'upload',
          path,
          repeat: 'once',
          body: { kind: 'form', form: uploadForm(params) },
          signal,
          onRateLimited,
          onUploadProgress: (sent, total) => {
            isWhole = sent >= total;
            onProgress?.(sent, total);
          },
        });
        return take(decodeUpload(answer));
      } catch (error) {
        if (!isImageKitError(error)) throw error;
        const lost = lostAnswerOf(uploadRecovery, error);
        if (isWhole && (lost || error.reason === 'cancelled')) unresolved.add(target);
        // A resend that is refused may be so because of an earlier one that arrived late.
        if (!lost && !(resends > 0 && error.reason === 'badRequest')) throw error;
        if (isWhole && !isTellable) throw error;
        // Half a body is never stored.
        const found = isWhole ? await find(upload, error) : undefined;
        if (found) {
          if (isFirst && resends === 0) unresolved.delete(target);
          return take(asStoredUpload(found));
        }
        if (!lost?.isSentAgain || resends >= uploadRecovery.resends) throw error;
        // Nothing was looked for, so nothing was waited for.
        if (!isWhole) await clock.wait(uploadRecovery.pauseMs * 2 ** resends, signal);
      }
    }
  };

  return async (params, options = {}) => {
    ensureUploadable(params);
    if (options.plan) ensureUploadSize(options.plan, params);
    const target = targetOf(expectedUpload(params));
    // Two at a time of one name could not be told apart in the library.
    return inTurn(target, () => attempt(params, target, options));
  };
}

type Attempted = Omit<FindStoredUpload, 'isTaken'>;

function versionOf({ fileId, versionInfo }: Pick<ImageKitFile, 'fileId' | 'versionInfo'>): string {
  return `${fileId} ${versionInfo?.id ?? ''}`;
}
