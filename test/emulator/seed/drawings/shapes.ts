/** A repeatable source of numbers from 0 to 1 (mulberry32): the drawings never change. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function svg(width: number, height: number, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`;
}

/** A vertical gradient with evenly spaced colours, to be used as `url(#id)`. */
export function verticalGradient(id: string, ...colors: readonly string[]): string {
  const stops = colors.map(
    (color, index) =>
      `<stop offset="${index / Math.max(1, colors.length - 1)}" stop-color="${color}"/>`,
  );
  return `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${stops.join('')}</linearGradient>`;
}

/** Fades from one colour in the middle to nothing. */
export function glow(id: string, color: string, strength = 1): string {
  return `<radialGradient id="${id}"><stop offset="0" stop-color="${color}" stop-opacity="${strength}"/><stop offset="1" stop-color="${color}" stop-opacity="0"/></radialGradient>`;
}

export interface Ridge {
  readonly width: number;
  /** The bottom of the shape. */
  readonly bottom: number;
  /** The mean height of the line, measured from the top. */
  readonly level: number;
  /** The largest deviation of the line. */
  readonly relief: number;
  /** 0 for soft hills, 1 for rock. */
  readonly roughness: number;
  readonly seed: number;
}

/** The outline of a mountain range or a row of hills, closed at the bottom, as path data. */
export function ridgePath({ width, bottom, level, relief, roughness, seed }: Ridge): string {
  const random = createRandom(seed);
  const waves = [1, 2.3, 4.1, 8.7, 17.3, 39, 83].map((frequency, index) => ({
    frequency,
    phase: random() * Math.PI * 2,
    share: index < 3 ? 1 / (index + 1.2) : roughness / (index + 0.4) ** 1.75,
  }));
  const points: string[] = [];
  for (let x = -10; x <= width + 10; x += 5) {
    const sum = waves.reduce((total, { frequency, phase, share }, index) => {
      const angle = (x / width) * Math.PI * frequency + phase;
      // Rock has sharp crests, grass has none.
      const sharp = index > 0 && roughness > 0.5;
      return total + share * (sharp ? 2 * Math.abs(Math.sin(angle)) - 1 : Math.sin(angle));
    }, 0);
    points.push(`${x} ${(level + sum * relief * 0.5).toFixed(1)}`);
  }
  return `M-10 ${bottom} L${points.join(' L')} L${width + 10} ${bottom} Z`;
}
