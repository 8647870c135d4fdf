import { TransformationError } from './transformationError.ts';

/** The value of `i-` of a text layer; a second percent-encoding is undone where there is one. */
export function decodeText(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone percent sign is a character like any other.
    return text;
  }
}

/** The value of `i-` of a picture layer: `@@` stands for a slash. */
export function decodePathInput(text: string): string {
  return decodeText(text).replaceAll('@@', '/');
}

/** The value of `ie-`: base64 of UTF-8, possibly still percent-encoded. */
export function decodeBase64Input(text: string): string {
  const base64 = decodeText(text);
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(base64)) {
    throw new TransformationError('the layer input is not base64');
  }
  return Buffer.from(base64, 'base64').toString('utf8');
}
