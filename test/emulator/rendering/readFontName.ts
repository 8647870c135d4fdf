/** Numbers of the names that Pango knows a font by: its family and its style. */
const familyName = 1;
const windows = 3;

/**
 * The family of a TrueType or OpenType font, from its `name` table.
 * @returns undefined for other bytes.
 */
export function readFontName(bytes: Buffer): string | undefined {
  try {
    const tables = bytes.readUInt16BE(4);
    for (let table = 0; table < tables; table += 1) {
      const at = 12 + table * 16;
      if (bytes.toString('latin1', at, at + 4) === 'name') {
        return readNames(bytes.subarray(bytes.readUInt32BE(at + 8)));
      }
    }
  } catch (error) {
    // Read past the end: no font, or half of one.
    if (!(error instanceof RangeError)) throw error;
  }
  return undefined;
}

function readNames(table: Buffer): string | undefined {
  const count = table.readUInt16BE(2);
  const texts = table.readUInt16BE(4);
  for (let name = 0; name < count; name += 1) {
    const at = 6 + name * 12;
    const isWanted =
      table.readUInt16BE(at) === windows && table.readUInt16BE(at + 6) === familyName;
    if (isWanted) {
      const start = texts + table.readUInt16BE(at + 10);
      const text = Buffer.from(table.subarray(start, start + table.readUInt16BE(at + 8)));
      return text.swap16().toString('utf16le');
    }
  }
  return undefined;
}
