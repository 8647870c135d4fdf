import { judgeUrlSignature } from '../auth/urlSignature.ts';
import type { FileAsset } from '../store/assetRow.ts';
import type { Library } from '../store/library.ts';
import type { Step } from '../transformation/chain.ts';
import { allParameters } from '../transformation/chain.ts';
import { usesNamedOnly } from '../transformation/namedTransformations.ts';
import { DeliveryError } from './deliveryError.ts';
import type { DeliveryUrl } from './deliveryUrl.ts';

/**
 * The file of a delivery request, or the default image that the chain names.
 * @param target path and query as requested.
 * @throws {DeliveryError} 401 for a bad signature or a private file without one, 404 without a file.
 */
export function findAsset(
  target: string,
  library: Library,
  url: DeliveryUrl,
  steps: readonly Step[],
): FileAsset {
  const signature = judgeUrlSignature(target, url.base, Math.floor(Date.now() / 1000));
  if (signature === 'invalid' || signature === 'expired') {
    throw new DeliveryError(401, 'EACCES', `the signature of the URL is ${signature}`);
  }
  const file = published(findByUrl(library, url)) ?? findDefault(library, steps);
  if (file === undefined) throw new DeliveryError(404, 'ENOENT', 'the file does not exist');
  if (file.isPrivate && signature !== 'valid' && !usesNamedOnly(steps)) {
    throw new DeliveryError(401, 'EACCES', 'the file is private and the URL is not signed');
  }
  return file;
}

/** A draft has no public URL, whoever signs it. */
function published(file: FileAsset | undefined): FileAsset | undefined {
  return file?.isPublished === true ? file : undefined;
}

function findByUrl(library: Library, url: DeliveryUrl): FileAsset | undefined {
  if (url.versionId === undefined) return library.rows.fileByPath(url.path);
  const version = library.rows.versionById(url.versionId);
  const current = library.rows.fileByPath(url.path);
  return version !== undefined && version.id === current?.id ? version : undefined;
}

function findDefault(library: Library, steps: readonly Step[]): FileAsset | undefined {
  const path = allParameters(steps).get('di');
  if (path === undefined) return undefined;
  return published(library.rows.fileByPath(`/${path.replaceAll('@@', '/').replace(/^\/+/, '')}`));
}
