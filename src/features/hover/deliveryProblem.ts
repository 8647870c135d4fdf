import { t } from '../../core/text/l10n.ts';

/**
 * For how many milliseconds what delivery answered is taken for true: a file gets another version
 * seldom; one that is missing or private is most often about to be uploaded or published.
 */
export function deliveryLifetime(problem: string | undefined): number {
  return problem === undefined ? 600_000 : 5_000;
}

/** https://imagekit.io/docs/transformations: what delivery answers instead of a picture. */
export function deliveryProblem(status: number, detail: string | undefined): string {
  switch (status) {
    case 400:
      return detail === undefined
        ? t('ImageKit refused the transformation.')
        : t('ImageKit refused the transformation: {detail}', { detail });
    case 401:
      return t('This file is private, or the URL’s signature is wrong or has expired.');
    case 404:
      return t('There is no file at this path.');
    case 429:
      return t('ImageKit asks to wait before more pictures are loaded.');
    default:
      return t('The picture could not be loaded (status {status}).', { status });
  }
}
