import { ensure, ensureTags } from '../ensure.ts';
import { ensureFolderPath, ensureName } from '../ensurePaths.ts';
import { ensureExtensions } from '../extensions/ensureExtensions.ts';
import type { FileUploadParams } from './uploadParams.ts';
import { t } from '../../text/l10n.ts';

/** Of either alphabet, with its padding. */
const base64Text = /^(?:[A-Za-z0-9+/]+|[A-Za-z0-9_-]+)={0,2}$/;
const dataUri = /^data:[^,]*;base64,(.*)$/s;
const coordinates = /^\d+,\d+,\d+,\d+$/;

/**
 * Refuses what the service is documented to refuse, before a byte is sent.
 * @throws ImageKitError with `invalidInput`, its subject the field's name.
 */
export function ensureUploadable(params: FileUploadParams): void {
  ensureName(params.fileName, 'fileName', 'file');
  ensureFile(params.file);
  if (params.folder !== undefined) ensureFolderPath(params.folder, 'folder');
  if (params.tags !== undefined) ensureUploadTags(params.tags);
  if (params.extensions !== undefined) ensureExtensions(params.extensions);
  if (params.customCoordinates !== undefined) ensureCustomCoordinates(params.customCoordinates);
  if (params.transformation !== undefined) ensureTransformation(params.transformation);
}

/** @throws ImageKitError with `invalidInput` */
export function ensureCustomCoordinates(text: string): void {
  ensure(
    coordinates.test(text),
    'customCoordinates',
    t('Custom coordinates are four whole numbers: x,y,width,height.'),
  );
}

function ensureFile(file: Blob | string): void {
  if (typeof file !== 'string') {
    ensure(file.size > 0, 'file', t('The file is empty, so there is nothing to upload.'));
    return;
  }
  ensure(file.trim() !== '', 'file', t('The file is empty, so there is nothing to upload.'));
  if (/^https?:/i.test(file)) {
    ensure(URL.canParse(file), 'file', t('"{file}" is not a valid address.', { file }));
    return;
  }
  const text = file.startsWith('data:') ? (dataUri.exec(file)?.[1] ?? '') : file;
  // Encoders break long lines.
  const encoded = text.replaceAll(/\r?\n/g, '');
  ensure(
    base64Text.test(encoded) && encoded.length % 4 === 0,
    'file',
    t('The file is neither an http(s) address nor base64 text or a base64 data URI.'),
  );
}

function ensureUploadTags(tags: readonly string[]): void {
  ensureTags(tags);
  for (const tag of tags) {
    ensure(!tag.includes('%'), 'tags', t('The tag "{tag}" must not hold a % sign.', { tag }));
    // Tags travel joined by commas, so the service would see two tags.
    ensure(!tag.includes(','), 'tags', t('The tag "{tag}" must not hold a comma.', { tag }));
  }
}

function ensureTransformation({
  pre,
  post,
}: NonNullable<FileUploadParams['transformation']>): void {
  ensure(
    pre !== undefined || post !== undefined,
    'transformation',
    t('A transformation of an upload needs "pre", "post" or both.'),
  );
  ensure(
    pre === undefined || pre.trim() !== '',
    'transformation',
    t('The "pre" transformation of an upload must not be empty.'),
  );
  for (const step of post ?? []) {
    const complete =
      (step.type !== 'transformation' && step.type !== 'abs') || step.value.trim() !== '';
    ensure(
      complete,
      'transformation',
      t('A "post" step of type {type} needs a value.', { type: step.type }),
    );
  }
}
