import type { SdkConfiguration } from './readSdkConfiguration.ts';

/** A URL endpoint that a project uses, and the public key that belongs to it where one is known. */
export interface EndpointCandidate<T> {
  readonly urlEndpoint: string;
  readonly publicKey: string | undefined;
  /** Where it was found first. */
  readonly source: T;
}

/**
 * One candidate for each URL endpoint. An endpoint without a public key beside it gets that of
 * another file, if all files together know only one.
 */
export function mergeSdkConfigurations<T>(
  found: readonly (SdkConfiguration & { readonly source: T })[],
): EndpointCandidate<T>[] {
  const keys = [...new Set(found.flatMap(({ publicKey }) => publicKey ?? []))];
  const onlyKey = keys.length === 1 ? keys[0] : undefined;
  const candidates = new Map<string, EndpointCandidate<T>>();
  for (const { urlEndpoint, publicKey, source } of found) {
    if (urlEndpoint === undefined) continue;
    const known = candidates.get(urlEndpoint);
    if (known) {
      candidates.set(urlEndpoint, { ...known, publicKey: known.publicKey ?? publicKey });
    } else {
      candidates.set(urlEndpoint, { urlEndpoint, publicKey, source });
    }
  }
  return [...candidates.values()].map((candidate) => ({
    ...candidate,
    publicKey: candidate.publicKey ?? onlyKey,
  }));
}
