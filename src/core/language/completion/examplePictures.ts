/**
 * The chains that the pictures beside suggestions show, by `documentationKey`: where a look says
 * more than a sentence. `npm run examples` draws them.
 */
export const exampleChains: ReadonlyMap<string, string> = new Map([
  ['c=maintain_ratio', 'w-80,h-80,c-maintain_ratio'],
  ['c=force', 'w-80,h-80,c-force'],
  ['c=at_max', 'w-80,h-80,c-at_max'],
  ['c=at_least', 'w-80,h-80,c-at_least'],
  ['cm=pad_resize', 'w-80,h-80,cm-pad_resize,bg-BFE3EA'],
  ['cm=extract', 'w-60,h-40,cm-extract'],
  ['fo=left', 'w-60,h-80,fo-left'],
  ['fo=center', 'w-60,h-80,fo-center'],
  ['fo=right', 'w-60,h-80,fo-right'],
  ['fo=top', 'w-120,h-40,fo-top'],
  ['fo=bottom', 'w-120,h-40,fo-bottom'],
  ['bg=blurred', 'w-80,h-80,cm-pad_resize,bg-blurred'],
  ['b', 'w-120,b-6_FF8800'],
  ['r', 'w-120,r-20'],
  ['r=max', 'w-80,h-80:r-max'],
  ['rt', 'w-100,rt-20,bg-FFFFFF00'],
  ['fl', 'w-120,fl-h'],
  ['fl=h', 'w-120,fl-h'],
  ['fl=v', 'w-120,fl-v'],
  ['o', 'w-120,o-40'],
  ['bl', 'w-120,bl-3'],
  ['e-grayscale', 'w-120,e-grayscale'],
  ['e-contrast', 'w-120,e-contrast'],
  ['e-sharpen', 'w-120,e-sharpen-10'],
  ['e-gradient', 'w-120,e-gradient-ld-bottom_from-00000000_to-FF8800'],
  ['e-colorize', 'w-120,e-colorize-co-red_in-50'],
  ['e-distort', 'w-120,e-distort-a-45'],
]);

/** The name of a picture in `media/examples`. */
export function exampleFile(documentationKey: string): string {
  return `${documentationKey.replace('=', '-')}.webp`;
}
