import { createRandom, glow, ridgePath, svg, verticalGradient } from './shapes.ts';

/** The mark of a made-up brand, without its name; transparent. 1200 by 480. */
export function drawLogoMark(): string {
  return svg(
    1200,
    480,
    `<defs>${verticalGradient('a', '#5b8cff', '#2446d8')}${verticalGradient('b', '#ffb14a', '#f2564b')}</defs>
    <path d="M240 50 L410 345 A36 36 0 0 1 379 399 L101 399 A36 36 0 0 1 70 345 Z" fill="url(#a)"/>
    <path d="M240 190 L345 372 A18 18 0 0 1 329 399 L151 399 A18 18 0 0 1 135 372 Z" fill="#fff" opacity="0.92"/>
    <circle cx="372" cy="128" r="68" fill="url(#b)"/>`,
  );
}

/** Woven paper: a surface that tiles look made of. */
export function drawTexture(width: number, height: number): string {
  const random = createRandom(2026);
  const threads: string[] = [];
  const colors = ['#d8c7a8', '#e8dcc3', '#c9b48d', '#f1e8d4', '#bfa678'];
  for (let i = 0; i < 1500; i += 1) {
    const x = random() * width;
    const y = random() * height;
    const long = 60 + random() * 240;
    const across = i % 2 === 0;
    const bend = (random() - 0.5) * 22;
    const path = across
      ? `M${x} ${y} q${long / 2} ${bend} ${long} 0`
      : `M${x} ${y} q${bend} ${long / 2} 0 ${long}`;
    threads.push(
      `<path d="${path}" stroke="${colors[i % colors.length] ?? '#fff'}" stroke-width="${(1.5 + random() * 5).toFixed(1)}" opacity="${(0.25 + random() * 0.5).toFixed(2)}"/>`,
    );
  }
  return svg(
    width,
    height,
    `<rect width="${width}" height="${height}" fill="#e3d5b8"/><g fill="none" stroke-linecap="round">${threads.join('')}</g>`,
  );
}

/** The ground of a wide banner: waves of summer colours. */
export function drawBanner(width: number, height: number): string {
  const waves = [
    ['#ff9a62', 0.5, 81],
    ['#ff6f6b', 0.62, 83],
    ['#d94c85', 0.74, 87],
    ['#8a3fa0', 0.88, 89],
  ] as const;
  const shapes = waves.map(([color, level, seed]) => {
    const shape = { width, bottom: height, level: height * level, relief: height * 0.16 };
    return `<path d="${ridgePath({ ...shape, roughness: 0, seed })}" fill="${color}" opacity="0.9"/>`;
  });
  return svg(
    width,
    height,
    `<defs>${verticalGradient('sky', '#ffd57a', '#ffb46b', '#ff8f6b')}${glow('halo', '#fff6cf', 0.95)}</defs>
    <rect width="${width}" height="${height}" fill="url(#sky)"/>
    <circle cx="${width * 0.85}" cy="${height * 0.36}" r="${height * 0.62}" fill="url(#halo)"/>
    <circle cx="${width * 0.85}" cy="${height * 0.36}" r="${height * 0.24}" fill="#fff7dc"/>${shapes.join('')}`,
  );
}

/** The ground of a poster that nobody may see yet. */
export function drawPoster(width: number, height: number): string {
  const random = createRandom(404);
  const rings = Array.from({ length: 14 }, (_, index) => {
    const r = (14 - index) * (width / 26);
    const hue = 220 + index * 11 + random() * 8;
    return `<circle cx="${width / 2}" cy="${height * 0.42}" r="${r}" fill="hsl(${hue}, 62%, ${22 + index * 4}%)"/>`;
  });
  return svg(
    width,
    height,
    `<rect width="${width}" height="${height}" fill="#0d1026"/>${rings.join('')}`,
  );
}
