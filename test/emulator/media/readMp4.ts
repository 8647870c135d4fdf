import { open } from 'node:fs/promises';

export interface Mp4Facts {
  /** Seconds. */
  readonly duration: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly videoCodec: string | null;
  readonly audioCodec: string | null;
}

interface Box {
  readonly type: string;
  readonly body: Buffer;
}

/** More than any movie header needs, and little enough to read at once. */
const maximumHeader = 32 * 1024 * 1024;

const codecs: Readonly<Record<string, string>> = {
  avc1: 'h264',
  hvc1: 'hevc',
  hev1: 'hevc',
  av01: 'av1',
  vp09: 'vp9',
  mp4v: 'mpeg4',
  mp4a: 'aac',
  Opus: 'opus',
};

/**
 * Reads the movie header of an MP4 or QuickTime file.
 * @returns undefined for any other file.
 */
export async function readMp4(path: string): Promise<Mp4Facts | undefined> {
  const movie = await findMovieBox(path);
  if (movie === undefined) return undefined;
  const boxes = readBoxes(movie);
  const header = boxes.find(({ type }) => type === 'mvhd')?.body;
  if (header === undefined || header.length < 32) return undefined;
  const facts: { -readonly [Key in keyof Mp4Facts]: Mp4Facts[Key] } = {
    duration: readDuration(header),
    width: null,
    height: null,
    videoCodec: null,
    audioCodec: null,
  };
  for (const { type, body } of boxes) {
    if (type === 'trak') Object.assign(facts, readTrack(body));
  }
  return facts;
}

async function findMovieBox(path: string): Promise<Buffer | undefined> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(16);
    for (let at = 0, first = true; ; first = false) {
      const { bytesRead } = await file.read(head, 0, 16, at);
      if (bytesRead < 8) return undefined;
      const type = head.toString('latin1', 4, 8);
      if (first && type !== 'ftyp') return undefined;
      const short = head.readUInt32BE(0);
      const size = short === 1 && bytesRead === 16 ? Number(head.readBigUInt64BE(8)) : short;
      if (type === 'moov' && size <= maximumHeader) {
        const body = Buffer.alloc(Math.max(0, size - 8));
        await file.read(body, 0, body.length, at + 8);
        return body;
      }
      if (size < 8) return undefined;
      at += size;
    }
  } finally {
    await file.close();
  }
}

function readBoxes(buffer: Buffer): Box[] {
  const boxes: Box[] = [];
  for (let at = 0; at + 8 <= buffer.length;) {
    const size = buffer.readUInt32BE(at);
    if (size < 8 || at + size > buffer.length) break;
    boxes.push({
      type: buffer.toString('latin1', at + 4, at + 8),
      body: buffer.subarray(at + 8, at + size),
    });
    at += size;
  }
  return boxes;
}

function readDuration(header: Buffer): number {
  const long = header[0] === 1;
  const scale = header.readUInt32BE(long ? 20 : 12);
  const ticks = long ? Number(header.readBigUInt64BE(24)) : header.readUInt32BE(16);
  return scale === 0 ? 0 : Math.round((ticks / scale) * 1000) / 1000;
}

const inside = (buffer: Buffer | undefined, type: string): Buffer | undefined =>
  buffer === undefined ? undefined : readBoxes(buffer).find((box) => box.type === type)?.body;

function readTrack(track: Buffer): Partial<Mp4Facts> {
  const media = inside(track, 'mdia');
  const handler = inside(media, 'hdlr')?.toString('latin1', 8, 12);
  const description = inside(inside(inside(media, 'minf'), 'stbl'), 'stsd');
  const code = description?.toString('latin1', 12, 16) ?? '';
  const codec = codecs[code] ?? (code.trim() || null);
  if (handler === 'soun') return { audioCodec: codec };
  const trackHeader = inside(track, 'tkhd');
  if (handler !== 'vide' || trackHeader === undefined || trackHeader.length < 8) return {};
  // The size is the last thing in the box: two 16.16 fixed-point numbers.
  return {
    videoCodec: codec,
    width: trackHeader.readUInt16BE(trackHeader.length - 8),
    height: trackHeader.readUInt16BE(trackHeader.length - 4),
  };
}
