import sharp from 'sharp';
import type { Metadata } from 'sharp';
import { readExif } from './readExif.ts';
import type { Exif, ExifGroup } from './readExif.ts';
import { readKeywords } from './readKeywords.ts';

/**
 * What a picture tells about itself, EXIF, IPTC and XMP in one object.
 * @returns an empty object for what is no picture.
 */
export async function readEmbedded(path: string): Promise<Readonly<Record<string, unknown>>> {
  let metadata: Metadata;
  try {
    metadata = await sharp(path).metadata();
  } catch {
    return {};
  }
  const exif = readExif(metadata.exif);
  const keywords = readKeywords(metadata.iptc, metadata.xmpAsString);
  return {
    ...exif.image,
    ...exif.exif,
    ...readDates(exif),
    ...readPosition(exif.gps),
    ...(keywords.length === 0 ? {} : { Keywords: keywords }),
  };
}

/** EXIF writes `2024:05:31 10:20:30`; dates without an offset are taken as UTC. */
function readDates({ image, exif }: Exif): Record<string, string> {
  const dates = Object.entries({
    DateTimeOriginal: exif['DateTimeOriginal'],
    CreateDate: exif['CreateDate'],
    ModifyDate: image['ModifyDate'],
  });
  const read = dates.flatMap(([name, value]) => {
    const [, day, time] = /^(\d{4}:\d{2}:\d{2})[ T](\d{2}:\d{2}:\d{2})/.exec(String(value)) ?? [];
    const at = Date.parse(`${day?.replaceAll(':', '-') ?? ''}T${time ?? ''}Z`);
    return Number.isNaN(at) ? [] : [[name, new Date(at).toISOString()] as const];
  });
  return Object.fromEntries(read);
}

/** Degrees with a sign instead of degrees, minutes, seconds and a letter. */
function readPosition(gps: ExifGroup): Record<string, number> {
  const degrees = (name: string, negative: string): number | undefined => {
    const parts = gps[name];
    if (!Array.isArray(parts)) return undefined;
    const [whole = 0, minutes = 0, seconds = 0] = parts.map(Number);
    const value = whole + minutes / 60 + seconds / 3600;
    return gps[`${name}Ref`] === negative ? -value : value;
  };
  const GPSLatitude = degrees('GPSLatitude', 'S');
  const GPSLongitude = degrees('GPSLongitude', 'W');
  if (GPSLatitude === undefined || GPSLongitude === undefined) return {};
  return { GPSLatitude, GPSLongitude };
}
