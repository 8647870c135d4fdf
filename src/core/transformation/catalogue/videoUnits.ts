// What processing a video costs. Source: https://imagekit.io/docs/video-transformation (pricing)

/** Video units for each second of what comes out, by its resolution. */
export const unitsPerSecond: readonly (readonly [resolution: string, units: number])[] = [
  ['SD', 1],
  ['HD', 2],
  ['4K', 4],
  ['8K', 8],
  ['16K', 16],
];

/** Fewer pixels in all are SD; where HD ends no page tells. */
export const pixelsOfHd = 1280 * 720;

/** How many times the units each codec costs, by the value of `vc`. */
export const codecFactors: ReadonlyMap<string, number> = new Map([
  ['h264', 1],
  ['vp9', 1],
  ['av1', 10],
]);

/** A still counts as half a minute in SD. */
export const unitsOfStill = 30;

/** The playlist of an adaptive stream counts as half a minute in SD, too. */
export const unitsOfPlaylist = 30;
