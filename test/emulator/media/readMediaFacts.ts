import sharp from 'sharp';
import type { Metadata } from 'sharp';
import type { MediaFacts } from '../store/assetRow.ts';
import { extensionOf, imageFormats, mimeOf } from './mimeTypes.ts';
import { readMp4 } from './readMp4.ts';

const nothing = {
  width: null,
  height: null,
  hasAlpha: null,
  duration: null,
  bitRate: null,
  videoCodec: null,
  audioCodec: null,
} as const;

/**
 * Looks at the bytes, not only at the name: a text file called `a.jpg` is `non-image`, as at the
 * service.
 * @param name the stored file name, for what the bytes do not tell.
 */
export async function readMediaFacts(
  path: string,
  name: string,
  size: number,
): Promise<MediaFacts> {
  const image = await readImage(path);
  const known = image === undefined ? undefined : imageFormats[image.format];
  if (image !== undefined && known !== undefined) {
    // Orientations 5 to 8 lie on their side.
    const turned = (image.orientation ?? 1) >= 5;
    return {
      ...nothing,
      ...known,
      fileType: 'image',
      width: turned ? image.height : image.width,
      height: turned ? image.width : image.height,
      hasAlpha: image.hasAlpha,
    };
  }
  const mime = mimeOf(name);
  const plain = { ...nothing, mime, format: extensionOf(name), fileType: 'non-image' } as const;
  const video = await readMp4(path);
  if (video === undefined) return plain;
  const bitRate = video.duration > 0 ? Math.round((size * 8) / video.duration) : null;
  return { ...plain, mime: mime.startsWith('video/') ? mime : 'video/mp4', ...video, bitRate };
}

async function readImage(path: string): Promise<Metadata | undefined> {
  try {
    return await sharp(path).metadata();
  } catch {
    // Not a picture that this decoder knows.
    return undefined;
  }
}
