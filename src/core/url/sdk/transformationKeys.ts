// The SDKs' own tables of names, a contract of their own: which names they know decides what they
// print, also where our catalogue knows more or better.

/** How the modern SDKs print the value of a parameter, where they do not just append it. */
export type ValueForm = 'switch' | 'optional' | 'path' | 'list' | 'trim';

const forms: readonly (readonly [form: ValueForm, codes: string])[] = [
  ['switch', 'e-grayscale e-contrast e-removedotbg e-bgremove e-upscale e-retouch e-genvar'],
  ['optional', 'e-sharpen e-shadow e-gradient e-usm e-dropshadow'],
  ['path', 'di ff'],
  ['list', 'sr'],
  ['trim', 't'],
];

/** `name code`, known to both modern SDKs. */
const modern =
  'width w height h aspectRatio ar background bg border b crop c cropMode cm dpr dpr focus fo ' +
  'quality q x x xCenter xc y y yCenter yc format f videoCodec vc audioCodec ac radius r ' +
  'rotation rt blur bl named n defaultImage di flip fl original orig startOffset so endOffset eo ' +
  'duration du streamingResolutions sr grayscale e-grayscale aiUpscale e-upscale ' +
  'aiRetouch e-retouch aiVariation e-genvar aiDropShadow e-dropshadow ' +
  'aiChangeBackground e-changebg aiEdit e-edit aiRemoveBackground e-bgremove ' +
  'aiRemoveBackgroundExternal e-removedotbg contrastStretch e-contrast shadow e-shadow ' +
  'sharpen e-sharpen unsharpMask e-usm gradient e-gradient colorReplace cr distort e-distort ' +
  'colorize e-colorize progressive pr lossless lo colorProfile cp metadata md ' +
  'opacity o trim t zoom z page pg fontSize fs fontFamily ff fontColor co ' +
  'innerAlignment ia padding pa alpha al typography tg lineHeight lh fontOutline fol ' +
  'fontShadow fsh raw raw';

/** `name code` of the classic `url()` of imagekit 5. */
const classic =
  'height h width w aspectRatio ar quality q crop c cropMode cm focus fo x x y y format f ' +
  'radius r background bg border b rotation rt rotate rt blur bl named n progressive pr ' +
  'lossless lo trim t metadata md colorProfile cp defaultImage di dpr dpr ' +
  'effectSharpen e-sharpen effectUSM e-usm effectContrast e-contrast effectGray e-grayscale ' +
  'effectShadow e-shadow effectGradient e-gradient original orig';

export interface TransformationKey {
  readonly code: string;
  readonly form?: ValueForm;
}

export interface KeyTable {
  readonly names: ReadonlyMap<string, TransformationKey>;
  /** Parameters that have a form also when they are given by their code. */
  readonly codes: ReadonlyMap<string, TransformationKey>;
}

function keyTable(text: string, withForms: boolean): KeyTable {
  const codes = new Map<string, TransformationKey>();
  if (withForms) {
    for (const [form, ofForm] of forms) {
      for (const code of ofForm.split(' ')) codes.set(code, { code, form });
    }
  }
  const names = new Map<string, TransformationKey>();
  const words = text.split(' ');
  for (let index = 0; index + 1 < words.length; index += 2) {
    const [name = '', code = ''] = words.slice(index, index + 2);
    names.set(name, codes.get(code) ?? { code });
  }
  return { names, codes };
}

/** @imagekit/javascript 5.5 */
export const browserKeys = keyTable(`${modern} density dn layerMode lm`, true);
/** @imagekit/nodejs 7 */
export const nodeKeys = keyTable(`${modern} color co`, true);
/** imagekit 5 */
export const classicKeys = keyTable(classic, false);

/** By the exact name, then by the name in lower case; any other name is its own code. */
export function keyOf(name: string, { names, codes }: KeyTable): TransformationKey {
  return names.get(name) ?? names.get(name.toLowerCase()) ?? codes.get(name) ?? { code: name };
}
