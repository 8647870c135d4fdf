import { formatBytes } from '../text/formatBytes.ts';
import { resolveSize, type PixelSize } from '../transformation/resolveSize.ts';
import type { Step } from '../transformation/tree.ts';
import { t } from '../text/l10n.ts';

/** What is known of a picture and of what it was made of. */
export interface PictureFacts {
  readonly size?: PixelSize | undefined;
  /** MIME type. */
  readonly type?: string | undefined;
  readonly bytes?: number | undefined;
  readonly originalBytes?: number | undefined;
}

/** MIME types as people write them. */
const formats: ReadonlyMap<string, string> = new Map([
  ['image/jpeg', 'JPEG'],
  ['image/png', 'PNG'],
  ['image/webp', 'WebP'],
  ['image/avif', 'AVIF'],
  ['image/gif', 'GIF'],
  ['image/svg+xml', 'SVG'],
  ['image/jxl', 'JPEG XL'],
  ['video/mp4', 'MP4'],
  ['video/webm', 'WebM'],
  ['application/pdf', 'PDF'],
]);

/**
 * One line: `480 × 320 WebP, 18 kB: 91 % less than the original’s 204 kB`.
 * @returns `undefined` where nothing is known.
 */
export function describePicture({
  size,
  type,
  bytes,
  originalBytes,
}: PictureFacts): string | undefined {
  const mime = type?.split(';')[0]?.trim().toLowerCase() ?? '';
  const what = [size && `${size.width} × ${size.height}`, formats.get(mime)]
    .filter((part) => part !== undefined)
    .join(' ');
  const amount = bytes === undefined ? undefined : amountOf(bytes, originalBytes);
  const parts = [what, amount].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? undefined : parts.join(', ');
}

function amountOf(bytes: number, originalBytes: number | undefined): string {
  if (!originalBytes) return formatBytes(bytes);
  const saving = Math.round((1 - bytes / originalBytes) * 100);
  const values = {
    size: formatBytes(bytes),
    original: formatBytes(originalBytes),
    percent: Math.abs(saving),
  };
  if (saving === 0) return t('{size}: as much as the original’s {original}', values);
  return saving > 0
    ? t('{size}: {percent} % less than the original’s {original}', values)
    : t('{size}: {percent} % more than the original’s {original}', values);
}

/**
 * The size of a picture after all steps of a chain.
 * @returns `undefined` where a step has something that only ImageKit can calculate.
 */
export function outputSizeOf(steps: readonly Step[], original: PixelSize): PixelSize | undefined {
  let size: PixelSize | undefined = original;
  for (const step of steps) size = size && resolveSize(step, size, original);
  return size;
}

/** Two pictures that have nothing in common. */
const wide = { width: 4013, height: 2003 };
const high = { width: 3001, height: 5003 };

/**
 * The size after all steps where it is the same whatever the original is, as of `w-300,h-200`.
 * @returns `undefined` where it depends on the original.
 */
export function fixedSizeOf(steps: readonly Step[]): PixelSize | undefined {
  const [one, other] = [wide, high].map((original) => outputSizeOf(steps, original));
  return one?.width === other?.width && one?.height === other?.height ? one : undefined;
}
