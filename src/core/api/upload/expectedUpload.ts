import type { ImageKitFile } from '../assetSchemas.ts';
import { sanitizeFolder } from '../sanitize.ts';
import type { FileUploadParams } from './uploadParams.ts';

/** What the library holds once an upload was stored. */
export interface ExpectedUpload {
  readonly folder: string;
  readonly fileName: string;
  /** Whether the name got a random suffix. */
  readonly isUnique: boolean;
  /** Bytes, where they are known beforehand. */
  readonly size: number | undefined;
}

export function expectedUpload(params: FileUploadParams): ExpectedUpload {
  const { file, fileName, folder = '/', useUniqueFileName = true } = params;
  const isChanged =
    params.transformation?.pre !== undefined ||
    params.extensions?.some(({ name }) => name === 'remove-bg') === true;
  return {
    folder: sanitizeFolder(folder),
    fileName,
    isUnique: useUniqueFileName,
    size: isChanged ? undefined : sizeOf(file),
  };
}

/** The same for uploads whose files could be taken for each other's. */
export function targetOf({ folder, fileName }: ExpectedUpload): string {
  return `${folder}/${comparable(fileName)}`;
}

/** @param since Unix milliseconds of the service's clock, before which the upload was not sent. */
export function isExpectedUpload(
  { fileName, isUnique, size }: ExpectedUpload,
  file: ImageKitFile,
  since: number,
): boolean {
  return (
    changedAt(file) >= since &&
    (size === undefined || file.size === size) &&
    (isUnique ? isNameWithSuffix(file.name, fileName) : isSameName(file.name, fileName))
  );
}

/** When the file or its current version came, in Unix milliseconds; `NaN` where nobody knows. */
export function changedAt({ createdAt, updatedAt }: ImageKitFile): number {
  return Date.parse(updatedAt ?? createdAt ?? '');
}

function sizeOf(file: Blob | string): number | undefined {
  if (typeof file !== 'string') return file.size;
  if (/^https?:/i.test(file)) return undefined;
  const digits = file.slice(file.startsWith('data:') ? file.indexOf(',') + 1 : 0);
  return Math.floor((digits.replaceAll(/[\s=]/g, '').length * 3) / 4);
}

function isSameName(stored: string, wanted: string): boolean {
  return comparable(stored) === comparable(wanted);
}

function isNameWithSuffix(stored: string, wanted: string): boolean {
  const name = comparable(wanted);
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 ? name.slice(dot) : '';
  const beginning = `${name.slice(0, name.length - extension.length).replace(/_+$/, '')}_`;
  const given = comparable(stored);
  if (!given.startsWith(beginning) || !given.endsWith(extension)) return false;
  return /^[\w-]{1,24}$/.test(given.slice(beginning.length, given.length - extension.length));
}

/** Which characters become `_`, and how many of them, is not said alike by all of the sources. */
function comparable(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9.-]+/g, '_');
}
