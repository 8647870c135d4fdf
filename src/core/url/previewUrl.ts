import { addressOf } from './addressOf.ts';
import type { ImageKitUrl } from './imageKitUrl.ts';

/** How an asset becomes a still picture, by the extension of its path. */
type PreviewKind = 'picture' | 'vector' | 'thumbnail';

const extensionsByKind: readonly (readonly [kind: PreviewKind, extensions: string])[] = [
  ['picture', 'jpg jpeg png webp gif avif bmp ico heic heif tif tiff jxl apng'],
  // An SVG is delivered as it is, and a hover does not show remote SVGs; asked for a raster it does.
  ['vector', 'svg'],
  // https://imagekit.io/docs/create-video-thumbnails and …/vector-and-animated-images
  ['thumbnail', 'mp4 mov webm m4v mpeg mpg 3gp ogv mts avi mkv pdf psd ai eps'],
];

const kindByExtension: ReadonlyMap<string, PreviewKind> = new Map(
  extensionsByKind.flatMap(([kind, extensions]) =>
    extensions.split(' ').map((extension) => [extension, kind] as const),
  ),
);

const thumbnailToken = 'ik-thumbnail.jpg';

/** Suffix tokens behind which there is still a video of which a thumbnail can be had. */
const videoTokens: ReadonlySet<string> = new Set(['ik-video.mp4', 'ik-gif-video.mp4']);

/**
 * The address of a picture that shows what `url` delivers: itself for a picture, its
 * `/ik-thumbnail.jpg` for a video or document.
 * @returns `undefined` where there is no picture: scripts, playlists, subtitles, and anything
 * signed that would have to be changed, as that breaks the signature.
 */
export function previewUrl(url: ImageKitUrl): string | undefined {
  const address = addressOf(url);
  const kind = kindOf(url);
  if (kind === undefined || kind === 'picture') return kind && address;
  if (url.query.some(({ name }) => name.text === 'ik-s')) return undefined;
  if (kind === 'thumbnail') return withThumbnail(url);
  return url.transformation ? address : `${address}${url.query.length > 0 ? '&' : '?'}tr=f-png`;
}

function kindOf({ assetPath, suffix }: ImageKitUrl): PreviewKind | undefined {
  if (suffix) {
    if (suffix.text === thumbnailToken) return 'picture';
    return videoTokens.has(suffix.text) ? 'thumbnail' : undefined;
  }
  const extension = /\.([a-z0-9]+)$/i.exec(assetPath.text)?.[1]?.toLowerCase();
  // An asset without extension is most often a picture of an attached origin.
  return extension === undefined ? 'picture' : kindByExtension.get(extension);
}

function withThumbnail(url: ImageKitUrl): string {
  const index = (url.suffix ?? url.assetPath).end - url.start;
  const text = `${url.text.slice(0, index)}/${thumbnailToken}${url.text.slice(index)}`;
  return addressOf({ text });
}
