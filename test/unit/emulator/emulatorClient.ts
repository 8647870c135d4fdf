import { demoKeys } from '../../emulator/auth/demoKeys.ts';
import type { Emulator } from '../../emulator/startEmulator.ts';
import sharp from 'sharp';

export const authorization = `Basic ${Buffer.from(`${demoKeys.privateKey}:`).toString('base64')}`;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into bodies of many shapes
  readonly body: any;
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
    body: text === '' ? undefined : JSON.parse(text),
  };
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
  return { status: response.status, headers: response.headers, body: await response.json() };
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
