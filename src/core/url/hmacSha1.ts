import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** HMAC-SHA1 of two UTF-8 texts, in lower-case hex: 40 characters. */
export function hmacSha1(key: string, message: string): string {
  return bytesToHex(hmac(sha1, utf8ToBytes(key), utf8ToBytes(message)));
}
