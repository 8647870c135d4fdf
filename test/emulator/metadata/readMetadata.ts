import sharp from 'sharp';
import { ApiError } from '../server/apiError.ts';
import type { MediaFacts } from '../store/assetRow.ts';
import { estimateJpegQuality } from './jpegQuality.ts';
import { perceptualHash } from './perceptualHash.ts';
import { readExif } from './readExif.ts';

/**
 * The metadata object of a picture or a video.
 * @throws {ApiError} 400 for what is neither or is broken.
 */
export async function readMetadata(
  path: string,
  facts: MediaFacts,
  size: number,
): Promise<Record<string, unknown>> {
  if (facts.fileType === 'image') return await readPicture(path, facts, size);
  if (facts.duration === null) {
    throw new ApiError(400, 'The metadata of this kind of file cannot be read.');
  }
  const { width, height, bitRate, duration, audioCodec, videoCodec, format } = facts;
  const known = { height, width, bitRate, duration, audioCodec, videoCodec };
  return {
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null)),
    size,
    format,
  };
}

async function readPicture(
  path: string,
  { width, height, format }: MediaFacts,
  size: number,
): Promise<Record<string, unknown>> {
  try {
    const metadata = await sharp(path).metadata();
    return {
      height,
      width,
      size,
      format,
      hasColorProfile: metadata.icc !== undefined,
      quality: await estimateJpegQuality(path),
      density: metadata.density ?? 72,
      hasTransparency: metadata.hasAlpha,
      exif: readExif(metadata.exif),
      pHash: await perceptualHash(path),
    };
  } catch (cause) {
    throw new ApiError(400, 'The picture is broken.', { cause });
  }
}
