import sharp from 'sharp';
import type { Layer } from '../transformation/chain.ts';
import { allParameters } from '../transformation/chain.ts';
import { evaluate } from '../transformation/readExpression.ts';
import type { Variables } from '../transformation/readExpression.ts';
import { black, readColor, transparent } from '../transformation/readColor.ts';
import type { Color } from '../transformation/readColor.ts';
import { finalEffects } from './effects.ts';
import { chooseFont } from './fonts.ts';
import type { Font, FontPath } from './fonts.ts';
import { roundCorners } from './frame.ts';
import { finish } from './picture.ts';
import type { Picture } from './picture.ts';
import { drawOver } from './place.ts';
import { solid } from './picture.ts';

const defaultFontSize = 14;

/** Draws `l-text` as a picture of its own: the text, its padding and its ground. */
export async function drawTextLayer(
  layer: Layer,
  variables: Variables,
  fontPath: FontPath,
): Promise<Picture> {
  const parameters = allParameters(layer.steps);
  const value = (key: string): string | undefined => parameters.get(key);
  const number = (key: string): number | undefined => {
    const text = value(key);
    return text === undefined ? undefined : evaluate(text, variables);
  };
  const padding = readPadding(value('pa'), variables);
  const width = number('w');
  const size = Math.max(1, number('fs') ?? defaultFontSize);
  const inner = width === undefined ? undefined : Math.max(1, Math.round(width));
  const typography = (value('tg') ?? '').split('_');
  const text = await drawText(layer.input, {
    size,
    width: inner,
    lineHeight: number('lh'),
    font: await chooseFont(value('ff'), typography, fontPath),
    isStruck: typography.includes('strikethrough'),
    color: withAlpha(value('co'), value('al'), black),
  });
  const align = { left: 0, right: 1 }[value('ia') ?? ''] ?? 0.5;
  const content = Math.max(text.width, inner ?? 0);
  const ground = await solid(
    content + padding.left + padding.right,
    text.height + padding.top + padding.bottom,
    withAlpha(value('bg'), value('al'), transparent),
  );
  const left = padding.left + Math.round((content - text.width) * align);
  let picture = await drawOver(ground, text, left, padding.top);
  const radius = value('r');
  if (radius !== undefined) picture = await roundCorners(picture, radius);
  for (const key of ['fl', 'rt']) {
    const effect = finalEffects[key];
    const setting = value(key);
    if (effect !== undefined && setting !== undefined) {
      picture = await effect(picture, setting, variables);
    }
  }
  return picture;
}

interface TextStyle {
  readonly size: number;
  readonly width: number | undefined;
  readonly lineHeight: number | undefined;
  readonly font: Font;
  readonly isStruck: boolean;
  readonly color: Color;
}

async function drawText(text: string, style: TextStyle): Promise<Picture> {
  const { font } = style;
  const hex = [style.color.r, style.color.g, style.color.b]
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('');
  const alpha = Math.max(1, Math.round(style.color.alpha * 100));
  const struck = style.isStruck ? ' strikethrough="true"' : '';
  const markup = `<span foreground="#${hex}" alpha="${String(alpha)}%"${struck}>${escapeMarkup(text)}</span>`;
  const extra =
    style.lineHeight === undefined ? 0 : Math.round(style.lineHeight - style.size * 1.2);
  return await finish(
    sharp({
      text: {
        text: markup,
        // At 72 dpi a point is a pixel.
        font: `${font.name} ${String(style.size)}`,
        fontfile: font.file,
        dpi: 72,
        rgba: true,
        wrap: 'word',
        ...(style.width === undefined ? {} : { width: style.width }),
        ...(extra === 0 ? {} : { spacing: extra }),
      },
    }),
  );
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** `al` (1 to 9) counts only for a hex colour without an opacity of its own. */
function withAlpha(text: string | undefined, al: string | undefined, fallback: Color): Color {
  if (text === undefined) return fallback;
  const color = readColor(text);
  return al !== undefined && /^[0-9a-f]{6}$/i.test(text)
    ? { ...color, alpha: Number(al) / 10 }
    : color;
}

/** One to four values in the order of CSS. */
function readPadding(
  text: string | undefined,
  variables: Variables,
): { top: number; right: number; bottom: number; left: number } {
  const values =
    text === undefined
      ? [0]
      : /^\d+(_\d+)*$/.test(text)
        ? text.split('_').map(Number)
        : [Math.round(evaluate(text, variables))];
  const [top = 0, right = top, bottom = top, left = right] = values;
  return { top, right, bottom, left };
}
