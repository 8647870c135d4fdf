import { seededRandom } from '../server/seededRandom.ts';
import type { Asset } from '../store/assetRow.ts';
import type { SyntheticBlob } from './syntheticBlobs.ts';

export interface SyntheticPlan {
  /** Files; folders come on top. */
  readonly assets: number;
  /** The same seed makes the same library. */
  readonly seed: number;
  /** Unix milliseconds; the files were made in the five years before. */
  readonly now: number;
}

const adjectives = 'amber bright calm deep early faint golden hidden idle jade kind late'.split(
  ' ',
);
const nouns = 'harbor meadow river summit garden valley market bridge forest island'.split(' ');
const tagWords = 'summer winter sale banner hero studio outdoor team product draft'.split(' ');
const categories = ['shoes', 'bags', 'lamps', 'chairs', 'mugs'] as const;
/** Every tenth file lies in one large folder, the others in small ones. */
const archive = 'archive';
const filesPerFolder = 500;
const span = 5 * 365 * 24 * 3_600_000;

/** Folders first, parents before children, then the files; all of it one after the other. */
export function* syntheticAssets(
  { assets, seed, now }: SyntheticPlan,
  blobs: readonly SyntheticBlob[],
): Generator<Asset> {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[], fallback: T): T =>
    list[Math.floor(random() * list.length)] ?? fallback;
  const id = (): string =>
    [random(), random(), random()]
      .map((part) =>
        Math.floor(part * 2 ** 32)
          .toString(16)
          .padStart(8, '0'),
      )
      .join('');
  const small = Array.from(
    { length: Math.max(1, Math.ceil((assets * 0.9) / filesPerFolder)) },
    (_, index) =>
      `/products/${categories[index % categories.length] ?? 'mugs'}/${String(index).padStart(4, '0')}`,
  );
  const created = now - span;
  for (const path of [
    '/archive',
    '/products',
    ...categories.map((each) => `/products/${each}`),
    ...small,
  ]) {
    const cut = path.lastIndexOf('/');
    yield {
      kind: 'folder',
      id: id(),
      name: path.slice(cut + 1),
      folder: path.slice(0, cut) || '/',
      customMetadata: {},
      createdAt: created,
      updatedAt: created,
    };
  }
  const [fallback] = blobs;
  if (fallback === undefined) return;
  for (let index = 0; index < assets; index += 1) {
    const { extension, blob, size, media } = pick(blobs, fallback);
    const createdAt = created + Math.floor(random() * span);
    const tags = tagWords.filter(() => random() < 0.15);
    const folder = index % 10 === 0 ? `/${archive}` : pick(small, '/products');
    const words = `${pick(adjectives, 'amber')}-${pick(nouns, 'harbor')}`;
    yield {
      kind: 'file',
      id: id(),
      versionId: id(),
      versionNumber: 1,
      name: `${words}-${String(index).padStart(7, '0')}.${extension}`,
      folder,
      size,
      blob,
      ...media,
      tags: tags.length === 0 ? null : tags,
      aiTags: null,
      customCoordinates: null,
      customMetadata: {},
      description: null,
      isPrivate: index % 50 === 0,
      isPublished: true,
      createdBy: 'synthetic@emulator.test',
      embeddedMetadata: {},
      uploadFields: {},
      createdAt,
      updatedAt: createdAt + Math.floor(random() * (now - createdAt)),
    };
  }
}
