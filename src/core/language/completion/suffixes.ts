/** What may stand behind an asset's path and what it delivers; suffixTokens.ts has the bare names. */
interface Suffix {
  readonly token: string;
  readonly summary: string;
  /** Paths of the assets that it is for. */
  readonly of: RegExp;
  /** Of https://imagekit.io/docs. */
  readonly page: string;
}

const video = /\.(?:mp4|mov|webm|m4v|mpe?g|3gp|og[gv]|mts|avi|mkv)$/i;
const videoOrDocument = /\.(?:mp4|mov|webm|m4v|mpe?g|3gp|og[gv]|mts|avi|mkv|pdf|psd|ai|eps|gif)$/i;

/** Source: https://imagekit.io/docs/transformations */
const suffixes: readonly Suffix[] = [
  {
    token: 'ik-thumbnail.jpg',
    summary: 'A still picture of the video or document.',
    of: videoOrDocument,
    page: 'create-video-thumbnails',
  },
  {
    token: 'ik-master.m3u8',
    summary: 'An adaptive stream (HLS); needs tr=sr-….',
    of: video,
    page: 'adaptive-bitrate-streaming',
  },
  {
    token: 'ik-master.mpd',
    summary: 'An adaptive stream (DASH); needs tr=sr-….',
    of: video,
    page: 'adaptive-bitrate-streaming',
  },
  {
    token: 'ik-seek-thumbnail-track.vtt',
    summary: 'Pictures for the seek bar of a player.',
    of: video,
    page: 'video-player',
  },
  {
    token: 'ik-gensubtitle.vtt',
    summary: 'Subtitles that AI makes of the sound; costs extension units.',
    of: video,
    page: 'video-player/subtitles-and-chapters',
  },
  {
    token: 'ik-gensubtitle.transcript',
    summary: 'The transcript that AI makes of the sound; costs extension units.',
    of: video,
    page: 'video-player/subtitles-and-chapters',
  },
  {
    token: 'ik-genchapter.vtt',
    summary: 'Chapters that AI makes of the video; costs extension units.',
    of: video,
    page: 'video-player/subtitles-and-chapters',
  },
  {
    token: 'ik-gif-video.mp4',
    summary: 'The animation as a video.',
    of: /\.gif$/i,
    page: 'vector-and-animated-images',
  },
];

/** @param path The asset's, as the URL has it. */
export function suffixesFor(path: string): readonly Suffix[] {
  return suffixes.filter(({ of }) => of.test(path));
}
