/**
 * The built-in fonts, as they stand in a URL, and whether they have a bold and an italic style.
 * Source: https://imagekit.io/docs/add-overlays-on-images#supported-text-font-list
 */
export const fontStyles: ReadonlyMap<string, boolean> = new Map([
  ...named(
    'Amaranth|Arvo|Chivo|Crimson%20Text|exo|Kanit|Lato|Lora|Montserrat|PT_Serif|Open%20Sans|Roboto|Old%20Standard|Ubuntu|Vollkorn',
    true,
  ),
  ...named('AbrilFatFace|Audiowide|Fredoka%20One|Gravitas%20One|Lobster|Monoton|PT%20Mono', false),
]);

function named(list: string, hasStyles: boolean): readonly (readonly [string, boolean])[] {
  return list.split('|').map((name) => [name, hasStyles] as const);
}

/** A font of the media library has its extension. */
export function isFontFile(value: string): boolean {
  return /\.(?:ttf|otf|woff2?|eot)$/i.test(value);
}
