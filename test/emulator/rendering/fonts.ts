import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { allParameters, type Step } from '../transformation/chain.ts';

/** DejaVu comes as a package, so that text looks the same on a machine without fonts. */
const folder = join(
  dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')),
  'ttf',
);

const families = {
  sans: { name: 'DejaVu Sans', file: 'DejaVuSans', italic: 'Oblique' },
  serif: { name: 'DejaVu Serif', file: 'DejaVuSerif', italic: 'Italic' },
  mono: { name: 'DejaVu Sans Mono', file: 'DejaVuSansMono', italic: 'Oblique' },
} as const;

const serifNames = /serif|arvo|crimson|lora|old standard|vollkorn|abril|gravitas/i;
const monoNames = /mono\b/i;

/** The families that were asked for and are drawn in DejaVu instead, as written. */
export function substitutedFonts(steps: readonly Step[]): string[] {
  return steps.flatMap(({ layers }) =>
    layers.flatMap((layer) => {
      const family = layer.type === 'text' ? allParameters(layer.steps).get('ff') : undefined;
      const own = family === undefined ? [] : [`ff-${family}`];
      return [...own, ...substitutedFonts(layer.steps)];
    }),
  );
}

/**
 * The font for a text: DejaVu in the kind (sans, serif, mono) of the family that was asked for.
 * @returns a Pango font name without a size, and the file that holds the font.
 */
export function chooseFont(
  family: string | undefined,
  typography: readonly string[],
): { name: string; file: string } {
  const kind = monoNames.test(family ?? '')
    ? families.mono
    : serifNames.test(family ?? '')
      ? families.serif
      : families.sans;
  const bold = typography.includes('b');
  const italic = typography.includes('i');
  const style = `${bold ? 'Bold' : ''}${italic ? kind.italic : ''}`;
  const suffix = style === '' ? '' : `-${style}`;
  const words = [kind.name, bold ? 'Bold' : '', italic ? kind.italic : ''].filter(Boolean);
  return { name: words.join(' '), file: join(folder, `${kind.file}${suffix}.ttf`) };
}
