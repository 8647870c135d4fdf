import { closest, distance } from 'fastest-levenshtein';

/** The name that was probably meant; `undefined` where none is only a slip of the pen away. */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const plainWritten = plain(written);
  const same = names.find((name) => plainName(name) === plainWritten);
  if (same !== undefined) return same;
  const nearest = closest(written, names);
  const slips = distance(written, nearest);
  const isNear =
    slips <= Math.floor(written.length / 3) ||
    (slips === 2 && lettersOf(written) === lettersOf(nearest));
  return isNear ? nearest : undefined;
}

const plainNames = new Map<string, string>();

/** Of the names that there are, which are few and are asked for again and again. */
function plainName(name: string): string {
  let found = plainNames.get(name);
  if (found === undefined) plainNames.set(name, (found = plain(name)));
  return found;
}

/** Without what people and SDKs write differently: `trafficlight`, `top-left`, `MAINTAIN_RATIO`. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** Two that changed their places: `wepb`. */
function lettersOf(name: string): string {
  return name.split('').sort().join('');
}
