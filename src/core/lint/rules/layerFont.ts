import { decodeText } from '../../text/decodeText.ts';
import { guess, replaceValue } from '../fixes.ts';
import type { ParameterRule } from '../rule.ts';
import { findInStep } from '../scope.ts';
import { fontStyles, isFontFile } from './fonts.ts';
import { nearestName } from './nearestName.ts';
import { t } from '../../text/l10n.ts';

const names = [...fontStyles.keys()];
/** Built in, with all styles. */
const usualFont = 'Open%20Sans';

/** Source: https://imagekit.io/docs/add-overlays-on-images#supported-text-font-list */
export const fontWithoutStyle: ParameterRule = {
  code: 'L21',
  name: 'unknownFont',
  severity: 'warning',
  keys: ['ff', 'tg'],
  checkParameter(parameter, { step }) {
    const { key, value, holes } = parameter;
    if (!value || holes.length > 0) return undefined;
    if (key.text === 'ff') {
      if (fontStyles.has(value.text) || isFontFile(value.text)) return undefined;
      return {
        message: t(
          '{font} is not built in; choose a built-in font, or the path of a font file with its extension.',
          { font: decodeText(value.text) },
        ),
        fixes: [guess(replaceValue(parameter, nearestName(value.text, names) ?? usualFont))],
      };
    }
    const family = findInStep(step, 'ff');
    const font = family?.value?.text;
    const style = value.text.split('_').find((each) => each === 'b' || each === 'i');
    if (!family || font === undefined || !style || fontStyles.get(font) !== false) return undefined;
    const name = style === 'b' ? 'bold' : 'italic';
    return {
      message: t('{font} has no {name} style; choose another font.', {
        font: decodeText(font),
        name,
      }),
      fixes: [guess(replaceValue(family, usualFont))],
    };
  },
};
