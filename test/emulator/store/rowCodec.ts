import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { Asset, FileAsset, FolderAsset, ListedAsset, ListedFile } from './assetRow.ts';
import { joinPath } from './assetRow.ts';

export type Row = Record<string, SQLOutputValue>;
export type RowInput = Record<string, SQLInputValue>;

export function encodeAsset(asset: Asset): RowInput {
  const common = {
    kind: asset.kind,
    id: asset.id,
    name: asset.name,
    folder: asset.folder,
    path: joinPath(asset.folder, asset.name),
    customMetadata: JSON.stringify(asset.customMetadata),
    createdAt: asset.createdAt,
    updatedAt: asset.updatedAt,
  };
  return asset.kind === 'folder' ? common : { ...common, ...encodeFile(asset) };
}

function encodeFile(file: FileAsset): RowInput {
  return {
    versionId: file.versionId,
    versionNumber: file.versionNumber,
    size: file.size,
    mime: file.mime,
    format: file.format,
    fileType: file.fileType,
    width: file.width,
    height: file.height,
    hasAlpha: file.hasAlpha === null ? null : Number(file.hasAlpha),
    duration: file.duration,
    bitRate: file.bitRate,
    videoCodec: file.videoCodec,
    audioCodec: file.audioCodec,
    tags: file.tags === null ? null : JSON.stringify(file.tags),
    aiTags: file.aiTags === null ? null : JSON.stringify(file.aiTags),
    customCoordinates: file.customCoordinates,
    embeddedMetadata: JSON.stringify(file.embeddedMetadata),
    description: file.description,
    isPrivate: Number(file.isPrivate),
    isPublished: Number(file.isPublished),
    createdBy: file.createdBy,
    blob: file.blob,
    uploadFields: JSON.stringify(file.uploadFields),
  };
}

export function decodeAsset(row: Row): Asset {
  return row['kind'] === 'folder' ? decodeFolder(row) : decodeFile(row);
}

/** The columns that `decodeListedAsset` reads: every other one costs a page of a thousand time. */
export const listedColumns = `
  kind, id, versionId, versionNumber, name, folder, size, mime, fileType,
  width, height, hasAlpha, duration, bitRate, videoCodec, audioCodec,
  tags, aiTags, customCoordinates, customMetadata, embeddedMetadata, description,
  isPrivate, isPublished, createdAt, updatedAt`;

export function decodeListedAsset(row: Row): ListedAsset {
  return row['kind'] === 'folder' ? decodeFolder(row) : decodeListedFile(row);
}

function decodeFolder(row: Row): FolderAsset {
  return {
    kind: 'folder',
    id: text(row['id']),
    name: text(row['name']),
    folder: text(row['folder']),
    customMetadata: object(row['customMetadata']),
    createdAt: number(row['createdAt']) ?? 0,
    updatedAt: number(row['updatedAt']) ?? 0,
  };
}

function decodeFile(row: Row): FileAsset {
  return {
    ...decodeListedFile(row),
    format: text(row['format']),
    createdBy: text(row['createdBy']),
    blob: text(row['blob']),
    uploadFields: textMembers(row['uploadFields']),
  };
}

function decodeListedFile(row: Row): ListedFile {
  const alpha = number(row['hasAlpha']);
  return {
    kind: row['kind'] === 'file' ? 'file' : 'file-version',
    id: text(row['id']),
    versionId: text(row['versionId']),
    versionNumber: number(row['versionNumber']) ?? 1,
    name: text(row['name']),
    folder: text(row['folder']),
    size: number(row['size']) ?? 0,
    mime: text(row['mime']),
    fileType: row['fileType'] === 'image' ? 'image' : 'non-image',
    width: number(row['width']),
    height: number(row['height']),
    hasAlpha: alpha === null ? null : alpha === 1,
    duration: number(row['duration']),
    bitRate: number(row['bitRate']),
    videoCodec: textOrNull(row['videoCodec']),
    audioCodec: textOrNull(row['audioCodec']),
    tags: strings(row['tags']),
    aiTags: list(row['aiTags']),
    customCoordinates: textOrNull(row['customCoordinates']),
    customMetadata: object(row['customMetadata']),
    embeddedMetadata: object(row['embeddedMetadata']),
    description: textOrNull(row['description']),
    isPrivate: row['isPrivate'] === 1,
    isPublished: row['isPublished'] === 1,
    createdAt: number(row['createdAt']) ?? 0,
    updatedAt: number(row['updatedAt']) ?? 0,
  };
}

function text(value: SQLOutputValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function textOrNull(value: SQLOutputValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function number(value: SQLOutputValue | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

function json(value: SQLOutputValue | undefined): unknown {
  return typeof value === 'string' ? JSON.parse(value) : null;
}

function list(value: SQLOutputValue | undefined): readonly unknown[] | null {
  const parsed = json(value);
  return Array.isArray(parsed) ? parsed : null;
}

function strings(value: SQLOutputValue | undefined): readonly string[] | null {
  return list(value)?.filter((each) => typeof each === 'string') ?? null;
}

const nothing = Object.freeze({});

function object(value: SQLOutputValue | undefined): Readonly<Record<string, unknown>> {
  if (value === '{}') return nothing;
  const parsed = json(value);
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
}

function textMembers(value: SQLOutputValue | undefined): Readonly<Record<string, string>> {
  if (value === '{}') return nothing;
  const members = Object.entries(object(value)).map(
    ([name, member]) => [name, String(member)] as const,
  );
  return Object.fromEntries(members);
}
