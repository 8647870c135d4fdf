import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { addText } from './addText.ts';
import { drawBanner, drawLogoMark, drawPoster, drawTexture } from './drawings/graphics.ts';
import {
  drawBalloons,
  drawCityNight,
  drawDesertDusk,
  drawForestMist,
  drawMountainLake,
} from './drawings/landscapes.ts';
import { drawLamp, drawMug, drawPlant } from './drawings/objects.ts';
import { drawPortrait } from './drawings/portraits.ts';
import { createPdf } from './minimalPdf.ts';

export interface Sample {
  readonly folder: string;
  readonly name: string;
  readonly tags: string;
  readonly isPrivate?: boolean;
  readonly create: () => Promise<Buffer>;
}

async function jpeg(drawing: string | Buffer): Promise<Buffer> {
  return await sharp(Buffer.from(drawing)).flatten().jpeg({ quality: 86 }).toBuffer();
}

async function png(drawing: string | Buffer): Promise<Buffer> {
  return await sharp(Buffer.from(drawing)).png().toBuffer();
}

const warm = { ground: ['#ffd9a8', '#f4a27a'], skin: '#f0c09a', shade: '#d99f76' } as const;
const cool = { ground: ['#bfe3ea', '#6fa9c4'], skin: '#a8704a', shade: '#855334' } as const;

/** Everything that a new library contains. All of it is drawn here, but for the short video. */
export const samples: readonly Sample[] = [
  {
    folder: '/',
    name: 'default-image.jpg',
    tags: 'sample,balloon',
    create: async () => await jpeg(drawBalloons(1000, 1000)),
  },
  {
    folder: '/blog/2026',
    name: 'mountain-lake.jpg',
    tags: 'landscape,header',
    create: async () => await jpeg(drawMountainLake(2000, 1333)),
  },
  {
    folder: '/blog/2026',
    name: 'desert-dusk.jpg',
    tags: 'landscape',
    create: async () => await jpeg(drawDesertDusk(1920, 1080)),
  },
  {
    folder: '/blog/2026',
    name: 'forest-mist.jpg',
    tags: 'landscape',
    create: async () => await jpeg(drawForestMist(2000, 1250)),
  },
  {
    folder: '/blog',
    name: 'city-night.webp',
    tags: 'city,header',
    create: async () =>
      await sharp(Buffer.from(drawCityNight(1800, 1200)))
        .webp({ quality: 84 })
        .toBuffer(),
  },
  {
    folder: '/products',
    name: 'ceramic-mug.jpg',
    tags: 'product,kitchen',
    create: async () => await jpeg(drawMug()),
  },
  {
    folder: '/products',
    name: 'desk-lamp.png',
    tags: 'product,office,cutout',
    create: async () => await png(drawLamp()),
  },
  {
    folder: '/products',
    name: 'potted-plant.jpg',
    tags: 'product,home',
    create: async () => await jpeg(drawPlant()),
  },
  {
    folder: '/team',
    name: 'portrait-warm.jpg',
    tags: 'portrait',
    create: async () =>
      await jpeg(
        drawPortrait({ ...warm, hair: '#5a3422', clothes: '#3a6ea5', long: true, glasses: false }),
      ),
  },
  {
    folder: '/team',
    name: 'portrait-cool.jpg',
    tags: 'portrait',
    create: async () =>
      await jpeg(
        drawPortrait({ ...cool, hair: '#241a18', clothes: '#e0703f', long: false, glasses: true }),
      ),
  },
  {
    folder: '/brand',
    name: 'logo.png',
    tags: 'logo,cutout',
    create: async () =>
      await addText(await png(drawLogoMark()), [
        { text: 'northpeak', left: 478, top: 178, size: 108, color: '1c2340', bold: true },
      ]),
  },
  {
    folder: '/brand',
    name: 'paper-texture.jpg',
    tags: 'texture',
    create: async () => await jpeg(drawTexture(1500, 1500)),
  },
  {
    folder: '/brand',
    name: 'summer-banner.jpg',
    tags: 'banner,summer-sale',
    create: async () =>
      await jpeg(
        await addText(await png(drawBanner(2000, 800)), [
          {
            text: 'Summer, in full colour',
            left: 130,
            top: 170,
            size: 104,
            color: '6b1f4f',
            bold: true,
          },
          {
            text: 'Fresh pictures for every screen',
            left: 134,
            top: 320,
            size: 50,
            color: '8a2f55',
            bold: false,
          },
        ]),
      ),
  },
  {
    folder: '/drafts',
    name: 'unreleased-poster.jpg',
    tags: 'draft',
    isPrivate: true,
    create: async () => await jpeg(drawPoster(1200, 1600)),
  },
  {
    folder: '/brand',
    name: 'style-guide.pdf',
    tags: 'document',
    create: async () =>
      await Promise.resolve(
        createPdf('Style guide', 'Colours and pictures of the sample library.'),
      ),
  },
  {
    folder: '/videos',
    name: 'waves.mp4',
    tags: 'video',
    create: async () => await readFile(new URL('../assets/waves.mp4', import.meta.url)),
  },
];
