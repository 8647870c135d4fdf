import { decodeText } from '../text/decodeText.ts';
import { isVideo } from '../url/assetKind.ts';
import type { ImageKitUrl } from '../url/imageKitUrl.ts';
import { findPathToken } from '../url/pathTokens.ts';
import type { CostClass } from './catalogue/parameterDefinition.ts';
import { findNamedValue } from './explainValue.ts';
import { parseTransformation } from './parse.ts';
import { parametersOf, type Parameter } from './tree.ts';

/** `unknown`: something in it stands for what cannot be seen here, and so may cost anything. */
export type RenderingCost = CostClass | 'unknown';

/** Chains of an account by their names, with `tr:` before them or without. */
export type NamedChains = ReadonlyMap<string, string>;

/** What a transformation costs is what the dearest of its parameters costs. */
const byPrice: readonly RenderingCost[] = ['free', 'unknown', 'extensionUnits', 'videoUnits'];

/** ImageKit's own named transformation, of the thumbnails that its API gives. */
const ownChains: NamedChains = new Map([['ik_ml_thumbnail', '']]);

/**
 * What it costs the account to render a URL for the first time.
 * Every form of a video costs video units, its thumbnail too; AI effects cost extension units.
 * Source: https://imagekit.io/docs/transformations
 * @param named Of the account that the URL belongs to, as far as they are known.
 */
export function costOf(
  url: Pick<ImageKitUrl, 'prefix' | 'assetPath' | 'suffix' | 'transformation' | 'query'>,
  named: NamedChains = new Map(),
): RenderingCost {
  const ofTokens = [url.suffix, url.prefix].map(
    (token) => token && findPathToken(token.text)?.cost,
  );
  const ofToken = ofTokens.find((cost) => cost !== undefined);
  if (ofToken) return ofToken;
  if (isVideo(url)) return 'videoUnits';
  return dearest(chainsOf(url).map((chain) => costOfChain(chain, named, [])));
}

/** The names of named transformations that a URL uses. */
export function namesIn(
  url: Pick<ImageKitUrl, 'assetPath' | 'transformation' | 'query'>,
): string[] {
  return chainsOf(url).flatMap((chain) =>
    parametersIn(chain).flatMap(({ key, value }) =>
      key.text === 'n' && value ? [value.text] : [],
    ),
  );
}

/** Which of several transformations of a URL is in force no page tells, so each may be. */
function chainsOf({
  assetPath,
  transformation,
  query,
}: Pick<ImageKitUrl, 'assetPath' | 'transformation' | 'query'>): readonly string[] {
  return [
    transformation?.text ?? '',
    ...query.filter(({ name }) => name.text === 'tr').map(({ value }) => value?.text ?? ''),
    ...assetPath.text.split('/').filter((segment) => segment.startsWith('tr:')),
  ].filter((chain) => chain !== '');
}

/** @param around The names that led here: a chain that uses itself has no end. */
function costOfChain(chain: string, named: NamedChains, around: readonly string[]): RenderingCost {
  return dearest(
    parametersIn(chain).map((parameter) => {
      const { key, value, definition } = parameter;
      if (key.text === 'n') return costOfName(value?.text ?? '', named, around);
      if (definition) return costOfParameter(parameter);
      // An effect that is newer than the catalogue.
      return key.text.startsWith('e-') ? 'unknown' : 'free';
    }),
  );
}

function costOfName(name: string, named: NamedChains, around: readonly string[]): RenderingCost {
  if (around.includes(name)) return 'free';
  const chain = ownChains.get(name) ?? named.get(name);
  return chain === undefined ? 'unknown' : costOfChain(chain, named, [...around, name]);
}

function costOfParameter({ definition, value }: Parameter): CostClass {
  const named = value && definition && findNamedValue(value.text, definition);
  return named?.cost ?? definition?.cost ?? 'free';
}

/** ImageKit decodes a URL before it reads it: `%65-bgremove` is an effect. */
function parametersIn(chain: string): Parameter[] {
  const { steps } = parseTransformation(decodeText(chain).replace(/^tr:/, ''));
  return [...parametersOf(steps)];
}

function dearest(costs: readonly RenderingCost[]): RenderingCost {
  return byPrice[Math.max(0, ...costs.map((cost) => byPrice.indexOf(cost)))] ?? 'unknown';
}
