import { execFile } from 'node:child_process';
import sharp from 'sharp';
import { decode, finish } from '../rendering/picture.ts';
import type { Picture } from '../rendering/picture.ts';

/**
 * The frame of a video at a time, by ffmpeg.
 * @param seconds from the start.
 * @returns undefined when ffmpeg is not installed or cannot read the file.
 */
export async function readVideoFrame(path: string, seconds: number): Promise<Picture | undefined> {
  const time = ['-ss', String(seconds)];
  const output = ['-frames:v', '1', '-f', 'image2pipe', '-c:v', 'png', '-'];
  const png = await new Promise<Buffer | undefined>((resolve) => {
    execFile(
      'ffmpeg',
      ['-v', 'error', ...time, '-i', path, ...output],
      { encoding: 'buffer', maxBuffer: 128 * 1024 * 1024, timeout: 20_000 },
      (error, stdout) => resolve(error === null && stdout.length > 0 ? stdout : undefined),
    );
  });
  return png === undefined ? undefined : await decode(png);
}

/** Stands in for a frame or a page that cannot be had: a film strip with a play sign. */
export async function drawPlaceholder(width: number, height: number): Promise<Picture> {
  const side = Math.min(width, height) / 4;
  const x = width / 2;
  const y = height / 2;
  const sign = `${String(x - side / 2)},${String(y - side / 1.6)} ${String(x + side / 1.4)},${String(y)} ${String(x - side / 2)},${String(y + side / 1.6)}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}">
    <rect width="100%" height="100%" fill="#26324a"/>
    <circle cx="${String(x)}" cy="${String(y)}" r="${String(side * 1.2)}" fill="#3d4f75"/>
    <polygon points="${sign}" fill="#dfe7f7"/></svg>`;
  return await finish(sharp(Buffer.from(svg)));
}
