import { createRandom, glow, ridgePath, svg, verticalGradient } from './shapes.ts';

/** Mountains over a lake that mirrors them, in the morning. */
export function drawMountainLake(width: number, height: number): string {
  const shore = height * 0.62;
  const layers = [
    ['#8fa9cf', 0.4, 0.2, 11],
    ['#6a86b4', 0.46, 0.18, 23],
    ['#466492', 0.53, 0.13, 37],
    ['#28446d', 0.585, 0.07, 53],
  ] as const;
  const range = layers.map(([color, level, relief, seed]) => {
    const shape = { width, bottom: shore, level: height * level, relief: height * relief };
    return `<path d="${ridgePath({ ...shape, roughness: 0.9, seed })}" fill="${color}"/>`;
  });
  const ripples = createRandom(7);
  const lines = Array.from({ length: 90 }, () => {
    const y = shore + 8 + ripples() ** 1.6 * (height - shore);
    const length = 40 + ripples() * 260;
    return `<rect x="${ripples() * width - 60}" y="${y}" width="${length}" height="2" rx="1" fill="#fff" opacity="${0.05 + ripples() * 0.12}"/>`;
  });
  const sun = { x: width * 0.67, y: height * 0.24, r: height * 0.055 };
  return svg(
    width,
    height,
    `<defs>${verticalGradient('sky', '#3d5f9e', '#86a8d8', '#f5cfb0', '#fbe3c6')}
      ${verticalGradient('water', '#c9b8b4', '#7f9cc6', '#27436e')}${glow('halo', '#fff3d6', 0.95)}</defs>
    <rect width="${width}" height="${shore}" fill="url(#sky)"/>
    <circle cx="${sun.x}" cy="${sun.y}" r="${sun.r * 5}" fill="url(#halo)"/>
    <circle cx="${sun.x}" cy="${sun.y}" r="${sun.r}" fill="#fff8e6"/>
    <g id="range">${range.join('')}</g>
    <rect y="${shore}" width="${width}" height="${height - shore}" fill="url(#water)"/>
    <g transform="translate(0 ${shore * 2}) scale(1 -1)" opacity="0.42">${range.join('')}</g>
    <rect x="${sun.x - sun.r}" y="${shore}" width="${sun.r * 2}" height="${height - shore}" fill="url(#halo)" opacity="0.5"/>
    ${lines.join('')}`,
  );
}

/** Dunes under a large low sun. */
export function drawDesertDusk(width: number, height: number): string {
  const dunes = [
    ['#d9805c', 0.6, 0.07, 3],
    ['#b95e4b', 0.68, 0.09, 8],
    ['#8c4041', 0.78, 0.11, 15],
    ['#5c2a38', 0.9, 0.1, 29],
  ] as const;
  const shapes = dunes.map(([color, level, relief, seed]) => {
    const shape = { width, bottom: height, level: height * level, relief: height * relief };
    return `<path d="${ridgePath({ ...shape, roughness: 0, seed })}" fill="${color}"/>`;
  });
  const stars = createRandom(91);
  const sky = Array.from(
    { length: 70 },
    () =>
      `<circle cx="${stars() * width}" cy="${stars() ** 2 * height * 0.4}" r="${0.8 + stars() * 1.6}" fill="#fff" opacity="${0.25 + stars() * 0.6}"/>`,
  );
  return svg(
    width,
    height,
    `<defs>${verticalGradient('sky', '#2b1b4d', '#7a3165', '#e0655c', '#fcb66b', '#ffdf9a')}${glow('halo', '#fff0b8', 0.9)}</defs>
    <rect width="${width}" height="${height}" fill="url(#sky)"/>${sky.join('')}
    <circle cx="${width * 0.36}" cy="${height * 0.5}" r="${height * 0.42}" fill="url(#halo)"/>
    <circle cx="${width * 0.36}" cy="${height * 0.5}" r="${height * 0.13}" fill="#fff2cc"/>
    ${shapes.join('')}`,
  );
}

/** Rows of firs that fade into mist. */
export function drawForestMist(width: number, height: number): string {
  const rows = [
    ['#b9cfc9', 0.46, 0.16, 5],
    ['#8fb0a8', 0.56, 0.22, 6],
    ['#5c857d', 0.68, 0.3, 7],
    ['#2f5a54', 0.84, 0.4, 8],
    ['#14332f', 1.02, 0.5, 9],
  ] as const;
  const forest = rows.map(([color, foot, size, seed], index) => {
    const random = createRandom(seed * 101);
    const trees: string[] = [];
    for (let x = -40; x < width + 40; x += height * size * (0.12 + random() * 0.16)) {
      const tall = height * size * (0.6 + random() * 0.5);
      trees.push(fir(x, height * foot + random() * height * 0.03, tall));
    }
    const ground = `<rect y="${height * foot - 4}" width="${width}" height="${height}" fill="${color}"/>`;
    const mist = `<rect y="${height * (foot - 0.14)}" width="${width}" height="${height * 0.2}" fill="url(#mist)" opacity="${0.75 - index * 0.15}"/>`;
    return `<g fill="${color}">${trees.join('')}</g>${ground}${mist}`;
  });
  return svg(
    width,
    height,
    `<defs>${verticalGradient('sky', '#dfe9e4', '#f3efdf', '#cfdfd9')}${glow('halo', '#fffbe8', 1)}
      <linearGradient id="mist" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#f1f4ee" stop-opacity="0"/><stop offset="0.7" stop-color="#f1f4ee"/><stop offset="1" stop-color="#f1f4ee" stop-opacity="0"/></linearGradient></defs>
    <rect width="${width}" height="${height}" fill="url(#sky)"/>
    <circle cx="${width * 0.3}" cy="${height * 0.22}" r="${height * 0.3}" fill="url(#halo)"/>${forest.join('')}`,
  );
}

function fir(x: number, foot: number, tall: number): string {
  const half = tall * 0.2;
  const tiers = [0, 1, 2, 3].map((tier) => {
    const top = foot - tall + tier * tall * 0.2;
    const wide = half * (0.4 + tier * 0.22);
    const low = top + tall * 0.34;
    return `M${x} ${top} L${x + wide} ${low} Q${x} ${low - tall * 0.05} ${x - wide} ${low} Z`;
  });
  return `<path d="${tiers.join(' ')}"/><rect x="${x - tall * 0.012}" y="${foot - tall * 0.1}" width="${tall * 0.024}" height="${tall * 0.12}"/>`;
}

/** A skyline at night with lit windows and a moon. */
export function drawCityNight(width: number, height: number): string {
  const rows = [
    ['#1d2c57', 0.5, 0.22, 0.05, 41],
    ['#131f42', 0.62, 0.24, 0.07, 43],
    ['#0a1128', 0.76, 0.22, 0.09, 47],
  ] as const;
  const random = createRandom(17);
  const stars = Array.from(
    { length: 140 },
    () =>
      `<circle cx="${random() * width}" cy="${random() * height * 0.55}" r="${0.7 + random() * 1.5}" fill="#fff" opacity="${0.2 + random() * 0.7}"/>`,
  );
  const blocks = rows.map(([color, level, relief, wide, seed], index) =>
    skyline({ width, height, level, relief, wide, seed, color, lit: index }),
  );
  return svg(
    width,
    height,
    `<defs>${verticalGradient('sky', '#0b1234', '#243a7a', '#6c5aa0', '#f0a27c')}${glow('halo', '#f5eccd', 0.7)}${glow('street', '#ffb765', 0.6)}</defs>
    <rect width="${width}" height="${height}" fill="url(#sky)"/>${stars.join('')}
    <circle cx="${width * 0.78}" cy="${height * 0.2}" r="${height * 0.2}" fill="url(#halo)"/>
    <circle cx="${width * 0.78}" cy="${height * 0.2}" r="${height * 0.065}" fill="#fbf4dc"/>
    <circle cx="${width * 0.765}" cy="${height * 0.19}" r="${height * 0.012}" fill="#e6dcb8"/>
    <circle cx="${width * 0.795}" cy="${height * 0.22}" r="${height * 0.017}" fill="#e6dcb8"/>
    ${blocks.join('')}
    <ellipse cx="${width / 2}" cy="${height}" rx="${width * 0.6}" ry="${height * 0.16}" fill="url(#street)" opacity="0.5"/>`,
  );
}

interface Skyline {
  readonly width: number;
  readonly height: number;
  readonly level: number;
  readonly relief: number;
  readonly wide: number;
  readonly seed: number;
  readonly color: string;
  readonly lit: number;
}

function skyline(row: Skyline): string {
  const random = createRandom(row.seed);
  const parts: string[] = [];
  const { width, height } = row;
  for (let x = -20; x < width;) {
    const wide = width * row.wide * (0.6 + random() * 0.8);
    const top = height * (row.level + (random() - 0.6) * row.relief);
    parts.push(
      `<rect x="${x}" y="${top}" width="${wide}" height="${height - top}" fill="${row.color}"/>`,
    );
    if (random() > 0.7) {
      parts.push(
        `<rect x="${x + wide / 2 - 3}" y="${top - height * 0.05}" width="6" height="${height * 0.05}" fill="${row.color}"/>`,
      );
    }
    const cell = 14 + row.lit * 5;
    for (let y = top + cell; y < height - cell; y += cell * 1.7) {
      for (let w = x + cell * 0.7; w < x + wide - cell; w += cell * 1.35) {
        if (random() > 0.42) continue;
        const warm = random() > 0.25 ? '#ffd98a' : '#bfe0ff';
        parts.push(
          `<rect x="${w.toFixed(0)}" y="${y.toFixed(0)}" width="${(cell * 0.6).toFixed(0)}" height="${cell.toFixed(0)}" fill="${warm}" opacity="${(0.35 + random() * 0.6).toFixed(2)}"/>`,
        );
      }
    }
    x += wide + random() * 6;
  }
  return parts.join('');
}

const cloud = (x: number, y: number, size: number): string =>
  `<g fill="#fff" opacity="0.75"><ellipse cx="${x}" cy="${y}" rx="${size}" ry="${size * 0.22}"/><circle cx="${x - size * 0.3}" cy="${y - size * 0.14}" r="${size * 0.26}"/><circle cx="${x + size * 0.15}" cy="${y - size * 0.22}" r="${size * 0.34}"/></g>`;

/** Hot-air balloons over hills: the picture of the quick start. */
export function drawBalloons(width: number, height: number): string {
  const hills = [
    ['#9cc9a4', 0.74, 0.07, 61],
    ['#66a583', 0.82, 0.08, 67],
    ['#2f7568', 0.92, 0.06, 71],
  ] as const;
  const ground = hills.map(([color, level, relief, seed]) => {
    const shape = { width, bottom: height, level: height * level, relief: height * relief };
    return `<path d="${ridgePath({ ...shape, roughness: 0, seed })}" fill="${color}"/>`;
  });
  return svg(
    width,
    height,
    `<defs>${verticalGradient('sky', '#4aa3df', '#a5d8f3', '#fdebd0', '#ffd9b0')}${glow('halo', '#fff6d8', 0.9)}</defs>
    <rect width="${width}" height="${height}" fill="url(#sky)"/>
    <circle cx="${width * 0.2}" cy="${height * 0.68}" r="${height * 0.3}" fill="url(#halo)"/>
    ${cloud(width * 0.2, height * 0.2, width * 0.1)}${cloud(width * 0.83, height * 0.36, width * 0.12)}
    ${ground.join('')}
    ${balloon(width * 0.2, height * 0.44, width * 0.07, ['#f4a63b', '#e8743b', '#fff1d6'])}
    ${balloon(width * 0.8, height * 0.54, width * 0.055, ['#5b6ee1', '#3c4bb0', '#e6e9ff'])}
    ${balloon(width * 0.5, height * 0.36, width * 0.19, ['#e6394f', '#ff8a5b', '#fff3df'])}`,
  );
}

function balloon(
  x: number,
  y: number,
  r: number,
  colors: readonly [string, string, string],
): string {
  const neck = y + r * 1.55;
  const envelope = (share: number): string =>
    `M${x} ${y - r} C${x + r * 1.32 * share} ${y - r} ${x + r * 1.3 * share} ${y + r * 0.5} ${x + r * 0.2 * share} ${neck} L${x - r * 0.2 * share} ${neck} C${x - r * 1.3 * share} ${y + r * 0.5} ${x - r * 1.32 * share} ${y - r} ${x} ${y - r} Z`;
  const gores = [1, 0.78, 0.5, 0.22].map(
    (share, index) => `<path d="${envelope(share)}" fill="${colors[index % 3] ?? colors[0]}"/>`,
  );
  const basket = neck + r * 0.42;
  return `${gores.join('')}<path d="${envelope(1)}" fill="#000" opacity="0.07" transform="translate(${r * 0.06} 0)"/>
    <path d="M${x - r * 0.19} ${neck} L${x - r * 0.13} ${basket} M${x + r * 0.19} ${neck} L${x + r * 0.13} ${basket}" stroke="#6d4a2f" stroke-width="${r * 0.022}"/>
    <rect x="${x - r * 0.15}" y="${basket}" width="${r * 0.3}" height="${r * 0.22}" rx="${r * 0.04}" fill="#8a5a34"/>`;
}
