import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { readMediaFacts } from '../media/readMediaFacts.ts';
import type { MediaFacts } from '../store/assetRow.ts';
import type { BlobStore } from '../store/blobStore.ts';
import { createPdf } from './minimalPdf.ts';

/** Bytes that many synthetic assets share. */
export interface SyntheticBlob {
  readonly extension: string;
  readonly blob: string;
  readonly size: number;
  readonly media: MediaFacts;
}

const shapes = [
  { width: 1600, height: 1200, format: 'jpeg' },
  { width: 1200, height: 1600, format: 'jpeg' },
  { width: 1920, height: 1080, format: 'webp' },
  { width: 800, height: 800, format: 'png' },
] as const;
const hues = [0, 60, 140, 210, 300];
const extensions = { jpeg: 'jpg', webp: 'webp', png: 'png' } as const;

/** Stores the pictures, the document and the video of a synthetic library. */
export async function storeSyntheticBlobs(blobs: BlobStore): Promise<SyntheticBlob[]> {
  const stored: SyntheticBlob[] = [];
  for (const hue of hues) {
    for (const { width, height, format } of shapes) {
      const bytes = await sharp(Buffer.from(drawWaves(width, height, hue)))
        .flatten()
        .toFormat(format)
        .toBuffer();
      stored.push(await keep(blobs, extensions[format], bytes));
    }
  }
  const video = await readFile(new URL('../assets/waves.mp4', import.meta.url));
  stored.push(await keep(blobs, 'mp4', video));
  stored.push(await keep(blobs, 'pdf', createPdf('Synthetic', 'One of very many documents.')));
  return stored;
}

async function keep(blobs: BlobStore, extension: string, bytes: Buffer): Promise<SyntheticBlob> {
  const pending = await blobs.receive(Readable.from([bytes]));
  const media = await readMediaFacts(pending.path, `synthetic.${extension}`, pending.size);
  return { extension, media, size: pending.size, blob: await blobs.keep(pending) };
}

function drawWaves(width: number, height: number, hue: number): string {
  const bands = Array.from({ length: 6 }, (_, index) => {
    const y = Math.round((height * (index + 2)) / 8);
    const crest = Math.round(height / 12);
    const color = `hsl(${String(hue + index * 6)}, 55%, ${String(70 - index * 8)}%)`;
    return `<path fill="${color}" d="M0 ${String(y)} Q${String(width / 4)} ${String(y - crest)} ${String(width / 2)} ${String(y)} T${String(width)} ${String(y)} V${String(height)} H0 Z"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}">
    <rect width="100%" height="100%" fill="hsl(${String(hue)}, 60%, 84%)"/>${bands.join('')}</svg>`;
}
