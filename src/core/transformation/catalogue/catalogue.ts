import { aiParameters } from './ai.ts';
import { appearanceParameters } from './appearance.ts';
import { conditionalParameters } from './conditional.ts';
import { effectParameters } from './effects.ts';
import { layerParameters } from './layer.ts';
import { outputParameters } from './output.ts';
import type { EnumValue, ParameterDefinition } from './parameterDefinition.ts';
import { sizeParameters } from './size.ts';
import { textParameters } from './text.ts';
import { videoParameters } from './video.ts';

/** Every parameter that the editor knows, in the order in which people are offered them. */
export const catalogue: readonly ParameterDefinition[] = [
  ...sizeParameters,
  ...outputParameters,
  ...appearanceParameters,
  ...effectParameters,
  ...layerParameters,
  ...textParameters,
  ...videoParameters,
  ...aiParameters,
  ...conditionalParameters,
];

const byKey: ReadonlyMap<string, ParameterDefinition> = new Map(
  catalogue.map((definition) => [definition.key, definition]),
);

/** Most keys are so short that their characters fit into one number, which needs no new string. */
const longestPacked = 4;
const byPackedKey: ReadonlyMap<number, ParameterDefinition> = new Map(
  catalogue
    .filter(({ key }) => key.length <= longestPacked)
    .map((definition) => [pack(definition.key, 0, definition.key.length), definition]),
);

/**
 * The definition of exactly this key; keys are case-sensitive, as in ImageKit.
 * @param start Where the key begins in the text.
 * @param end Behind its last character.
 */
export function findParameter(
  text: string,
  start = 0,
  end = text.length,
): ParameterDefinition | undefined {
  return end - start <= longestPacked
    ? byPackedKey.get(pack(text, start, end))
    : byKey.get(text.slice(start, end));
}

/** Keys are ASCII; any other character makes a number that no key has. */
function pack(text: string, start: number, end: number): number {
  let packed = 0;
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) return -1;
    packed = packed * 0x80 + code;
  }
  return packed;
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
