// The SDKs' own tables of names, a contract of their own: which names they know decides what they
// print, also where our catalogue knows more or better.

/** `name code` of the transformation options of @imagekit/javascript 5.5. */
const modern =
  'width w height h aspectRatio ar background bg border b crop c cropMode cm dpr dpr focus fo ' +
  'quality q x x xCenter xc y y yCenter yc format f videoCodec vc audioCodec ac radius r ' +
  'rotation rt blur bl named n defaultImage di flip fl original orig startOffset so endOffset eo ' +
  'duration du streamingResolutions sr grayscale e-grayscale aiUpscale e-upscale ' +
  'aiRetouch e-retouch aiVariation e-genvar aiDropShadow e-dropshadow ' +
  'aiChangeBackground e-changebg aiEdit e-edit aiRemoveBackground e-bgremove ' +
  'aiRemoveBackgroundExternal e-removedotbg contrastStretch e-contrast shadow e-shadow ' +
  'sharpen e-sharpen unsharpMask e-usm gradient e-gradient colorReplace cr distort e-distort ' +
  'colorize e-colorize progressive pr lossless lo colorProfile cp metadata md density dn ' +
  'opacity o trim t zoom z page pg layerMode lm fontSize fs fontFamily ff fontColor co ' +
  'innerAlignment ia padding pa alpha al typography tg lineHeight lh fontOutline fol ' +
  'fontShadow fsh raw raw';

/** `name code` of the classic `url()` of imagekit 5. */
const classic =
  'height h width w aspectRatio ar quality q crop c cropMode cm focus fo x x y y format f ' +
  'radius r background bg border b rotation rt rotate rt blur bl named n progressive pr ' +
  'lossless lo trim t metadata md colorProfile cp defaultImage di dpr dpr ' +
  'effectSharpen e-sharpen effectUSM e-usm effectContrast e-contrast effectGray e-grayscale ' +
  'effectShadow e-shadow effectGradient e-gradient original orig raw raw';

function table(text: string): ReadonlyMap<string, string> {
  const words = text.split(' ');
  return new Map(
    words.flatMap((name, index) => (index % 2 === 0 ? [[name, words[index + 1] ?? name]] : [])),
  );
}

export const modernKeys = table(modern);
export const classicKeys = table(classic);

/** Exactly, then in lower case; a name that is in no table is its own code. */
export function codeOf(name: string, keys: ReadonlyMap<string, string>): string {
  return keys.get(name) ?? keys.get(name.toLowerCase()) ?? name;
}
