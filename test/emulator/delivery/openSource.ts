import { decode } from '../rendering/picture.ts';
import type { Picture } from '../rendering/picture.ts';
import type { FileAsset } from '../store/assetRow.ts';
import type { Library } from '../store/library.ts';
import { allParameters } from '../transformation/chain.ts';
import type { Step } from '../transformation/chain.ts';
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
    return { placeholder: false, decode: async () => await decode(path) };
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

/** The picture of a layer. Private files and drafts may be drawn over others. */
export async function loadPicture(library: Library, path: string): Promise<Picture | undefined> {
  const file = library.rows.fileByPath(`/${path.replace(/^\/+/, '')}`);
  if (file === undefined || file.fileType !== 'image') return undefined;
  return await decode(library.blobs.pathOf(file.blob));
}
