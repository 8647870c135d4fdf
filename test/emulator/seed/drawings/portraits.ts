import { glow, svg, verticalGradient } from './shapes.ts';

export interface PortraitColors {
  readonly ground: readonly [string, string];
  readonly skin: string;
  readonly shade: string;
  readonly hair: string;
  readonly clothes: string;
  readonly long: boolean;
  readonly glasses: boolean;
}

const eye = (x: number): string =>
  `<ellipse cx="${x}" cy="650" rx="40" ry="27" fill="#fff"/><circle cx="${x}" cy="650" r="23" fill="#4b3524"/><circle cx="${x + 8}" cy="642" r="8" fill="#fff"/>`;

/** A drawn face, of nobody. 1200 by 1500. */
export function drawPortrait(colors: PortraitColors): string {
  const { skin, shade, hair, clothes } = colors;
  const behind = colors.long
    ? `<path d="M330 620 C300 250 900 250 870 620 L910 1080 Q600 1180 290 1080 Z" fill="${hair}"/>`
    : '';
  const glasses = colors.glasses
    ? `<g fill="none" stroke="#2b2b33" stroke-width="14"><circle cx="490" cy="650" r="82"/><circle cx="710" cy="650" r="82"/><path d="M572 640 q28 -20 56 0"/></g>`
    : '';
  return svg(
    1200,
    1500,
    `<defs>${verticalGradient('ground', ...colors.ground)}${glow('soft', '#ffffff', 0.55)}${glow('blush', '#e2604f', 0.4)}</defs>
    <rect width="1200" height="1500" fill="url(#ground)"/><circle cx="600" cy="620" r="560" fill="url(#soft)"/>
    ${behind}
    <path d="M170 1500 C190 1230 400 1170 520 1150 L680 1150 C800 1170 1010 1230 1030 1500 Z" fill="${clothes}"/>
    <path d="M500 930 L500 1150 Q600 1270 700 1150 L700 930 Z" fill="${shade}"/>
    <path d="M484 1140 Q600 1300 716 1140 L760 1160 Q600 1390 440 1160 Z" fill="#fff" opacity="0.85"/>
    <ellipse cx="352" cy="680" rx="46" ry="74" fill="${shade}"/><ellipse cx="848" cy="680" rx="46" ry="74" fill="${shade}"/>
    <path d="M360 610 C360 330 840 330 840 610 C850 820 760 1010 600 1010 C440 1010 350 820 360 610 Z" fill="${skin}"/>
    <circle cx="440" cy="780" r="80" fill="url(#blush)"/><circle cx="760" cy="780" r="80" fill="url(#blush)"/>
    ${eye(490)}${eye(710)}
    <g fill="none" stroke="${hair}" stroke-width="18" stroke-linecap="round"><path d="M432 568 q58 -36 112 -6"/><path d="M656 562 q58 -30 112 6"/></g>
    <path d="M600 660 q-34 96 -18 116 q18 16 46 2" fill="none" stroke="${shade}" stroke-width="14" stroke-linecap="round"/>
    <path d="M506 858 Q600 944 694 858 Q600 892 506 858 Z" fill="#fff" stroke="#b4483f" stroke-width="12" stroke-linejoin="round"/>
    ${glasses}
    <path d="M340 640 C320 270 560 230 640 260 C880 250 900 480 862 640 C840 540 800 470 720 440 C600 500 420 470 388 520 C360 560 350 600 340 640 Z" fill="${hair}"/>`,
  );
}
