import type { PixelSize } from '../../transformation/resolveSize.ts';

/** A `w` that leaves a picture at most this many pixels at its ratio. */
export function widthFor({ width, height }: PixelSize, pixels: number): string {
  return `w-${Math.floor(Math.sqrt((pixels * width) / height))}`;
}
