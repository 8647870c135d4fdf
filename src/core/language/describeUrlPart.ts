import { touches, type TextSlice } from '../text/offsetRange.ts';
import { documentationLink } from './documentationLink.ts';
import type { ImageKitUrl } from '../url/imageKitUrl.ts';
import { findPathToken } from '../url/pathTokens.ts';
import { queryKeys } from '../url/queryKeys.ts';
import { priceOf, type Priced } from './describeCost.ts';
import { t } from '../text/l10n.ts';

interface Described extends Priced {
  readonly summary: string;
  readonly page: string;
  readonly unconfirmed?: true;
}

/**
 * Markdown about the path token or query key under a cursor: what it does, what it costs, its page.
 * @param offset The cursor, in the document of the URL's offsets.
 */
export function describeUrlPart(url: ImageKitUrl, offset: number): string | undefined {
  const token = [url.prefix, url.suffix].find((slice) => slice && touches(slice, offset));
  if (token) return describe(token, findPathToken(token.text));
  const parameter = url.query.find((each) => touches(each, offset));
  return (
    parameter &&
    describe(
      parameter.name,
      queryKeys.find(({ key }) => key === parameter.name.text),
    )
  );
}

function describe({ text }: TextSlice, described: Described | undefined): string | undefined {
  if (!described) return undefined;
  const { summary, page, unconfirmed } = described;
  const lines = [
    `**${text}**`,
    t(summary),
    priceOf(described),
    unconfirmed && t('ImageKit’s documentation does not confirm this.'),
    documentationLink({ page }),
  ];
  return lines.filter((line) => line !== undefined).join('\n\n');
}
