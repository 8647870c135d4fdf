import sharp from 'sharp';

/** How far a colour may be from that of a corner and still be background, and be half of it. */
const clear = 40;
const edge = 80;

export interface BackgroundOptions {
  /** Whether edges may be half transparent; yes unless told otherwise. */
  readonly semitransparency?: boolean | undefined;
}

/**
 * A stand-in for a model that knows what is in a picture: whatever has the colour of a corner becomes
 * transparent.
 * @returns a PNG of the same size.
 */
export async function removeBackground(
  path: string,
  { semitransparency = true }: BackgroundOptions,
): Promise<Buffer> {
  const { data, info } = await sharp(path)
    .rotate()
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const corners = [0, width - 1, width * (height - 1), width * height - 1].map((pixel) =>
    data.subarray(pixel * 4, pixel * 4 + 3).map(Number),
  );
  for (let at = 0; at < data.length; at += 4) {
    const distances = corners.map((corner) =>
      Math.hypot(...[0, 1, 2].map((channel) => (data[at + channel] ?? 0) - (corner[channel] ?? 0))),
    );
    const share = shareOf(Math.min(...distances));
    const kept = semitransparency ? share : Math.round(share);
    data[at + 3] = Math.round((data[at + 3] ?? 0) * kept);
  }
  return await sharp(data, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer();
}

/** 0 for background, 1 for what is in front of it. */
function shareOf(distance: number): number {
  return Math.min(1, Math.max(0, (distance - clear) / (edge - clear)));
}
