import { demoKeys } from '../../emulator/auth/demoKeys.ts';
import type { Emulator } from '../../emulator/startEmulator.ts';
import sharp from 'sharp';

export const authorization = `Basic ${Buffer.from(`${demoKeys.privateKey}:`).toString('base64')}`;

/** The members of answers that tests look at. A member that is not sent is undefined. */
export interface AnswerBody {
  readonly message: string;
  readonly help: string;
  readonly reason: string;
  readonly missingFileIds: readonly string[];
  readonly type: string;
  readonly fileId: string;
  readonly folderId: string;
  readonly folderPath: string;
  readonly name: string;
  readonly filePath: string;
  readonly url: string;
  readonly fileType: string;
  readonly mime: string;
  readonly size: number;
  readonly width: number;
  readonly height: number;
  readonly duration: number;
  readonly videoCodec: string;
  readonly versionInfo: { readonly id: string; readonly name: string };
  readonly tags: readonly string[] | null;
  readonly AITags: readonly unknown[] | null;
  readonly isPrivateFile: boolean;
  readonly customCoordinates: string | null;
  readonly description: string;
}

/** One entry of the request log. */
export interface LogEntry {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly completed: boolean;
  readonly bodyBytes: number;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Whether there was a body at all. */
  readonly empty: boolean;
  readonly body: AnswerBody;
}

/** A call of the media API with a JSON body. */
export async function call(
  emulator: Emulator,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = { authorization },
): Promise<Answer> {
  const response = await fetch(emulator.origin + path, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    empty: text === '',
    body: JSON.parse(text || '{}'),
  };
}

/** A list of files and folders. */
export async function list(emulator: Emulator, query = ''): Promise<AnswerBody[]> {
  const response = await fetch(`${emulator.origin}/v1/files?${query}`, {
    headers: { authorization },
  });
  return JSON.parse(await response.text());
}

/** What the emulator was asked since the log was cleared. */
export async function requests(emulator: Emulator): Promise<LogEntry[]> {
  return JSON.parse(await (await fetch(`${emulator.origin}/__emulator/requests`)).text());
}

/** An upload; a Buffer goes as a file part, a text as a text part. */
export async function upload(
  emulator: Emulator,
  file: Buffer | string | undefined,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = { authorization },
): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (typeof file === 'string') form.set('file', file);
  else if (file !== undefined) form.set('file', new Blob([new Uint8Array(file)]), 'upload.bin');
  const response = await fetch(`${emulator.origin}/api/v1/files/upload`, {
    method: 'POST',
    headers,
    body: form,
  });
  return {
    status: response.status,
    headers: response.headers,
    empty: false,
    body: JSON.parse(await response.text()),
  };
}

/** A picture: its left half red, its right half blue. */
export async function twoColors(width: number, height: number): Promise<Buffer> {
  const half = Math.floor(width / 2);
  const right = await sharp({
    create: { width: width - half, height, channels: 3, background: '#0000ff' },
  })
    .png()
    .toBuffer();
  return await sharp({ create: { width, height, channels: 3, background: '#ff0000' } })
    .composite([{ input: right, left: half, top: 0 }])
    .png()
    .toBuffer();
}

/** The RGBA of one pixel. */
export async function pixel(bytes: Buffer, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(bytes)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (y * info.width + x) * info.channels;
  return [...data.subarray(at, at + 4)];
}

export interface Picture {
  readonly response: Response;
  readonly bytes: Buffer;
}

export async function get(
  emulator: Emulator,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Picture> {
  const response = await fetch(emulator.urlEndpoint + path, { headers });
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}
