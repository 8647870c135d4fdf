import { aiParameters } from './ai.ts';
import { appearanceParameters } from './appearance.ts';
import { backgroundParameters } from './background.ts';
import { conditionalParameters } from './conditional.ts';
import { cropParameters } from './crop.ts';
import { effectParameters } from './effects.ts';
import { layerParameters } from './layer.ts';
import { outputParameters } from './output.ts';
import type { EnumValue, ParameterDefinition } from './parameterDefinition.ts';
import { densityParameters, sizeParameters } from './size.ts';
import { textParameters } from './text.ts';
import { videoParameters } from './video.ts';

/** Every parameter that the editor knows, in the order in which people are offered them. */
export const catalogue: readonly ParameterDefinition[] = [
  ...sizeParameters,
  ...cropParameters,
  ...densityParameters,
  ...outputParameters,
  ...backgroundParameters,
  ...appearanceParameters,
  ...effectParameters,
  ...layerParameters,
  ...textParameters,
  ...videoParameters,
  ...aiParameters,
  ...conditionalParameters,
];

const places: ReadonlyMap<string, number> = new Map(
  catalogue.map(({ key }, place) => [key, place]),
);

/** What has no place in the catalogue. */
const nowhere = -1;

/** Most keys have one to three letters; their places stand in a table, which needs no new string. */
const lettersAndNone = 27;
const beforeA = 0x60;
const longestShort = 3;
const shortPlaces = new Int16Array(lettersAndNone ** longestShort).fill(nowhere);
for (const [key, place] of places) {
  if (key.length <= longestShort) shortPlaces[packed(key, 0, key.length)] = place;
}

/**
 * Where the definition of exactly this key stands in the catalogue, or -1; keys are case-sensitive,
 * as in ImageKit.
 * @param start Where the key begins in the text.
 * @param end Behind its last character.
 */
export function placeOfKey(text: string, start: number, end: number): number {
  return end - start <= longestShort
    ? (shortPlaces[packed(text, start, end)] ?? nowhere)
    : (places.get(text.slice(start, end)) ?? nowhere);
}

/** Short keys are of small letters; any other character makes a number that no key has. */
function packed(text: string, start: number, end: number): number {
  let number = 0;
  for (let index = start; index < end; index++) {
    const letter = text.charCodeAt(index) - beforeA;
    if (letter <= 0 || letter >= lettersAndNone) return nowhere;
    number = number * lettersAndNone + letter;
  }
  return number;
}

/** The definition of exactly this key. */
export function findParameter(key: string): ParameterDefinition | undefined {
  return catalogue[placeOfKey(key, 0, key.length)];
}

/** By every name that an SDK has or had for it. */
const byName: ReadonlyMap<string, ParameterDefinition> = new Map(
  catalogue.flatMap((definition) =>
    [definition.name, ...(definition.aliases ?? [])].map((name) => [name, definition] as const),
  ),
);

/** The definition that an SDK calls so, in `camelCase` or `snake_case`: `aspect_ratio` → `ar`. */
export function findParameterByName(name: string): ParameterDefinition | undefined {
  return byName.get(name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()));
}

/** All values of a parameter that have a name. */
export function enumValuesOf({
  values,
}: Pick<ParameterDefinition, 'values'>): readonly EnumValue[] {
  return values.flatMap((kind) => (kind.kind === 'enum' ? kind.values : []));
}

export function documentationUrl({ page }: Pick<ParameterDefinition, 'page'>): string {
  return `https://imagekit.io/docs/${page}`;
}
