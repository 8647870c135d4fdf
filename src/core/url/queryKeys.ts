/** A parameter of the query that ImageKit reads; any other only makes another cache entry. */
export interface QueryKey {
  readonly key: string;
  /** One sentence: what it does. */
  readonly summary: string;
  /** Its only value, where it has one. */
  readonly value?: string;
  /** Page of https://imagekit.io/docs. */
  readonly page: string;
  /** No source of ImageKit confirms it: never an error, only advice. */
  readonly unconfirmed?: true;
}

/** Source: https://imagekit.io/docs/core-delivery-features */
export const queryKeys: readonly QueryKey[] = [
  { key: 'tr', summary: 'The transformation of the asset.', page: 'transformations' },
  {
    key: 'ik-s',
    summary: 'The signature of the URL: 40 hexadecimal digits.',
    page: 'media-delivery-basic-security',
  },
  {
    key: 'ik-t',
    summary: 'When the signature expires, in seconds since 1970.',
    page: 'media-delivery-basic-security',
  },
  {
    key: 'ik-attachment',
    summary: 'Makes browsers download the file.',
    value: 'true',
    page: 'core-delivery-features',
  },
  {
    key: 'ik-attachment-filename',
    summary: 'The name of the downloaded file, without extension.',
    page: 'core-delivery-features',
    unconfirmed: true,
  },
  {
    key: 'ik-sanitizeSvg',
    summary: 'Whether scripts are taken out of an SVG.',
    page: 'core-delivery-features',
    unconfirmed: true,
  },
  {
    key: 'ik-obj-version',
    summary: 'Delivers one version of the file.',
    page: 'api-reference/digital-asset-management-dam/managing-assets/get-file-version-details',
  },
  {
    key: 'ik-sdk-version',
    summary: 'Which older SDK made the URL; it changes nothing.',
    page: 'integration-overview',
    unconfirmed: true,
  },
];
