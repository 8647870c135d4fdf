import { findImageKitUrls } from '../language/findImageKitUrls.ts';
import type { Finding } from './finding.ts';
import type { Linter } from './linter.ts';

/** What every text has in which there may be something to check; looked for before anything else. */
const triggers = ['imagekit.io', 'tr:', 'tr=', 'ik-'] as const;

/** Whether a text is worth the work. */
export function mayHaveFindings(text: string): boolean {
  return triggers.some((trigger) => text.includes(trigger));
}

/**
 * All findings of a document, in the order of the text.
 * @param endpoints URL endpoints beside ImageKit's own hosts.
 */
export function lintDocument(
  text: string,
  endpoints: readonly string[],
  linter: Linter,
): readonly Finding[] {
  return findImageKitUrls(text, endpoints).flatMap((url) =>
    linter.lintUrl(url, { now: Date.now() }),
  );
}
