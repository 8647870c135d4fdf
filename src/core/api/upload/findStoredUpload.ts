import * as v from 'valibot';
import type { ApiSender, RequestOptions } from '../apiRequest.ts';
import { fileSchema, type ImageKitFile } from '../assetSchemas.ts';
import type { Clock } from '../clock.ts';
import { decode } from '../decode.ts';
import { changedAt, isExpectedUpload, type ExpectedUpload } from './expectedUpload.ts';

export interface FindStoredUpload extends RequestOptions {
  readonly expected: ExpectedUpload;
  /** Unix milliseconds of our own clock, just before the upload was sent first. */
  readonly sentAt: number;
  /** Whether a file is known to be of another upload. */
  readonly isTaken: (file: ImageKitFile) => boolean;
}

const pageItems = 100;
/** The service tells its time in whole seconds, and its hosts may differ a little. */
const clockToleranceMs = 2000;

/** Looks for an upload whose answer was lost, in the folder's files from the newest on. */
export async function findStoredUpload(
  send: ApiSender,
  clock: Pick<Clock, 'now'>,
  { expected, sentAt, isTaken, signal }: FindStoredUpload,
): Promise<ImageKitFile | undefined> {
  for (let skip = 0; ; skip += pageItems) {
    const answer = await send({
      method: 'GET',
      host: 'api',
      path: '/v1/files',
      repeat: 'read',
      query: { path: expected.folder, type: 'file', sort: 'DESC_UPDATED', skip, limit: pageItems },
      signal,
    });
    // By the service's clock, so that a wrong one here neither finds too much nor too little.
    const now = clock.now();
    const since = (answer.date ?? now) - (now - sentAt) - clockToleranceMs;
    const files = decode(v.array(fileSchema), answer, 'list of assets');
    const found = files.find((file) => isExpectedUpload(expected, file, since) && !isTaken(file));
    if (found) return found;
    const isRest = files.length < pageItems || files.some((file) => changedAt(file) < since);
    if (isRest) return undefined;
  }
}
