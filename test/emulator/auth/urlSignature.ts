import { equalText, hmacSha1 } from './clientSignature.ts';

export type UrlSignature = 'absent' | 'valid' | 'invalid' | 'expired';

/** Signed in place of an expiry when the URL never expires. */
const never = '9999999999';

/**
 * Judges `ik-s` and `ik-t` of a delivery URL. What was signed is the request target without the
 * endpoint and without those two parameters, byte for byte, followed by the expiry.
 * @param target path and query as requested, such as `/demo/a.jpg?tr=w-1&ik-s=...`
 * @param base the endpoint's path with a slash at the end: `/demo/`.
 */
export function judgeUrlSignature(target: string, base: string, nowSeconds: number): UrlSignature {
  const mark = target.indexOf('?');
  const parts = mark === -1 ? [] : target.slice(mark + 1).split('&');
  const signature = readPart(parts, 'ik-s');
  if (signature === undefined) return 'absent';
  const expiry = readPart(parts, 'ik-t');
  const kept = parts.filter((part) => !/^ik-[st]=/.test(part));
  const path = mark === -1 ? target : target.slice(0, mark);
  const relative = path.slice(base.length);
  const signed = kept.length === 0 ? relative : `${relative}?${kept.join('&')}`;
  if (!equalText(signature, hmacSha1(signed + (expiry ?? never)))) return 'invalid';
  return expiry !== undefined && !(Number(expiry) > nowSeconds) ? 'expired' : 'valid';
}

function readPart(parts: readonly string[], name: string): string | undefined {
  return parts.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1);
}
