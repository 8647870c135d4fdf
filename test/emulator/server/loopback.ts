const names = new Set(['localhost', '127.0.0.1', '[::1]']);

/** An emulator has no business in other people's networks: it calls this machine only. */
export function isLoopback(url: string): boolean {
  return URL.canParse(url) && names.has(new URL(url).hostname);
}
