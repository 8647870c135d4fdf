import type { ParameterDefinition } from './parameterDefinition.ts';
import { videos } from './targets.ts';
import { expression, oneOf, seconds, text } from './values.ts';

const resolutions = ['240', '360', '480', '720', '1080', '1440', '2160'].map((value) => ({
  value,
  summary: `${value} pixels high.`,
}));

/** Videos. Source: https://imagekit.io/docs/video-transformation */
export const videoParameters: readonly ParameterDefinition[] = [
  {
    key: 'so',
    name: 'startOffset',
    summary: 'Where the video starts; for a thumbnail, the frame that is taken.',
    values: [seconds, expression],
    appliesTo: [...videos, 'videoThumbnail'],
    default: '0',
    phrase: 'start at {value}',
    suggestions: ['1', '5'],
    example: 'so-5',
    page: 'trim-videos#start-offset---so',
  },
  {
    key: 'eo',
    name: 'endOffset',
    summary: 'Where the video ends.',
    values: [seconds, expression],
    appliesTo: videos,
    phrase: 'end at {value}',
    suggestions: ['10', '15'],
    example: 'eo-15',
    page: 'trim-videos#end-offset---eo',
    excludes: ['du'],
    openQuestion: 'No page tells whether eo or du wins where both are given.',
  },
  {
    key: 'du',
    name: 'duration',
    summary: 'How long the video lasts, counted from its start offset.',
    values: [seconds, expression],
    appliesTo: videos,
    phrase: 'keep {value}',
    suggestions: ['5', '10'],
    example: 'du-5',
    page: 'trim-videos#duration---du',
    excludes: ['eo'],
  },
  {
    key: 'ac',
    name: 'audioCodec',
    summary: 'Codec of the sound.',
    values: [
      oneOf(
        { value: 'aac', summary: 'AAC, for MP4.', phrase: 'AAC' },
        { value: 'opus', summary: 'Opus, for WebM.', phrase: 'Opus' },
        { value: 'none', summary: 'No sound.', wholePhrase: 'remove the sound' },
      ),
    ],
    appliesTo: videos,
    phrase: 'sound: {value}',
    example: 'ac-none',
    page: 'audio-transformations',
  },
  {
    key: 'vc',
    name: 'videoCodec',
    summary: 'Codec of the picture.',
    values: [
      oneOf(
        { value: 'h264', summary: 'H.264, for MP4.', phrase: 'H.264' },
        { value: 'vp9', summary: 'VP9, for WebM.', phrase: 'VP9' },
        { value: 'av1', summary: 'AV1, for WebM; ten times the video units.', phrase: 'AV1' },
        { value: 'none', summary: 'Sound only.', wholePhrase: 'keep only the sound' },
      ),
    ],
    appliesTo: videos,
    phrase: 'video codec: {value}',
    example: 'vc-h264',
    page: 'video-optimization',
  },
  {
    key: 'sr',
    name: 'streamingResolutions',
    summary: 'Resolutions of an adaptive stream; only with /ik-master.m3u8 or /ik-master.mpd.',
    values: [
      {
        kind: 'list',
        form: '240_360_480_720_1080_1440_2160',
        of: [oneOf(...resolutions)],
        counts: [1, 2, 3, 4, 5, 6, 7],
      },
    ],
    appliesTo: ['video'],
    suffix: 'ik-master.',
    phrase: 'stream at heights of {value}',
    suggestions: ['480_720_1080'],
    example: 'sr-480_720_1080',
    page: 'adaptive-bitrate-streaming',
  },
  {
    key: 'lang',
    name: 'lang',
    summary: 'Language to translate generated subtitles or chapters to, as a code.',
    values: [text],
    appliesTo: ['video'],
    suffix: 'ik-gen',
    phrase: 'translate to {value}',
    suggestions: ['en', 'es', 'fr', 'de', 'hi', 'ja'],
    example: 'lang-es',
    page: 'video-player/subtitles-and-chapters',
    note: 'Needs /ik-gensubtitle.vtt or /ik-genchapter.vtt behind the file’s path.',
  },
];
