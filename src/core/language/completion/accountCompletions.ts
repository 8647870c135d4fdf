import type { LibraryFile, LibraryItem } from '../../library/libraryItem.ts';
import { markdownPicture } from '../../text/markdownPicture.ts';
import { formatBytes } from '../../text/formatBytes.ts';
import { explainTransformation } from '../../transformation/explain.ts';
import { parseTransformation } from '../../transformation/parse.ts';
import type { AccountContent } from '../accountContent.ts';
import type { AccountContext, AssetContext, WantedFile } from './accountContext.ts';
import { sortTextOf, type CompletionEntry } from './completionEntry.ts';
import { t } from '../../text/l10n.ts';

export interface AccountCompletions {
  readonly entries: readonly CompletionEntry[];
  /** Whether another question is due when more is typed. */
  readonly isIncomplete: boolean;
}

/**
 * What the account has for a place.
 * @throws ImageKitError, also `cancelled`.
 */
export async function getAccountCompletions(
  context: AccountContext,
  content: AccountContent,
  signal: AbortSignal,
): Promise<AccountCompletions> {
  switch (context.kind) {
    case 'namedTransformation': {
      const all = await content.namedTransformations(signal);
      const entries = all.map(({ name, transformation, enabled }, index) =>
        entryOf(context, name, {
          detail: enabled === false ? t('disabled') : transformation,
          kind: 'named',
          sortText: sortTextOf(enabled === false ? 'z' : 'a', index),
          documentation: describeNamed(transformation),
        }),
      );
      return { entries, isIncomplete: false };
    }
    case 'asset': {
      const listing = await content.folder(context.folder, context.prefix, signal);
      const entries = listing.items
        .filter((item) => isWanted(item, context))
        .map((item, index) => assetEntry(item, index, context));
      return { entries, isIncomplete: !listing.isComplete };
    }
    case 'endpoint': {
      const entries = context.urlEndpoints.map((urlEndpoint, index) =>
        entryOf(context, `${urlEndpoint}/`, {
          detail: content.urlEndpoints.includes(urlEndpoint)
            ? t('URL endpoint of the account')
            : t('another URL endpoint'),
          kind: 'folder',
          sortText: sortTextOf('a', index),
          wantsValue: true,
        }),
      );
      return { entries, isIncomplete: false };
    }
    default:
      return context satisfies never;
  }
}

function entryOf(
  { replace }: AccountContext,
  text: string,
  own: Pick<CompletionEntry, 'detail' | 'kind' | 'sortText'> & Partial<CompletionEntry>,
): CompletionEntry {
  return {
    label: text,
    insertText: text,
    isSnippet: false,
    replace,
    filterText: text,
    documentationKey: '',
    wantsValue: false,
    ...own,
  };
}

function describeNamed(transformation: string): string {
  const steps = explainTransformation(parseTransformation(transformation.replace(/^tr:/, '')));
  return [`\`${transformation}\``, ...steps].join('\n\n');
}

const extensions: Readonly<Record<Exclude<WantedFile, 'any' | 'image'>, RegExp>> = {
  video: /\.(?:mp4|mov|webm|m4v|mkv|avi)$/i,
  subtitles: /\.(?:srt|vtt|ass|ssa)$/i,
  font: /\.(?:ttf|otf|woff2?)$/i,
};

/**
 * Names that a layer takes as they are; others need `ie-` with base64, as ImageKit's SDKs do.
 * Source: https://imagekit.io/docs/add-overlays-on-images
 */
const plainName = /^[a-zA-Z0-9\-._ ]+$/;

function isWanted(item: LibraryItem, { wants, separator }: AssetContext): boolean {
  if (separator === '@@' && !plainName.test(item.name)) return false;
  if (item.kind === 'folder' || wants === 'any') return true;
  return wants === 'image' ? item.file.fileType !== 'non-image' : extensions[wants].test(item.name);
}

function assetEntry(item: LibraryItem, index: number, context: AssetContext): CompletionEntry {
  const name = encodeName(item.name);
  const isFolder = item.kind === 'folder';
  const goesOn = isFolder && !context.isFollowed;
  return entryOf(context, name, {
    label: isFolder ? `${item.name}/` : item.name,
    insertText: goesOn ? `${name}${context.separator}` : name,
    detail: isFolder ? t('folder') : describeFile(item),
    kind: isFolder ? 'folder' : 'file',
    sortText: sortTextOf(isFolder ? 'a' : 'b', index),
    wantsValue: goesOn,
    ...(!isFolder && { documentation: pictureOf(item) }),
  });
}

function encodeName(name: string): string {
  return encodeURIComponent(name).replaceAll("'", '%27');
}

function describeFile({ file: { width, height, size, mime, isPrivateFile } }: LibraryFile): string {
  const facts = [
    width && height ? `${width} × ${height}` : mime,
    size ? formatBytes(size) : undefined,
    isPrivateFile ? 'private' : undefined,
  ];
  return facts.filter((fact) => fact !== undefined && fact !== null).join(' · ');
}

/** The editor loads it when the entry is looked at; private files need a signature. */
function pictureOf({ url, path, file }: LibraryFile): string {
  const isShown = file.fileType === 'image' && !file.isPrivateFile && url.startsWith('https://');
  const address = `${url.replace(/[?#].*$/, '')}?tr=n-ik_ml_thumbnail`;
  return isShown ? `${markdownPicture(address)}\n\n\`${path}\`` : `\`${path}\``;
}
