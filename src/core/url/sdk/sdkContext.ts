/** What an SDK holds from its initialisation. */
export interface SdkContext {
  readonly privateKey?: string;
  /** As `Date.now`: milliseconds since the epoch. */
  readonly now?: () => number;
}

/** What is signed where a URL never expires, in seconds since the epoch. */
export const neverExpires = 9_999_999_999;

/**
 * The time at which a URL ends to work, in seconds since the epoch.
 * @param seconds As a caller gives it to an SDK; its leading whole number counts.
 */
export function expiryAfter(seconds: unknown, { now = Date.now }: SdkContext): number {
  const whole = Number.parseInt(String(seconds), 10);
  if (!whole) return neverExpires;
  return Math.floor(now() / 1000) + whole;
}
