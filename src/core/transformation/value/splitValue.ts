import type { Composite, Pairs, ValueKind } from '../catalogue/parameterDefinition.ts';

/** A piece of a value that has a meaning of its own: the colour of `5_red`. */
export interface ValuePart {
  /** As the catalogue calls it; empty where the value is one piece. */
  readonly name: string;
  readonly text: string;
  /** Offset into the value. */
  readonly start: number;
  readonly kinds: readonly ValueKind[];
}

/** The parts of a value that has the structure of this kind. */
export function splitValue(value: string, kind: ValueKind): readonly ValuePart[] | undefined {
  switch (kind.kind) {
    case 'composite':
      return splitComposite(value, kind);
    case 'pairs':
      return splitPairs(value, kind);
    case 'list':
      return value.includes('_') || kind.counts.includes(1)
        ? splitAt(value, '_').map((part) => ({ ...part, name: 'item', kinds: kind.of }))
        : undefined;
    default:
      return undefined;
  }
}

function splitComposite(value: string, { pattern, parts }: Composite): ValuePart[] | undefined {
  const match = new RegExp(pattern, 'd').exec(value);
  const groups = match?.indices?.groups;
  if (!groups) return undefined;
  return Object.entries(parts).flatMap(([name, kinds]) => {
    const range = groups[name];
    if (!range) return [];
    const [start, end] = range;
    return [{ name, kinds, start, text: value.slice(start, end) }];
  });
}

/** A part that no pair has gets the name that it has, and no kinds. */
export function splitPairs(value: string, { parts }: Pairs): ValuePart[] | undefined {
  const names = Object.keys(parts).join('|');
  const begins = new RegExp(`(?:^|_)(?=(?:${names})-)`, 'g');
  const starts = Array.from(value.matchAll(begins), ({ index, 0: found }) => index + found.length);
  if (starts[0] !== 0) return undefined;
  return starts.map((start, index) => {
    const next = starts[index + 1];
    const pair = value.slice(start, next === undefined ? undefined : next - 1);
    const hyphen = pair.indexOf('-');
    const name = pair.slice(0, hyphen);
    return {
      name,
      text: pair.slice(hyphen + 1),
      start: start + hyphen + 1,
      kinds: parts[name] ?? [],
    };
  });
}

function splitAt(value: string, separator: string): { text: string; start: number }[] {
  let start = 0;
  return value.split(separator).map((text) => {
    const piece = { text, start };
    start += text.length + separator.length;
    return piece;
  });
}
