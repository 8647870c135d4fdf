import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { allParameters, everyStep } from '../transformation/chain.ts';
import type { Step } from '../transformation/chain.ts';
import { decodePathInput } from '../transformation/layerInput.ts';
import { TransformationError } from '../transformation/transformationError.ts';
import { readFontName } from './readFontName.ts';

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

export interface Font {
  /** For Pango, without a size. */
  readonly name: string;
  readonly file: string;
}

/** Finds a file of the library by its path. */
export type FontPath = (path: string) => string | undefined;

const ownFont = /\.(ttf|otf)$/i;

/** The families that were asked for and are drawn in DejaVu instead, as written. */
export function substitutedFonts(steps: readonly Step[]): string[] {
  return everyStep(steps).flatMap(({ layers }) =>
    layers.flatMap((layer) => {
      const family = layer.type === 'text' ? allParameters(layer.steps).get('ff') : undefined;
      const own = family === undefined || ownFont.test(family) ? [] : [`ff-${family}`];
      return [...own, ...substitutedFonts(layer.steps)];
    }),
  );
}

/**
 * The font for a text: the library's own, or DejaVu in the kind (sans, serif, mono) of the family
 * that was asked for.
 * @throws {TransformationError} for a file that does not exist or is no font.
 */
export async function chooseFont(
  family: string | undefined,
  typography: readonly string[],
  fontPath: FontPath,
): Promise<Font> {
  const bold = typography.includes('b');
  const italic = typography.includes('i');
  if (family !== undefined && ownFont.test(family)) {
    const file = fontPath(decodePathInput(family));
    const name = file && readFontName(await readFile(file));
    if (file === undefined || name === undefined) {
      throw new TransformationError(`there is no font ${family}`, 'ENOENT');
    }
    return { name: [name, bold ? 'Bold' : '', italic ? 'Italic' : ''].join(' ').trim(), file };
  }
  const kind = monoNames.test(family ?? '')
    ? families.mono
    : serifNames.test(family ?? '')
      ? families.serif
      : families.sans;
  const style = `${bold ? 'Bold' : ''}${italic ? kind.italic : ''}`;
  const suffix = style === '' ? '' : `-${style}`;
  const words = [kind.name, bold ? 'Bold' : '', italic ? kind.italic : ''].filter(Boolean);
  return { name: words.join(' '), file: join(folder, `${kind.file}${suffix}.ttf`) };
}
