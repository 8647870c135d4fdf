import type { ImageKitUrl } from '../../url/imageKitUrl.ts';
import { codePlaceOf } from './codePlace.ts';
import { printLiteral } from './printLiteral.ts';
import type { Refactoring } from './refactoring.ts';
import { sourceOptions } from './sourceOptions.ts';
import { withStandIns } from './standIns.ts';
import { t } from '../../text/l10n.ts';

/**
 * A URL that is a whole string literal or attribute as a call of the SDK's `buildSrc`, which is only
 * offered where the call gives this very URL.
 * @param text The document.
 * @param language VS Code's id of its language.
 */
export function extractOptions(
  text: string,
  url: ImageKitUrl,
  language: string,
): Refactoring | undefined {
  const place = codePlaceOf(text, url, language);
  const read = place && withStandIns(url, place.holeOpening);
  const options = read && sourceOptions(read.url);
  if (!place || !options) return undefined;
  const call = `buildSrc(${printLiteral(options, {
    indentation: indentationAt(text, url.start),
    quote: place.quote,
    expressions: read.expressions,
  })})`;
  const edits = place.replaceBy(call);
  return edits && { title: t('Extract to options of buildSrc'), kind: 'extract', edits };
}

function indentationAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1);
  return /^[\t ]*/.exec(line)?.[0] ?? '';
}
