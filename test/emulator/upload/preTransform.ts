import { Readable } from 'node:stream';
import type { Account } from '../account/account.ts';
import { fontPath, loadPicture } from '../delivery/openSource.ts';
import { namedFinder } from '../account/findNamed.ts';
import { decode } from '../rendering/picture.ts';
import { renderFile } from '../rendering/renderFile.ts';
import { ApiError } from '../server/apiError.ts';
import type { PendingBlob } from '../store/blobStore.ts';
import { judgeChain } from '../transformation/judgeChain.ts';
import { expandNamed } from '../transformation/namedTransformations.ts';
import { parseChain } from '../transformation/parseChain.ts';
import { TransformationError } from '../transformation/transformationError.ts';

export interface PreTransformed {
  readonly pending: PendingBlob;
  /** The parameters for which the picture was left as it is. */
  readonly unsupported: readonly string[];
}

/**
 * Applies the transformation that an upload asks for before its picture is stored.
 * @throws {ApiError} 400 for a transformation that the service refuses.
 */
export async function preTransform(
  account: Account,
  pending: PendingBlob,
  format: string,
  text: string,
): Promise<PreTransformed> {
  const { library } = account;
  try {
    const steps = expandNamed(parseChain(text), namedFinder(account));
    const unsupported = judgeChain(steps);
    if (unsupported.length > 0) return { pending, unsupported };
    const { path } = pending;
    const source = { path, format, decode: async () => await decode(path), moves: true };
    const { bytes } = await renderFile(source, steps, undefined, {
      customArea: null,
      load: async (input, page) => await loadPicture(library, input, page),
      fontPath: (input) => fontPath(library, input),
    });
    const changed = await library.blobs.receive(Readable.from([bytes]));
    await library.blobs.discard(pending);
    return { pending: changed, unsupported };
  } catch (error) {
    if (!(error instanceof TransformationError)) throw error;
    throw new ApiError(400, `The pre-transformation is invalid: ${error.message}.`, {
      cause: error,
    });
  }
}
