import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The state behind the key, which is half of the work of a short message. One key is kept, as URLs
 * are signed by the account that is connected; it stays inside this module.
 */
let keyed: { readonly key: string; readonly state: Keyed } | undefined;

type Keyed = ReturnType<typeof stateOf>;

function stateOf(key: string) {
  return hmac.create(sha1, utf8ToBytes(key));
}

/** HMAC-SHA1 of two UTF-8 texts, in lower-case hex: 40 characters. */
export function hmacSha1(key: string, message: string): string {
  if (keyed?.key !== key) keyed = { key, state: stateOf(key) };
  return bytesToHex(keyed.state.clone().update(utf8ToBytes(message)).digest());
}
