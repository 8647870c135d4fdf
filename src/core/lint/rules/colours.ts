import { isColour } from '../../transformation/value/colour.ts';
import { replaceSpan } from '../fixes.ts';
import type { BadValue, ValueRule } from '../rule.ts';
import { describeBadValue } from './values.ts';
import { t } from '../../text/l10n.ts';

// Source: https://imagekit.io/docs/effects-and-enhancements

function takesColour({ kinds }: BadValue): boolean {
  return kinds.some(({ kind }) => kind === 'colour');
}

export const hashInColour: ValueRule = {
  code: 'S12',
  name: 'hashInColour',
  severity: 'error',
  checkValue(bad) {
    const [, colour] = /^(?:#|%23)(.*)$/.exec(bad.text) ?? [];
    if (colour === undefined || !takesColour(bad)) return undefined;
    return {
      message: t('A # ends the URL; write the colour as {colour}.', { colour }),
      fixes: [replaceSpan(bad, colour)],
    };
  },
};

/** `FF0000FF`: CSS counts the opacity in hex, ImageKit in percent from 00 to 99. */
export const hexOpacity: ValueRule = {
  code: 'S14',
  name: 'hexOpacity',
  severity: 'warning',
  checkValue(bad) {
    const [, rgb = '', opacity] = /^([0-9a-f]{6})([0-9a-f]{2})$/i.exec(bad.text) ?? [];
    if (opacity === undefined || !takesColour(bad)) return undefined;
    const percent = Math.round((Number.parseInt(opacity, 16) / 0xff) * 100);
    const meant = percent > 99 ? rgb : `${rgb}${String(percent).padStart(2, '0')}`;
    return {
      message: t('The opacity of a colour is 00 to 99 percent; write {meant}.', { meant }),
      fixes: [replaceSpan(bad, meant)],
    };
  },
};

export const invalidColour: ValueRule = {
  code: 'S13',
  name: 'invalidColour',
  severity: 'error',
  checkValue(bad) {
    if (!takesColour(bad)) return undefined;
    const { text } = bad;
    const repaired = sixDigits(text) ?? lowerCase(text);
    if (repaired === undefined) return describeBadValue(bad);
    return {
      message: t('ImageKit’s documentation has this colour as {repaired} only.', { repaired }),
      // No source says that the service refuses it.
      severity: 'warning',
      fixes: [replaceSpan(bad, repaired)],
    };
  },
};

/** `F00` as `FF0000`. */
function sixDigits(text: string): string | undefined {
  return /^[0-9a-f]{3}$/i.test(text) ? text.replaceAll(/./g, '$&$&') : undefined;
}

function lowerCase(text: string): string | undefined {
  const lower = text.toLowerCase();
  return lower !== text && isColour(lower) ? lower : undefined;
}
