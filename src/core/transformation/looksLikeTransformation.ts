import { templateSlice } from '../text/interpolation.ts';
import { findParameterByName } from './catalogue/catalogue.ts';
import { scanParameters } from './scan.ts';
import type { Parameter } from './tree.ts';

/** How many parameters are looked at: one that is misspelt may stand before the first known one. */
const longestLook = 8;

/**
 * Whether a text can hardly be anything else: it has a parameter that ImageKit knows, with its
 * hyphen, or an SDK's name with a number as in `width-300`. `"tr:first-child"` selects rows.
 * @param text The chain without its prefix.
 */
export function looksLikeTransformation(text: string): boolean {
  return scanParameters(templateSlice(text), longestLook).some(
    (parameter) => isKnown(parameter) || isSdkName(parameter),
  );
}

/** `w-300` or `e-grayscale`; a `t` alone is a letter. */
function isKnown({ definition, key, value }: Parameter): boolean {
  return definition !== undefined && (value !== undefined || key.text.includes('-'));
}

function isSdkName({ key, value }: Parameter): boolean {
  return /^\d/.test(value?.text ?? '') && findParameterByName(key.text) !== undefined;
}
