import { Readable } from 'node:stream';
import type { Account } from '../account/account.ts';
import { loadPicture } from '../delivery/openSource.ts';
import { namedFinder } from '../account/findNamed.ts';
import { chooseFormat, encode } from '../rendering/encode.ts';
import { decode } from '../rendering/picture.ts';
import { renderChain } from '../rendering/renderChain.ts';
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
    const picture = await renderChain(await decode(pending.path), steps, {
      customArea: null,
      load: async (path) => await loadPicture(library, path),
    });
    const { bytes } = await encode(picture, chooseFormat(steps, format, undefined), steps);
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
