import { Readable } from 'node:stream';
import { ApiError } from '../server/apiError.ts';
import { isLoopback } from '../server/loopback.ts';
import type { BlobStore, PendingBlob } from '../store/blobStore.ts';
import type { UploadForm } from './readMultipart.ts';

/** The service's own limit on the wait for a remote file's response headers. */
const headerTimeoutMs = 8000;

/**
 * Finds the bytes of an upload: a binary part, or a text part that holds base64, a data URI or an
 * `http(s)` URL to fetch.
 * @throws {ApiError} 400 when there is no file or it cannot be had.
 */
export async function takeFile(form: UploadForm, blobs: BlobStore): Promise<PendingBlob> {
  if (form.file !== undefined) {
    if (form.file.size === 0) throw new ApiError(400, 'The file to upload is empty.');
    return form.file;
  }
  const text = form.fields['file']?.trim();
  if (!text) throw new ApiError(400, 'Missing file parameter for upload.');
  if (/^https?:\/\//i.test(text)) return await fetchRemote(text, blobs);
  return await blobs.receive(Readable.from([decodeText(text)]));
}

function decodeText(text: string): Buffer {
  const data = /^data:[^,]*?(;base64)?,(.*)$/is.exec(text);
  if (data !== null && data[1] === undefined) {
    try {
      return Buffer.from(decodeURIComponent(data[2] ?? ''));
    } catch (cause) {
      throw new ApiError(400, 'The data URI in the file parameter is malformed.', { cause });
    }
  }
  const base64 = (data?.[2] ?? text).replaceAll(/\s/g, '');
  const digits = base64.replace(/={1,2}$/, '');
  // One digit more than whole groups of four is not yet a byte; padding fills up a group.
  const isWhole = digits.length % 4 !== 1 && (digits === base64 || base64.length % 4 === 0);
  if (digits === '' || !/^[A-Za-z0-9+/_-]+$/.test(digits) || !isWhole) {
    throw new ApiError(400, 'The file parameter is neither a file, nor base64, nor a URL.');
  }
  return Buffer.from(base64, 'base64');
}

const refused = (why: string, cause?: unknown): ApiError =>
  new ApiError(400, `The file could not be downloaded from the URL: ${why}.`, { cause });

async function fetchRemote(address: string, blobs: BlobStore): Promise<PendingBlob> {
  if (!URL.canParse(address)) throw refused('the URL is malformed');
  if (!isLoopback(address)) {
    throw refused('the emulator downloads from this machine only');
  }
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), headerTimeoutMs);
  let answer: Response;
  try {
    answer = await fetch(address, { signal: abort.signal, redirect: 'error' });
  } catch (cause) {
    throw refused(abort.signal.aborted ? 'no answer within 8 seconds' : 'no connection', cause);
  } finally {
    clearTimeout(timer);
  }
  if (!answer.ok || answer.body === null) {
    await answer.body?.cancel();
    throw refused(`the server answered ${String(answer.status)}`);
  }
  try {
    return await blobs.receive(Readable.fromWeb(answer.body));
  } catch (cause) {
    throw refused('the connection broke', cause);
  }
}
