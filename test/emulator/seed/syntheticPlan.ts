export interface SyntheticPlan {
  /** Files; folders come on top. */
  readonly assets: number;
  /** The same seed makes the same library. */
  readonly seed: number;
  /** Unix milliseconds; the files were made in the five years before. */
  readonly now: number;
}

const categories = ['shoes', 'bags', 'lamps', 'chairs', 'mugs'] as const;
const filesPerFolder = 500;
const span = 5 * 365 * 24 * 3_600_000;

/** Every tenth file lies in this one large folder, the others in small ones. */
export const archive = '/archive';

/** When the first file may have been made, and every folder was; Unix milliseconds. */
export function firstDay({ now }: SyntheticPlan): number {
  return now - span;
}

export function smallFolders({ assets }: SyntheticPlan): readonly string[] {
  return Array.from(
    { length: Math.max(1, Math.ceil((assets * 0.9) / filesPerFolder)) },
    (_, index) =>
      `/products/${categories[index % categories.length] ?? 'mugs'}/${String(index).padStart(4, '0')}`,
  );
}

const adjectives = 'amber bright calm deep early faint golden hidden idle jade kind late'.split(
  ' ',
);
const nouns = 'harbor meadow river summit garden valley market bridge forest island'.split(' ');

/** What file names begin with. */
export const nameWords: readonly string[] = adjectives.flatMap((adjective) =>
  nouns.map((noun) => `${adjective}-${noun}`),
);

const tagWords = 'summer winter sale banner hero studio outdoor team product draft'.split(' ');
const tagSetCount = 1024;

/** What files are tagged with; some with nothing. */
export function tagSets(random: () => number): readonly (readonly string[] | null)[] {
  return Array.from({ length: tagSetCount }, () => {
    const tags = tagWords.filter(() => random() < 0.15);
    return tags.length === 0 ? null : tags;
  });
}
