import sharp from 'sharp';
import type { FileAsset } from '../store/assetRow.ts';

export interface AiTag {
  readonly name: string;
  /** 0 to 100. */
  readonly confidence: number;
  readonly source: string;
}

const hues = ['Red', 'Orange', 'Yellow', 'Green', 'Cyan', 'Blue', 'Purple', 'Pink'] as const;

/** What can be said about a picture without knowing what it shows, the surest first. */
export async function describePicture(path: string, file: FileAsset): Promise<string[]> {
  const { dominant } = await sharp(path).stats();
  const { width, height } = file;
  const shape =
    width === null || height === null || width === height
      ? 'Square'
      : width > height
        ? 'Landscape'
        : 'Portrait';
  return [
    shape,
    nameColor(dominant.r, dominant.g, dominant.b),
    ...(file.hasAlpha === true ? ['Transparent'] : []),
    file.format.toUpperCase(),
  ];
}

export function toAiTags(
  names: readonly string[],
  limits: { readonly minConfidence: number; readonly maxTags: number },
  source: string,
): AiTag[] {
  return names
    .map((name, index) => ({ name, confidence: 99.5 - index * 7.25, source }))
    .filter(({ confidence }) => confidence >= limits.minConfidence)
    .slice(0, limits.maxTags);
}

function nameColor(r: number, g: number, b: number): string {
  const high = Math.max(r, g, b);
  const spread = high - Math.min(r, g, b);
  if (spread < 24) return high > 200 ? 'White' : high < 56 ? 'Black' : 'Gray';
  const sector =
    high === r
      ? ((g - b) / spread + 6) % 6
      : high === g
        ? (b - r) / spread + 2
        : (r - g) / spread + 4;
  const turn = sector / 6;
  const stops = [0.04, 0.11, 0.19, 0.45, 0.54, 0.72, 0.83, 0.96];
  const index = stops.findIndex((stop) => turn < stop);
  return hues[index === -1 ? 0 : index] ?? 'Gray';
}
