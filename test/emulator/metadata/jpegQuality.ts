import { open } from 'node:fs/promises';

/** Enough to reach the tables of any camera's file. */
const headerBytes = 256 * 1024;

/** The sum of the standard's luminance table, which quality 50 uses as it is. */
const standardSum = 3688;

/**
 * Estimates the quality that a JPEG was saved with from its quantisation table.
 * @returns 1 to 100; 0 for what is no JPEG.
 */
export async function estimateJpegQuality(path: string): Promise<number> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headerBytes), 0, headerBytes, 0);
    return estimate(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

function estimate(data: Buffer): number {
  if (data.length < 4 || data.readUInt16BE(0) !== 0xffd8) return 0;
  for (let at = 2; at + 4 <= data.length;) {
    const marker = data.readUInt16BE(at);
    const length = data.readUInt16BE(at + 2);
    if (marker === 0xffdb && at + 69 <= data.length) return fromTable(data, at + 4);
    if (marker === 0xffda) return 0;
    at += 2 + length;
  }
  return 0;
}

function fromTable(data: Buffer, at: number): number {
  const wide = (data[at] ?? 0) >> 4 === 1;
  let sum = 0;
  for (let index = 0; index < 64; index += 1) {
    sum += wide ? data.readUInt16BE(at + 1 + index * 2) : (data[at + 1 + index] ?? 0);
  }
  const percent = (sum / standardSum) * 100;
  const quality = percent <= 100 ? 100 - percent / 2 : 5000 / percent;
  return Math.max(1, Math.min(100, Math.round(quality)));
}
