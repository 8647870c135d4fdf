import { buildSrc, type SrcOptions } from './buildSrc.ts';
import { own } from './own.ts';
import type { SdkContext } from './sdkContext.ts';

export interface ResponsiveImageOptions extends SrcOptions {
  /** The layout's width in CSS pixels. */
  readonly width?: number;
  /** As the attribute: `(max-width: 600px) 100vw, 50vw`. */
  readonly sizes?: string;
  /** Widths of screens in pixels. */
  readonly deviceBreakpoints?: readonly number[];
  /** Widths of smaller pictures in pixels. */
  readonly imageBreakpoints?: readonly number[];
}

export interface ResponsiveImageAttributes {
  readonly src: string;
  readonly srcSet?: string | undefined;
  readonly sizes?: string;
  readonly width?: number;
}

const screens: readonly number[] = [640, 750, 828, 1080, 1200, 1920, 2048, 3840];
const pictures: readonly number[] = [16, 32, 48, 64, 96, 128, 256, 384];

interface Candidates {
  /** `undefined` only where there are no breakpoints. */
  readonly widths: readonly (number | undefined)[];
  readonly descriptor: 'w' | 'x';
}

/**
 * `getResponsiveImageAttributes` of @imagekit/javascript 5.5: what an `<img>` needs to load no more
 * pixels than it shows.
 * Source: https://github.com/imagekit-developer/imagekit-javascript
 */
export function getResponsiveImageAttributes(
  options: ResponsiveImageOptions,
  context: SdkContext = {},
): ResponsiveImageAttributes {
  const width = own(options, 'width');
  const sizes = own(options, 'sizes');
  const { widths, descriptor } = candidatesOf(options, width, sizes);
  const transformation = own(options, 'transformation');
  const steps = transformation === undefined ? [] : transformation;
  const others = ownOnes(options);
  const srcOf = (candidate: number | undefined): string =>
    buildSrc(
      { ...others, transformation: [...steps, { width: candidate, crop: 'at_max' }] },
      context,
    );
  const srcSet = widths
    .map((each, index) => `${srcOf(each)} ${descriptor === 'w' ? each : index + 1}${descriptor}`)
    .join(', ');
  const finalSizes = sizes ?? (descriptor === 'w' ? '100vw' : undefined);
  return {
    src: srcOf(widths.at(-1)),
    srcSet: srcSet || undefined,
    ...(finalSizes ? { sizes: finalSizes } : {}),
    ...(width !== undefined && { width }),
  };
}

/** What `buildSrc` reads beside the transformation. */
function ownOnes(options: ResponsiveImageOptions): SrcOptions {
  const queryParameters = own(options, 'queryParameters');
  const transformationPosition = own(options, 'transformationPosition');
  const signed = own(options, 'signed');
  const expiresIn = own(options, 'expiresIn');
  return {
    src: own(options, 'src') ?? '',
    urlEndpoint: own(options, 'urlEndpoint') ?? '',
    ...(queryParameters && { queryParameters }),
    ...(transformationPosition && { transformationPosition }),
    ...(signed !== undefined && { signed }),
    ...(expiresIn !== undefined && { expiresIn }),
  };
}

function candidatesOf(
  options: ResponsiveImageOptions,
  width: number | undefined,
  sizes: string | undefined,
): Candidates {
  const ownDevices = own(options, 'deviceBreakpoints');
  const ownPictures = own(options, 'imageBreakpoints');
  const devices = sorted(ownDevices === undefined ? screens : ownDevices);
  const all = sorted([...(ownPictures === undefined ? pictures : ownPictures), ...devices]);
  if (sizes) {
    const shares = (sizes.match(/(?:^|\s)1?\d{1,2}vw/g) ?? []).map((share) => parseInt(share, 10));
    if (shares.length === 0) return { widths: all, descriptor: 'w' };
    const least = (devices[0] ?? NaN) * (Math.min(...shares) / 100);
    return { widths: all.filter((each) => each >= least), descriptor: 'w' };
  }
  if (typeof width !== 'number') return { widths: devices, descriptor: 'w' };
  const nearest = (least: number): number | undefined =>
    all.find((each) => each >= least) || all.at(-1);
  return { widths: [...new Set([nearest(width), nearest(width * 2)])], descriptor: 'x' };
}

function sorted(widths: readonly number[]): readonly number[] {
  return widths.toSorted((one, other) => one - other);
}
