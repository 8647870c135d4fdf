import { exifTags, gpsTags, groupPointers, imageTags, interoperabilityTags } from './exifTags.ts';

type ExifValue = string | number | readonly number[];
export type ExifGroup = Readonly<Record<string, ExifValue>>;

/** The groups as the metadata API names them. */
export interface Exif {
  readonly image: ExifGroup;
  readonly thumbnail: ExifGroup;
  readonly exif: ExifGroup;
  readonly gps: ExifGroup;
  readonly interoperability: ExifGroup;
  readonly makernote: ExifGroup;
}

export const emptyExif: Exif = {
  image: {},
  thumbnail: {},
  exif: {},
  gps: {},
  interoperability: {},
  makernote: {},
};

/** Bytes of one value by TIFF type: 1 byte, 2 text, 3 short, 4 long, 5 rational, 7 undefined, ... */
const sizes: Readonly<Record<number, number>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
};

/**
 * Reads the EXIF block of a picture.
 * @param block with or without the leading `Exif\0\0`.
 * @returns empty groups when the block is broken.
 */
export function readExif(block: Buffer | undefined): Exif {
  if (block === undefined) return emptyExif;
  const tiff = block.toString('latin1', 0, 4) === 'Exif' ? block.subarray(6) : block;
  try {
    const reader = new TiffReader(tiff);
    const first = reader.readDirectory(reader.start);
    const groupAt = (pointer: number): ReturnType<TiffReader['readDirectory']> =>
      reader.readDirectory(first.pointers.get(pointer) ?? 0);
    const exif = groupAt(groupPointers.exif);
    const interoperability = exif.pointers.get(groupPointers.interoperability) ?? 0;
    return {
      ...emptyExif,
      image: name(first.values, imageTags),
      thumbnail: name(reader.readDirectory(first.next).values, imageTags),
      exif: name(exif.values, exifTags),
      gps: name(groupAt(groupPointers.gps).values, gpsTags),
      interoperability: name(reader.readDirectory(interoperability).values, interoperabilityTags),
    };
  } catch (error) {
    if (error instanceof RangeError) return emptyExif;
    throw error;
  }
}

function name(
  values: ReadonlyMap<number, ExifValue>,
  names: ReadonlyMap<number, string>,
): ExifGroup {
  const entries = [...values].map(([tag, value]) => [names.get(tag) ?? '', value] as const);
  return Object.fromEntries(entries.filter(([each]) => each !== ''));
}

class TiffReader {
  readonly start: number;
  readonly #data: Buffer;
  readonly #little: boolean;

  constructor(data: Buffer) {
    this.#data = data;
    this.#little = data.toString('latin1', 0, 2) === 'II';
    this.start = this.#long(4);
  }

  /** Pointers to further directories are kept apart; an offset of 0 is an empty directory. */
  readDirectory(at: number): {
    values: Map<number, ExifValue>;
    pointers: Map<number, number>;
    next: number;
  } {
    const values = new Map<number, ExifValue>();
    const pointers = new Map<number, number>();
    if (at === 0) return { values, pointers, next: 0 };
    const count = this.#short(at);
    for (let index = 0; index < count; index += 1) {
      const entry = at + 2 + index * 12;
      const tag = this.#short(entry);
      if (Object.values(groupPointers).some((each) => each === tag)) {
        pointers.set(tag, this.#long(entry + 8));
      }
      const value = this.#readValue(entry);
      if (value !== undefined) values.set(tag, value);
    }
    return { values, pointers, next: this.#long(at + 2 + count * 12) };
  }

  #readValue(entry: number): ExifValue | undefined {
    const type = this.#short(entry + 2);
    const count = this.#long(entry + 4);
    const size = sizes[type];
    if (size === undefined || count > 65_535) return undefined;
    const at = size * count <= 4 ? entry + 8 : this.#long(entry + 8);
    if (at + size * count > this.#data.length) throw new RangeError('outside the block');
    if (type === 2 || type === 7) {
      const text = this.#data.toString('latin1', at, at + count).replace(/\0[^]*$/, '');
      return type === 2 || /^[\x20-\x7e]+$/.test(text) ? text.trim() : undefined;
    }
    const numbers = Array.from({ length: count }, (_, index) =>
      this.#number(type, at + index * size),
    );
    return numbers.length === 1 ? numbers[0] : numbers;
  }

  #number(type: number, at: number): number {
    if (type === 1) return this.#data.readUInt8(at);
    if (type === 6) return this.#data.readInt8(at);
    if (type === 3) return this.#short(at);
    if (type === 8) return this.#little ? this.#data.readInt16LE(at) : this.#data.readInt16BE(at);
    if (type === 4) return this.#long(at);
    if (type === 9) return this.#signed(at);
    const [over, under] =
      type === 5 ? [this.#long(at), this.#long(at + 4)] : [this.#signed(at), this.#signed(at + 4)];
    return under === 0 ? 0 : over / under;
  }

  #short(at: number): number {
    return this.#little ? this.#data.readUInt16LE(at) : this.#data.readUInt16BE(at);
  }

  #long(at: number): number {
    return this.#little ? this.#data.readUInt32LE(at) : this.#data.readUInt32BE(at);
  }

  #signed(at: number): number {
    return this.#little ? this.#data.readInt32LE(at) : this.#data.readInt32BE(at);
  }
}
