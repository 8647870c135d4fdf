import type { CostClass } from '../transformation/catalogue/parameterDefinition.ts';
import { videoPath } from './assetKind.ts';

/** A segment of a URL's path that is no folder but changes what is delivered. */
export interface PathToken {
  /** The whole segment; of `ik-genimg-prompt-` what it begins with. */
  readonly token: string;
  /** Behind the asset's path, or right behind the endpoint. */
  readonly position: 'suffix' | 'prefix';
  /** One sentence: what it delivers. */
  readonly summary: string;
  /** The paths that tell that it can stand there. */
  readonly of: RegExp;
  /** Page of https://imagekit.io/docs. */
  readonly page: string;
  /** A path and, where there must be one, a transformation. */
  readonly example: string;
  /** Absent: free. */
  readonly cost?: CostClass;
  /** What it costs as one sentence, where ImageKit gives numbers. */
  readonly price?: string;
  readonly unconfirmed?: true;
}

/** A path without extension may as well be a folder's. */
const none = /(?!)/;
const image = /\.(?!mp4|mov|webm)[a-z0-9]+$/i;
const document = /\.(?:pdf|psd|ai|eps|gif|apng|webp)$/i;

const playlistPrice =
  'Costs {playlist} video units the first time for the playlist, and for each second of each resolution {rates}.';
/** Source: https://imagekit.io/docs/video-player/subtitles-and-chapters */
const subtitlePrice =
  'Costs 2 extension units a minute the first time, and 2 more a minute for each translation.';

/** Source: https://imagekit.io/docs/transformations */
export const pathTokens: readonly PathToken[] = [
  {
    token: 'ik-video.mp4',
    position: 'suffix',
    summary: 'Takes a file without .mp4 or .mov for a video.',
    of: none,
    page: 'transformations',
    example: '/film/ik-video.mp4?tr=w-300',
  },
  {
    token: 'ik-gif-video.mp4',
    position: 'suffix',
    summary: 'The animation as a video.',
    of: /\.gif$/i,
    page: 'vector-and-animated-images',
    example: '/cat.gif/ik-gif-video.mp4',
  },
  {
    token: 'ik-thumbnail.jpg',
    position: 'suffix',
    summary: 'A still of the video, or a page of the document.',
    of: new RegExp(`${videoPath.source}|${document.source}`, 'i'),
    page: 'create-video-thumbnails',
    example: '/film.mp4/ik-thumbnail.jpg?tr=so-5',
  },
  {
    token: 'ik-master.m3u8',
    position: 'suffix',
    summary: 'An adaptive stream as HLS; needs sr.',
    of: videoPath,
    page: 'adaptive-bitrate-streaming',
    example: '/film.mp4/ik-master.m3u8?tr=sr-480_720',
    cost: 'videoUnits',
    price: playlistPrice,
  },
  {
    token: 'ik-master.mpd',
    position: 'suffix',
    summary: 'An adaptive stream as MPEG-DASH; needs sr.',
    of: videoPath,
    page: 'adaptive-bitrate-streaming',
    example: '/film.mp4/ik-master.mpd?tr=sr-480_720',
    cost: 'videoUnits',
    price: playlistPrice,
  },
  {
    token: 'ik-seek-thumbnail-track.vtt',
    position: 'suffix',
    summary: 'Stills for the seek bar of a player.',
    of: videoPath,
    page: 'video-player/overview',
    example: '/film.mp4/ik-seek-thumbnail-track.vtt',
  },
  {
    token: 'ik-gensubtitle.vtt',
    position: 'suffix',
    summary: 'Subtitles that AI makes of the sound.',
    of: videoPath,
    page: 'video-player/subtitles-and-chapters',
    example: '/film.mp4/ik-gensubtitle.vtt?tr=lang-es',
    cost: 'extensionUnits',
    price: subtitlePrice,
  },
  {
    token: 'ik-gensubtitle.transcript',
    position: 'suffix',
    summary: 'The transcript that AI makes of the sound.',
    of: videoPath,
    page: 'video-player/subtitles-and-chapters',
    example: '/film.mp4/ik-gensubtitle.transcript',
    cost: 'extensionUnits',
    price: subtitlePrice,
  },
  {
    token: 'ik-genchapter.vtt',
    position: 'suffix',
    summary: 'Chapters that AI makes of the video.',
    of: videoPath,
    page: 'video-player/subtitles-and-chapters',
    example: '/film.mp4/ik-genchapter.vtt',
    cost: 'extensionUnits',
  },
  {
    token: 'ik-genimg-prompt-',
    position: 'prefix',
    summary: 'A picture that AI makes of the prompt and keeps under the path behind it.',
    of: image,
    page: 'ai-transformations',
    example: '/ik-genimg-prompt-a%20red%20kite/generated/kite.jpg',
    cost: 'extensionUnits',
  },
  {
    token: 'ik-seo',
    position: 'prefix',
    summary:
      'Delivers a file under another name: the last segment takes the place of its extension.',
    of: image,
    page: 'core-delivery-features',
    example: '/ik-seo/shoes/x14/red-running-shoe.jpg',
  },
];

const suffixes: ReadonlySet<string> = new Set(
  pathTokens.filter(({ position }) => position === 'suffix').map(({ token }) => token),
);
const [generated = '', alias = ''] = pathTokens
  .filter(({ position }) => position === 'prefix')
  .map(({ token }) => token);

/** What stands in a segment of a path. */
export function findPathToken(segment: string): PathToken | undefined {
  const name = isGenerated(segment) ? generated : segment;
  return pathTokens.find(({ token }) => token === name);
}

/** The suffix tokens that an asset can have, by its path. */
export function suffixTokensOf(path: string): readonly PathToken[] {
  return pathTokens.filter(({ position, of }) => position === 'suffix' && of.test(path));
}

export function isSuffixToken(segment: string): boolean {
  return suffixes.has(segment);
}

export function isPrefixToken(segment: string): boolean {
  return segment === alias || isGenerated(segment);
}

/** Whether AI makes the picture. */
export function isGenerated(segment: string): boolean {
  return segment.startsWith(generated);
}
