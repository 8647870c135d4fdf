import { isOpenEnded } from '../../text/interpolation.ts';
import { addressOf } from '../../url/addressOf.ts';
import { moveTransformation, removeSignature } from '../../url/editUrl.ts';
import type { ImageKitUrl, TransformationPosition } from '../../url/imageKitUrl.ts';
import { UrlError } from '../../url/urlError.ts';
import { rewrite, type Refactoring } from './refactoring.ts';
import { t } from '../../text/l10n.ts';

/** Signs an address; throws UrlError for one that it cannot sign. */
export type SignAddress = (address: string) => string;

const moves: Readonly<Record<TransformationPosition, readonly [TransformationPosition, string]>> = {
  path: ['query', 'Move the transformation to the query'],
  query: ['path', 'Move the transformation to the path'],
};

/** @param sign With the account's key; absent where the URL is of no connected account. */
export function urlRefactorings(url: ImageKitUrl, sign: SignAddress | undefined): Refactoring[] {
  const isSigned = url.query.some(({ name }) => name.text === 'ik-s');
  if (isSigned) return [replaceUrl(url, t('Remove the signature'), removeSignature(url))];
  return [moveRefactoring(url), sign && signed(url, sign)].filter((each) => each !== undefined);
}

/**
 * A URL with two transformations keeps them where they are, and so does one that code goes on with or
 * that has no asset yet.
 */
export function moveRefactoring(url: ImageKitUrl): Refactoring | undefined {
  if (isOpenEnded(url)) return undefined;
  const { transformation, query, assetPath } = url;
  if (!transformation || transformation.text === '') return undefined;
  if (/^\/*$/.test(assetPath.text) || assetPath.text.includes('/tr:')) return undefined;
  const others = query.filter(({ name }) => name.text === 'tr').length;
  if (others > (transformation.position === 'query' ? 1 : 0)) return undefined;
  const [position, title] = moves[transformation.position];
  return replaceUrl(url, t(title), moveTransformation(url, position));
}

function signed(url: ImageKitUrl, sign: SignAddress): Refactoring | undefined {
  if (url.holes.length > 0) return undefined;
  try {
    const address = sign(addressOf(url));
    const text = url.text.includes('&amp;') ? address.replaceAll('&', '&amp;') : address;
    return replaceUrl(url, t('Sign this URL'), text);
  } catch (error) {
    if (error instanceof UrlError) return undefined;
    throw error;
  }
}

function replaceUrl({ start, end }: ImageKitUrl, title: string, newText: string): Refactoring {
  return rewrite(title, { start, end, newText });
}
