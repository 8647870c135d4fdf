import { touches, type TextSlice } from '../text/offsetRange.ts';
import { documentationLink } from './documentationLink.ts';
import type { ImageKitUrl } from '../url/imageKitUrl.ts';
import { findPathToken } from '../url/pathTokens.ts';
import { queryKeys } from '../url/queryKeys.ts';
import { costSentences } from './describeParameter.ts';
import { t } from '../text/l10n.ts';

interface Described {
  readonly summary: string;
  readonly page: string;
  readonly cost?: keyof typeof costSentences | 'free';
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
  const { summary, page, cost, unconfirmed } = described;
  const lines = [
    `**${text}**`,
    t(summary),
    cost === undefined || cost === 'free' ? undefined : t(costSentences[cost]),
    unconfirmed && t('ImageKit’s documentation does not confirm this.'),
    documentationLink({ page }),
  ];
  return lines.filter((line) => line !== undefined).join('\n\n');
}
