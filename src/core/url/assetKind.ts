import type { ImageKitUrl } from './imageKitUrl.ts';

/** What the path of a video ends with. */
export const videoPath = /\.(?:mp4|mov|webm|m4v|mpe?g|3gp|og[gv]|mts|avi|mkv)$/i;

/** Suffix tokens that only a video has; see suffixTokens.ts for what they deliver. */
const videoSuffix = /^ik-(?:video|gif-video|master|seek-thumbnail-track|gensubtitle|genchapter)\b/;

/** Whether a URL delivers a video or something made of one, as far as its text tells. */
export function isVideo({ assetPath, suffix }: Pick<ImageKitUrl, 'assetPath' | 'suffix'>): boolean {
  return videoPath.test(assetPath.text) || videoSuffix.test(suffix?.text ?? '');
}
