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

/** The definition of exactly this key; keys are case-sensitive, as in ImageKit. */
export function findParameter(key: string): ParameterDefinition | undefined {
  return byKey.get(key);
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
export function enumValuesOf({ values }: ParameterDefinition): readonly EnumValue[] {
  return values.flatMap((kind) => (kind.kind === 'enum' ? kind.values : []));
}

export function documentationUrl({ page }: ParameterDefinition): string {
  return `https://imagekit.io/docs/${page}`;
}
