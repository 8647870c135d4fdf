import { glow, svg, verticalGradient } from './shapes.ts';

/** Across: the shine of a round body from left to right. */
function sideways(id: string, ...colors: readonly string[]): string {
  const stops = colors.map(
    (color, index) =>
      `<stop offset="${index / Math.max(1, colors.length - 1)}" stop-color="${color}"/>`,
  );
  return `<linearGradient id="${id}">${stops.join('')}</linearGradient>`;
}

/** A mug on a plain ground. Drawn on a field of 1600 by 1600. */
export function drawMug(): string {
  return svg(
    1600,
    1600,
    `<defs>${verticalGradient('wall', '#f3efe9', '#e6dfd5')}${sideways('glaze', '#1d6f74', '#3fa9a5', '#2b8a8b', '#175b63', '#0f454e')}
      ${sideways('rim', '#2f9495', '#63c3bd', '#1d6f74')}${glow('shadow', '#3b2f24', 0.5)}</defs>
    <rect width="1600" height="1600" fill="url(#wall)"/>
    <rect y="1130" width="1600" height="470" fill="#d9cfc2"/>
    <ellipse cx="820" cy="1236" rx="520" ry="90" fill="url(#shadow)"/>
    <path d="M1090 690 C1330 640 1370 1010 1072 1030" fill="none" stroke="#175b63" stroke-width="74"/>
    <path d="M1090 676 C1318 630 1350 1000 1072 1016" fill="none" stroke="#2b8a8b" stroke-width="34"/>
    <path d="M470 520 L500 1140 Q506 1232 640 1242 L940 1242 Q1074 1232 1080 1140 L1110 520 Z" fill="url(#glaze)"/>
    <path d="M492 980 Q790 1050 1088 980 L1080 1140 Q1074 1232 940 1242 L640 1242 Q506 1232 500 1140 Z" fill="#f2e6d3" opacity="0.92"/>
    <path d="M492 980 Q790 1050 1088 980" fill="none" stroke="#e0cda9" stroke-width="8"/>
    <ellipse cx="790" cy="520" rx="320" ry="74" fill="url(#rim)"/>
    <ellipse cx="790" cy="526" rx="288" ry="58" fill="#4a2c1d"/>
    <ellipse cx="760" cy="534" rx="200" ry="34" fill="#6b4128"/>
    <path d="M560 610 Q548 800 572 940" fill="none" stroke="#fff" stroke-width="26" stroke-linecap="round" opacity="0.35"/>
    <g fill="none" stroke="#fff" stroke-width="20" stroke-linecap="round" opacity="0.7"><path d="M700 400 q-50 -60 0 -120 q50 -60 0 -120"/><path d="M840 390 q-50 -60 0 -120 q50 -60 0 -120"/></g>`,
  );
}

/** A desk lamp without a ground: transparent around it. 1400 by 1400. */
export function drawLamp(): string {
  return svg(
    1400,
    1400,
    `<defs>${verticalGradient('shade', '#ffcf5c', '#f2a71b')}${sideways('metal', '#39424f', '#77849a', '#2a313b')}</defs>
    <rect x="820" y="1180" width="340" height="56" rx="28" fill="url(#metal)"/>
    <rect x="860" y="1150" width="260" height="44" rx="22" fill="#2a313b"/>
    <path d="M990 1160 L1080 720 L700 420" fill="none" stroke="#4a5566" stroke-width="36" stroke-linejoin="round" stroke-linecap="round"/>
    <path d="M984 1160 L1072 722 L696 424" fill="none" stroke="#8796ad" stroke-width="10" stroke-linejoin="round"/>
    <circle cx="1078" cy="720" r="42" fill="#2a313b"/><circle cx="1078" cy="720" r="18" fill="#8796ad"/>
    <g transform="rotate(-34 640 440)"><path d="M560 360 h160 q20 0 26 20 l120 290 h-452 l120 -290 q6 -20 26 -20 Z" fill="url(#shade)"/>
      <path d="M584 380 l-118 270" stroke="#fff" stroke-width="20" stroke-linecap="round" opacity="0.45"/>
      <ellipse cx="640" cy="670" rx="226" ry="38" fill="#fff6d2"/><rect x="600" y="306" width="80" height="64" rx="16" fill="#39424f"/></g>`,
  );
}

const leaf = (angle: number, length: number, color: string): string =>
  `<g transform="translate(800 800) rotate(${angle})"><path d="M0 0 C${length * 0.32} ${-length * 0.3} ${length * 0.26} ${-length * 0.8} 0 ${-length} C${-length * 0.26} ${-length * 0.8} ${-length * 0.32} ${-length * 0.3} 0 0 Z" fill="${color}"/><path d="M0 0 L0 ${-length * 0.9}" stroke="#ffffff" stroke-opacity="0.28" stroke-width="7"/></g>`;

/** A plant in a pot before a wall. 1600 by 1200. */
export function drawPlant(): string {
  const leaves = [
    [-72, 430, '#2c6e49'],
    [70, 440, '#2c6e49'],
    [-44, 540, '#3f8f5f'],
    [44, 530, '#3f8f5f'],
    [-20, 590, '#4fa56d'],
    [24, 600, '#59b377'],
    [2, 650, '#6cc287'],
  ] as const;
  return svg(
    1600,
    1200,
    `<defs>${verticalGradient('wall', '#fbe4d8', '#f4cdbb')}${sideways('clay', '#b65f3c', '#dd8a61', '#a24f30')}${glow('shadow', '#6b3a28', 0.5)}</defs>
    <rect width="1600" height="1200" fill="url(#wall)"/><rect y="1010" width="1600" height="190" fill="#e6b7a0"/>
    <circle cx="1150" cy="420" r="290" fill="#fff4ea" opacity="0.7"/>
    <ellipse cx="820" cy="1108" rx="330" ry="46" fill="url(#shadow)"/>
    ${leaves.map(([angle, length, color]) => leaf(angle, length, color)).join('')}
    <path d="M620 830 h360 l-44 250 q-6 30 -40 30 h-192 q-34 0 -40 -30 Z" fill="url(#clay)"/>
    <rect x="590" y="780" width="420" height="86" rx="18" fill="#cf7a52"/><rect x="590" y="846" width="420" height="20" rx="10" fill="#8f4529" opacity="0.5"/>`,
  );
}
