import { demoKeys } from '../auth/demoKeys.ts';

/** A suffix of the path that asks to turn the file into something else. */
export type Suffix =
  | 'ik-thumbnail.jpg'
  | 'ik-video.mp4'
  | 'ik-gif-video.mp4'
  | 'ik-master.m3u8'
  | 'ik-master.mpd'
  | 'ik-seek-thumbnail-track.vtt'
  | 'ik-gensubtitle.vtt'
  | 'ik-gensubtitle.transcript'
  | 'ik-genchapter.vtt';

const suffixes: readonly Suffix[] = [
  'ik-thumbnail.jpg',
  'ik-video.mp4',
  'ik-gif-video.mp4',
  'ik-master.m3u8',
  'ik-master.mpd',
  'ik-seek-thumbnail-track.vtt',
  'ik-gensubtitle.vtt',
  'ik-gensubtitle.transcript',
  'ik-genchapter.vtt',
];

export interface DeliveryUrl {
  /** The endpoint's path with a slash at the end: `/demo/` or `/demo/shop/`. */
  readonly base: string;
  /** The path in the library, percent-decoded: `/blog/a b.jpg`. */
  readonly path: string;
  /** The transformation, percent-decoded; a path part comes before a query part. Empty when none. */
  readonly chain: string;
  readonly suffix: Suffix | undefined;
  readonly versionId: string | undefined;
  readonly attachment: boolean;
  readonly attachmentName: string | undefined;
}

/**
 * Takes a delivery request apart.
 * @param target path and query as requested.
 * @param prefixes of the account's URL endpoints.
 * @returns undefined when the percent-encoding is broken.
 */
export function readDeliveryUrl(
  target: string,
  prefixes: readonly string[],
): DeliveryUrl | undefined {
  const mark = target.indexOf('?');
  const raw = mark === -1 ? target : target.slice(0, mark);
  const query = new URLSearchParams(mark === -1 ? '' : target.slice(mark + 1));
  const root = `/${demoKeys.id}/`;
  const prefix = prefixes.find((each) => each !== '' && raw.startsWith(`${root}${each}/`));
  const base = prefix === undefined ? root : `${root}${prefix}/`;
  let decoded: string[];
  try {
    decoded = raw.slice(base.length).split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return undefined;
  }
  const chains = decoded
    .filter((segment) => segment.startsWith('tr:'))
    .map((each) => each.slice(3));
  const queryChain = query.get('tr');
  if (queryChain) chains.push(queryChain.replace(/^tr:/, ''));
  const segments = decoded.filter((segment) => !segment.startsWith('tr:'));
  const suffix = suffixes.find((each) => each === segments.at(-1));
  // A still may be taken of what was declared a video.
  const bare = suffix === undefined ? segments : segments.slice(0, -1);
  const file = bare.at(-1) === 'ik-video.mp4' ? bare.slice(0, -1) : bare;
  return {
    base,
    path: `/${withoutSeoName(file).join('/')}`,
    chain: chains.join(':'),
    suffix,
    versionId: query.get('ik-obj-version') ?? undefined,
    attachment: query.get('ik-attachment') === 'true',
    attachmentName: query.get('ik-attachment-filename') ?? undefined,
  };
}

/** `ik-seo/a/b/nice-name.jpg` means `a/b.jpg`. */
function withoutSeoName(segments: readonly string[]): readonly string[] {
  const [first, ...rest] = segments;
  const extension = /\.[^.]+$/.exec(rest.at(-1) ?? '')?.[0];
  if (first !== 'ik-seo' || rest.length < 2 || extension === undefined) return segments;
  const path = rest.slice(0, -1);
  return [...path.slice(0, -1), `${path.at(-1) ?? ''}${extension}`];
}
