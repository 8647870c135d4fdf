import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What stands somewhere: in a file, an entry of the browser's storage, a message. */
export type Place = readonly [place: string, content: Buffer | string];

/** How a key may be written down, each as the bytes to look for. */
function spellingsOf(key: string): readonly (readonly [spelling: string, bytes: Buffer])[] {
  // An encoder may meet the key at any of three offsets; the ends depend on what stands around it.
  const base64 = [0, 1, 2].flatMap((offset) => {
    const text = Buffer.from(`${'-'.repeat(offset)}${key}`).toString('base64');
    const inner = text.slice(offset === 0 ? 0 : 4, text.length - 6);
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
  });
  const escaped = encodeURIComponent(key);
  const texts: readonly (readonly [string, string])[] = [
    ['plain', key.slice(0, -1)],
    ['percent-encoded', escaped],
    ['percent-encoded twice', encodeURIComponent(escaped)],
    ['hexadecimal', Buffer.from(key).toString('hex')],
    ...base64.map((text) => ['base64', text] as const),
  ];
  return texts.flatMap(([spelling, text]) => [
    [spelling, Buffer.from(text)] as const,
    [`${spelling}, UTF-16`, Buffer.from(text, 'utf16le')] as const,
  ]);
}

/** Looks for keys in whatever there is, in every way in which they may be written. */
export class KeySearch {
  readonly #needles: readonly (readonly [name: string, bytes: Buffer])[];

  constructor(keys: readonly string[]) {
    this.#needles = keys.flatMap((key, index) =>
      spellingsOf(key).map(([spelling, bytes]) => [`key ${index + 1} ${spelling}`, bytes] as const),
    );
  }

  /** Each place that holds a key, and how the key is written there. */
  findIn(places: readonly Place[]): readonly string[] {
    const found: string[] = [];
    for (const [place, content] of places) {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      const [hit] = this.#needles.find(([, needle]) => bytes.includes(needle)) ?? [];
      if (hit !== undefined) found.push(`${place}: ${hit}`);
    }
    return found;
  }

  /** Each spelling of each key, for a search that has to find them. */
  get samples(): readonly (readonly [name: string, bytes: Buffer])[] {
    return this.#needles;
  }
}

/** Every file below a folder, names included; links are not followed. */
export async function filesUnder(folder: string): Promise<readonly Place[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: Place[] = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files.push([path, await readFile(path)]);
    files.push([`the name ${path}`, Buffer.from(path)]);
  }
  return files;
}
