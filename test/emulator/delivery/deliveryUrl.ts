import { demoKeys } from '../auth/demoKeys.ts';

/** A file for which a suffix asks to be turned into something else. */
const thumbnailSuffix = '/ik-thumbnail.jpg';

export interface DeliveryUrl {
  /** The path in the library, percent-decoded: `/blog/a b.jpg`. */
  readonly path: string;
  /** The transformation, percent-decoded; a path part comes before a query part. Empty when none. */
  readonly chain: string;
  readonly thumbnail: boolean;
  readonly versionId: string | undefined;
  readonly attachment: boolean;
  readonly attachmentName: string | undefined;
}

/**
 * Takes a delivery request apart.
 * @param target path and query as requested.
 * @returns undefined when the percent-encoding is broken.
 */
export function readDeliveryUrl(target: string): DeliveryUrl | undefined {
  const mark = target.indexOf('?');
  const raw = mark === -1 ? target : target.slice(0, mark);
  const query = new URLSearchParams(mark === -1 ? '' : target.slice(mark + 1));
  const segments = raw.slice(`/${demoKeys.id}`.length).split('/').filter(Boolean);
  let decoded: string[];
  try {
    decoded = segments.map((segment) => decodeURIComponent(segment));
  } catch {
    return undefined;
  }
  const chains = decoded
    .filter((segment) => segment.startsWith('tr:'))
    .map((each) => each.slice(3));
  const queryChain = query.get('tr');
  if (queryChain) chains.push(queryChain.replace(/^tr:/, ''));
  const path = `/${decoded.filter((segment) => !segment.startsWith('tr:')).join('/')}`;
  const thumbnail = path.endsWith(thumbnailSuffix);
  return {
    path: thumbnail ? path.slice(0, -thumbnailSuffix.length) : path,
    chain: chains.join(':'),
    thumbnail,
    versionId: query.get('ik-obj-version') ?? undefined,
    attachment: query.get('ik-attachment') === 'true',
    attachmentName: query.get('ik-attachment-filename') ?? undefined,
  };
}
