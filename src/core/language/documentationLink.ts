import { documentationUrl } from '../transformation/catalogue/catalogue.ts';
import { t } from '../text/l10n.ts';

/** Markdown. @param page Page of https://imagekit.io/docs, with anchor where there is one. */
export function documentationLink(of: { readonly page: string }): string {
  return `[${t('ImageKit documentation')}](${documentationUrl(of)})`;
}
