import type { Account } from '../account/account.ts';
import { requirePrivateKey } from '../auth/requirePrivateKey.ts';
import { resolveExtensions } from '../extensions/resolveExtensions.ts';
import type { ResolvedExtensions } from '../extensions/resolveExtensions.ts';
import { runExtensions } from '../extensions/runExtensions.ts';
import { readMediaFacts } from '../media/readMediaFacts.ts';
import { sendJson } from '../server/respond.ts';
import type { Handler, Route } from '../server/router.ts';
import type { FileAsset } from '../store/assetRow.ts';
import type { PendingBlob } from '../store/blobStore.ts';
import { authenticateV1, authenticateV2 } from './authenticateUpload.ts';
import type { AuthenticateUpload } from './authenticateUpload.ts';
import { applyChecks, checkValues } from './checks.ts';
import { takeFile } from './fileSource.ts';
import { preTransform } from './preTransform.ts';
import { readMultipart } from './readMultipart.ts';
import { checkOverwrite, storeUpload } from './storeUpload.ts';
import { readUploadFields } from './uploadFields.ts';
import type { UploadFields } from './uploadFields.ts';
import { checkUploadLimits } from './uploadLimits.ts';
import { uploadResponse } from './uploadResponse.ts';

interface Received {
  readonly fields: UploadFields;
  /** Every text part as it was sent. */
  readonly raw: Readonly<Record<string, string>>;
  readonly extensions: ResolvedExtensions;
}

/** `POST /api/v1/files/upload` and the beta of version 2. */
export function uploadRoutes(account: Account): Route[] {
  const usedTokens = new Set<string>();
  const versions = { v1: authenticateV1, v2: authenticateV2 };
  return Object.entries(versions).map(([version, authenticate]) => ({
    method: 'POST',
    pattern: `/api/${version}/files/upload`,
    handle: createUploadHandler(account, authenticate, usedTokens),
  }));
}

function createUploadHandler(
  account: Account,
  authenticate: AuthenticateUpload,
  usedTokens: Set<string>,
): Handler {
  const { blobs } = account.library;
  return async (exchange) => {
    exchange.response.setHeader('access-control-allow-origin', '*');
    // A wrong key is refused before the bytes are stored.
    if (exchange.request.headers.authorization !== undefined) requirePrivateKey(exchange);
    const form = await readMultipart(exchange, blobs);
    let pending: PendingBlob | undefined = form.file;
    try {
      authenticate(exchange, form.fields, usedTokens);
      const fields = readUploadFields(account, form.fields);
      const extensions = resolveExtensions(account, { ...fields });
      const received = { fields, raw: form.fields, extensions };
      checkOverwrite(account.library, fields);
      pending = await takeFile(form, blobs);
      const media = await readMediaFacts(pending.path, fields.fileName, pending.size);
      checkUploadLimits(account, pending.size, media.mime);
      if (fields.checks !== undefined) {
        applyChecks(fields.checks, checkValues(fields, media, pending.size));
      }
      const pre = fields.transformation?.pre;
      if (pre !== undefined && media.mime.startsWith('video/')) {
        storeLater(account, received, pending);
        sendJson(exchange, 202, { message: 'The file is being transformed and will be stored.' });
        return;
      }
      if (pre !== undefined && media.fileType === 'image') {
        const changed = await preTransform(account, pending, media.format, pre);
        pending = changed.pending;
        if (changed.unsupported.length > 0) {
          exchange.response.setHeader('x-emulator-unsupported', changed.unsupported.join(','));
        }
      }
      const { file, status } = await store(account, received, pending);
      const body = await uploadResponse(account.library, file, fields);
      sendJson(exchange, 200, {
        ...body,
        ...(extensions.extensions.length === 0 ? {} : { extensionStatus: status }),
      });
    } catch (error) {
      if (pending !== undefined) await blobs.discard(pending);
      throw error;
    }
  };
}

/** @returns the file as it is after the extensions that run at once. */
async function store(
  account: Account,
  { fields, raw, extensions }: Received,
  pending: PendingBlob,
): Promise<{ file: FileAsset; status: Record<string, string> }> {
  const media = await readMediaFacts(pending.path, fields.fileName, pending.size);
  const file = await storeUpload(account, fields, raw, media, pending);
  const status = await runExtensions(account, file, extensions.extensions, extensions.webhookUrl);
  return { file: account.library.rows.versionById(file.versionId) ?? file, status };
}

/** A video is transformed after its upload was answered. The emulator stores it as it is. */
function storeLater(account: Account, received: Received, pending: PendingBlob): void {
  account.background.run(async (pause) => {
    try {
      await pause(account.settings.values.processingMs);
      await store(account, received, pending);
    } catch (error) {
      await account.library.blobs.discard(pending);
      throw error;
    }
  });
}
