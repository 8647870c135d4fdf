import type { Asset, FileAsset } from '../store/assetRow.ts';
import { joinPath } from '../store/assetRow.ts';

/** `{ id, name }` with the name that the service gives: `Version 1`. */
export function versionInfo(file: FileAsset): { id: string; name: string } {
  return { id: file.versionId, name: `Version ${String(file.versionNumber)}` };
}

export interface FileLinks {
  readonly url: string;
  /** Pictures and videos only. */
  readonly thumbnail: string | undefined;
}

export function fileLinks(file: FileAsset, urlEndpoint: string): FileLinks {
  const path = joinPath(file.folder, file.name).split('/').map(encodeURIComponent).join('/');
  const base = `${urlEndpoint}${path}`;
  const query = `updatedAt=${String(file.updatedAt)}`;
  const version = file.kind === 'file-version' ? `&ik-obj-version=${file.versionId}` : '';
  const still = file.mime.startsWith('video/') ? `${base}/ik-thumbnail.jpg` : base;
  const drawable = file.fileType === 'image' || file.mime.startsWith('video/');
  return {
    url: `${base}?${query}${version}`,
    thumbnail: drawable ? `${still}?tr=n-ik_ml_thumbnail&${query}${version}` : undefined,
  };
}

/** Size in pixels and, for video, time and codecs; only what is known. */
export function mediaJson(file: FileAsset): Record<string, unknown> {
  const { width, height, duration, bitRate, videoCodec, audioCodec } = file;
  const known = Object.entries({ height, width, duration, bitRate, videoCodec, audioCodec });
  return Object.fromEntries(known.filter(([, value]) => value !== null));
}

/** A file, a version or a folder as the media API describes it. */
export function assetJson(asset: Asset, urlEndpoint: string): Record<string, unknown> {
  const common = {
    type: asset.kind,
    name: asset.name,
    createdAt: new Date(asset.createdAt).toISOString(),
    updatedAt: new Date(asset.updatedAt).toISOString(),
    customMetadata: asset.customMetadata,
  };
  if (asset.kind === 'folder') {
    return { ...common, folderId: asset.id, folderPath: joinPath(asset.folder, asset.name) };
  }
  const { url, thumbnail } = fileLinks(asset, urlEndpoint);
  return {
    ...common,
    fileId: asset.id,
    filePath: joinPath(asset.folder, asset.name),
    url,
    ...(thumbnail === undefined ? {} : { thumbnail }),
    fileType: asset.fileType,
    mime: asset.mime,
    size: asset.size,
    ...mediaJson(asset),
    ...(asset.hasAlpha === null ? {} : { hasAlpha: asset.hasAlpha }),
    tags: asset.tags,
    AITags: asset.aiTags,
    versionInfo: versionInfo(asset),
    isPrivateFile: asset.isPrivate,
    isPublished: asset.isPublished,
    customCoordinates: asset.customCoordinates,
    embeddedMetadata: asset.embeddedMetadata,
    ...(asset.description === null ? {} : { description: asset.description }),
  };
}
