/** Where our builders differ from ImageKit's packages on purpose, or the packages from each other. */
export interface SdkDifference {
  readonly sdk: '@imagekit/javascript' | '@imagekit/nodejs' | 'imagekit 5';
  readonly builder:
    'buildSrc' | 'buildTransformationString' | 'getResponsiveImageAttributes' | 'url';
  readonly difference: string;
  readonly reason: string;
}

export const sdkDifferences: readonly SdkDifference[] = [
  {
    sdk: '@imagekit/javascript',
    builder: 'buildSrc',
    difference: 'The options keep as they are; the SDK fills defaults into them.',
    reason: 'No caller expects its object to change.',
  },
  {
    sdk: '@imagekit/javascript',
    builder: 'buildTransformationString',
    difference: 'Inherited names are not printed; the SDK prints all that for-in lists.',
    reason: 'A polluted prototype would change every URL.',
  },
  {
    sdk: 'imagekit 5',
    builder: 'url',
    difference: 'Names such as constructor are names; the SDK finds them in its table’s prototype.',
    reason: 'The SDK prints the source of a function into the URL.',
  },
  {
    sdk: '@imagekit/nodejs',
    builder: 'buildSrc',
    difference: 'Only a URL that is signed or expires is built as this SDK does.',
    reason:
      'The two modern SDKs encode a path with a query in different ways, and know different names (density and layerMode here, color there); unsigned URLs follow the browser’s.',
  },
  {
    sdk: 'imagekit 5',
    builder: 'url',
    difference: 'A path that begins with a scheme, as in tr:w-1/a.jpg, is a path.',
    reason: 'The SDK takes its first segment for a host and loses it.',
  },
  {
    sdk: 'imagekit 5',
    builder: 'url',
    difference:
      'A src or an endpoint with a scheme but without //, as in mailto:x, is read as a path.',
    reason: 'The SDK makes no working URL of it either, and nothing is delivered by such schemes.',
  },
  {
    sdk: '@imagekit/javascript',
    builder: 'getResponsiveImageAttributes',
    difference: 'With signed or expiresIn every candidate is signed; the SDK ignores both.',
    reason:
      'This SDK runs where no private key may be, ours where it is, and @imagekit/nodejs has no such function.',
  },
];
