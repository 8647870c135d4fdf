/**
 * What can be told of a text without reading it. Most documents have nothing of ImageKit's, and for
 * them nothing else of the language is loaded, so this file imports nothing.
 */

/** What every private key begins with. */
export const privateKeyTrigger = 'private_';

const triggers = ['tr:', 'tr=', 'ik-', privateKeyTrigger] as const;

/** The names stand in code of all kinds; those of ImageKit's SDKs do only where it is spoken of. */
export function mentionsImageKit(text: string): boolean {
  return ['imagekit', 'ImageKit', 'Imagekit', 'IMAGEKIT'].some((name) => text.includes(name));
}

/** Whether there may be something to check in a text; looked at before anything else is done. */
export function mayHaveFindings(text: string): boolean {
  return triggers.some((trigger) => text.includes(trigger)) || mentionsImageKit(text);
}

/**
 * Whether a URL of ImageKit or under one of the endpoints may stand in a text, also one whose slashes
 * are escaped.
 * @param endpoints URL endpoints beside ImageKit's own hosts.
 */
export function mayHaveUrls(text: string, endpoints: readonly string[]): boolean {
  const hosts = endpoints.map((endpoint) => endpoint.toLowerCase().split('/', 3)[2]);
  // Hosts are the same in any case.
  const lower = text.toLowerCase();
  return ['imagekit.io', ...hosts].some((host) => host !== undefined && lower.includes(host));
}
