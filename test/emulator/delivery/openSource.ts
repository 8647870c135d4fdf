import sharp from 'sharp';
import { decode } from '../rendering/picture.ts';
import type { Picture } from '../rendering/picture.ts';
import type { FileAsset } from '../store/assetRow.ts';
import type { Library } from '../store/library.ts';
import { allParameters } from '../transformation/chain.ts';
import type { Step } from '../transformation/chain.ts';
import { TransformationError } from '../transformation/transformationError.ts';
import { drawPlaceholder, readVideoFrame } from './videoStill.ts';

export interface Source {
  readonly decode: () => Promise<Picture>;
  /** Whether the pixels are a stand-in for what cannot be read here. */
  readonly placeholder: boolean;
}

/** Where the pixels come from: the picture itself or a frame of a video. */
export async function openSource(
  library: Library,
  file: FileAsset,
  steps: readonly Step[],
): Promise<Source> {
  const path = library.blobs.pathOf(file.blob);
  if (file.fileType === 'image') {
    const page = Number(allParameters(steps).get('pg') ?? '1');
    return { placeholder: false, decode: async () => await decodePage(path, page) };
  }
  const seconds = Number(allParameters(steps).get('so') ?? '0');
  const frame = file.mime.startsWith('video/') ? await readVideoFrame(path, seconds) : undefined;
  if (frame !== undefined) {
    return { placeholder: false, decode: async () => await Promise.resolve(frame) };
  }
  return {
    placeholder: true,
    decode: async () => await drawPlaceholder(file.width ?? 640, file.height ?? 360),
  };
}

/** A page of a picture. Private files and drafts may be drawn over others. */
export async function loadPicture(
  library: Library,
  path: string,
  page = 1,
): Promise<Picture | undefined> {
  const file = findInput(library, path);
  if (file?.fileType !== 'image') return undefined;
  return await decodePage(library.blobs.pathOf(file.blob), page);
}

/** Where the bytes of a font are. */
export function fontPath(library: Library, path: string): string | undefined {
  const file = findInput(library, path);
  return file && library.blobs.pathOf(file.blob);
}

/** @throws {TransformationError} for a page that there is not. */
async function decodePage(path: string, page: number): Promise<Picture> {
  const { pages = 1 } = page === 1 ? {} : await sharp(path).metadata();
  if (page > pages) throw new TransformationError(`there is no page ${String(page)}`);
  return await decode(path, page);
}

function findInput(library: Library, path: string): FileAsset | undefined {
  return library.rows.fileByPath(`/${path.replace(/^\/+/, '')}`);
}
