import { checkClientCredentials, hasClientCredentials } from '../auth/clientSignature.ts';
import { requirePrivateKey } from '../auth/requirePrivateKey.ts';
import { checkSize } from '../library/detailFields.ts';
import { readMediaFacts } from '../media/readMediaFacts.ts';
import { ApiError } from '../server/apiError.ts';
import type { Exchange } from '../server/exchange.ts';
import { sendJson } from '../server/respond.ts';
import type { Handler } from '../server/router.ts';
import type { PendingBlob } from '../store/blobStore.ts';
import type { Library } from '../store/library.ts';
import { takeFile } from './fileSource.ts';
import { readMultipart } from './readMultipart.ts';
import { storeUpload } from './storeUpload.ts';
import { readUploadFields } from './uploadFields.ts';
import { uploadResponse } from './uploadResponse.ts';

/** `POST /api/v1/files/upload`. */
export function createUploadHandler(library: Library): Handler {
  const usedTokens = new Set<string>();
  return async (exchange) => {
    exchange.response.setHeader('access-control-allow-origin', '*');
    // A wrong key is refused before the bytes are stored.
    if (exchange.request.headers.authorization !== undefined) requirePrivateKey(exchange);
    const form = await readMultipart(exchange, library.blobs);
    let pending: PendingBlob | undefined = form.file;
    try {
      authenticate(exchange, form.fields, usedTokens);
      const fields = readUploadFields(form.fields);
      pending = await takeFile(form, library.blobs);
      const media = await readMediaFacts(pending.path, fields.fileName, pending.size);
      checkSize(pending.size, media.mime);
      const stored = await storeUpload(library, fields, form.fields, media, pending);
      sendJson(exchange, 200, uploadResponse(stored, fields, library.urlEndpoint()));
    } catch (error) {
      if (pending !== undefined) await library.blobs.discard(pending);
      throw error;
    }
  };
}

function authenticate(
  exchange: Exchange,
  fields: Readonly<Record<string, string>>,
  usedTokens: Set<string>,
): void {
  const client = {
    publicKey: fields['publicKey'],
    signature: fields['signature'],
    expire: fields['expire'],
    token: fields['token'],
  };
  const basic = exchange.request.headers.authorization !== undefined;
  if (!hasClientCredentials(client)) {
    requirePrivateKey(exchange);
    return;
  }
  if (basic) {
    throw new ApiError(400, 'Use either a private key or a client-side signature, not both.');
  }
  checkClientCredentials(client, usedTokens, Math.floor(Date.now() / 1000));
}
