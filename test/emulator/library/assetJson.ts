import type { ListedAsset, ListedFile } from '../store/assetRow.ts';
import { joinPath } from '../store/assetRow.ts';

/** `{ id, name }` with the name that the service gives: `Version 1`. */
export function versionInfo(file: ListedFile): { id: string; name: string } {
  return { id: file.versionId, name: `Version ${String(file.versionNumber)}` };
}

export interface FileLinks {
  readonly url: string;
  /** Pictures and videos only. */
  readonly thumbnail: string | undefined;
}

export function fileLinks(file: ListedFile, urlEndpoint: string): FileLinks {
  const base = `${urlEndpoint}${encodePath(joinPath(file.folder, file.name))}`;
  const query = `updatedAt=${String(file.updatedAt)}`;
  const version = file.kind === 'file-version' ? `&ik-obj-version=${file.versionId}` : '';
  const still = file.mime.startsWith('video/') ? `${base}/ik-thumbnail.jpg` : base;
  const drawable = file.fileType === 'image' || file.mime.startsWith('video/');
  return {
    url: `${base}?${query}${version}`,
    thumbnail: drawable ? `${still}?tr=n-ik_ml_thumbnail&${query}${version}` : undefined,
  };
}

/** Most paths need nothing, which is found out much faster than it is done. */
function encodePath(path: string): string {
  if (/^[\w./-]*$/.test(path)) return path;
  return path.split('/').map(encodeURIComponent).join('/');
}

/** Size in pixels and, for video, time and codecs; only what is known. */
export function mediaJson(file: ListedFile): Record<string, unknown> {
  return {
    height: file.height ?? undefined,
    width: file.width ?? undefined,
    duration: file.duration ?? undefined,
    bitRate: file.bitRate ?? undefined,
    videoCodec: file.videoCodec ?? undefined,
    audioCodec: file.audioCodec ?? undefined,
  };
}

/**
 * A file, a version or a folder as the media API describes it. A page has a thousand of them, so what
 * is not known is left to JSON, which leaves out `undefined`.
 */
export function assetJson(asset: ListedAsset, urlEndpoint: string): Record<string, unknown> {
  const createdAt = new Date(asset.createdAt).toISOString();
  const updatedAt = new Date(asset.updatedAt).toISOString();
  if (asset.kind === 'folder') {
    return {
      type: asset.kind,
      name: asset.name,
      createdAt,
      updatedAt,
      customMetadata: asset.customMetadata,
      folderId: asset.id,
      folderPath: joinPath(asset.folder, asset.name),
    };
  }
  const { url, thumbnail } = fileLinks(asset, urlEndpoint);
  return {
    type: asset.kind,
    name: asset.name,
    createdAt,
    updatedAt,
    customMetadata: asset.customMetadata,
    fileId: asset.id,
    filePath: joinPath(asset.folder, asset.name),
    url,
    thumbnail,
    fileType: asset.fileType,
    mime: asset.mime,
    size: asset.size,
    ...mediaJson(asset),
    hasAlpha: asset.hasAlpha ?? undefined,
    tags: asset.tags,
    AITags: asset.aiTags,
    versionInfo: versionInfo(asset),
    isPrivateFile: asset.isPrivate,
    isPublished: asset.isPublished,
    customCoordinates: asset.customCoordinates,
    embeddedMetadata: asset.embeddedMetadata,
    description: asset.description ?? undefined,
  };
}
