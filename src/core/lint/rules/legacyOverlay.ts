/** What replaces a parameter of the overlays that ImageKit ended on 1 November 2023. */
export interface LegacyReplacement {
  /** What opens the layer that the parameter belongs to; absent where it goes into any. */
  readonly layer?: 'image' | 'text' | 'canvas';
  /** The parameter inside the layer. */
  readonly key: string;
}

function of(layer: LegacyReplacement['layer'], pairs: string): [string, LegacyReplacement][] {
  return pairs.split(' ').map((pair) => {
    const [old = '', key = ''] = pair.split('>');
    return [old, layer === undefined ? { key } : { layer, key }];
  });
}

const byKey: ReadonlyMap<string, LegacyReplacement> = new Map([
  ...of(
    'image',
    'oi>i oit>t oiar>ar oibg>bg oib>b oidpr>dpr oiq>q oic>c oicm>cm oifo>fo oix>x oiy>y oixc>xc oiyc>yc',
  ),
  ...of('text', 'ot>i ote>ie otw>w otbg>bg otp>pa otia>ia otc>co otf>ff ots>fs ott>tg'),
  ...of('canvas', 'obg>bg'),
  ...of(undefined, 'ox>lx oy>ly ofo>lfo ow>w oh>h oa>al or>r'),
]);

/** What the SDKs of that time called the keys; they print a name that they do not know as it is. */
const sdkNames =
  'oi>overlayImage oit>overlayImageTrim oiar>overlayImageAspectRatio oibg>overlayImageBackground ' +
  'oib>overlayImageBorder oidpr>overlayImageDPR oiq>overlayImageQuality oic>overlayImageCropping ' +
  'oifo>overlayImageFocus ox>overlayX oy>overlayY ofo>overlayFocus ow>overlayWidth ' +
  'oh>overlayHeight ot>overlayText ote>overlayTextEncoded otw>overlayTextWidth ' +
  'otbg>overlayTextBackground otp>overlayTextPadding otia>overlayTextInnerAlignment ' +
  'otc>overlayTextColor otf>overlayTextFontFamily ots>overlayTextFontSize ' +
  'ott>overlayTextTypography oa>overlayAlpha oa>overlayTextTransparency or>overlayRadius ' +
  'obg>overlayBackground';

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]+/g, (capitals) => `_${capitals.toLowerCase()}`);
}

/**
 * By the old key and by the SDKs’ names for it.
 * Source: https://imagekit.io/docs/transformations#overlay-using-layers
 */
export const legacyOverlay: ReadonlyMap<string, LegacyReplacement> = new Map([
  ...byKey,
  ...sdkNames.split(' ').flatMap((pair): [string, LegacyReplacement][] => {
    const [key = '', name = ''] = pair.split('>');
    const replacement = byKey.get(key);
    return replacement
      ? [
          [name, replacement],
          [snakeCase(name), replacement],
        ]
      : [];
  }),
]);
