/**
 * What may stand behind an asset's path and changes what is delivered.
 * Source: https://imagekit.io/docs/transformations
 */
export const suffixTokens: ReadonlySet<string> = new Set([
  'ik-video.mp4',
  'ik-gif-video.mp4',
  'ik-thumbnail.jpg',
  'ik-master.m3u8',
  'ik-master.mpd',
  'ik-seek-thumbnail-track.vtt',
  'ik-gensubtitle.vtt',
  'ik-gensubtitle.transcript',
  'ik-genchapter.vtt',
]);
