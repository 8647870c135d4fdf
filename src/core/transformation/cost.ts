import { isVideo } from '../url/assetKind.ts';
import type { ImageKitUrl } from '../url/imageKitUrl.ts';
import { isGenerated } from '../url/pathTokens.ts';
import type { CostClass } from './catalogue/parameterDefinition.ts';
import { findNamedValue } from './explainValue.ts';
import { parametersOf, type Parameter, type Transformation } from './tree.ts';

/**
 * What it costs the account to render a URL for the first time.
 * Every form of a video costs video units, its thumbnail too; AI effects cost extension units.
 * Source: https://imagekit.io/docs/transformations
 */
export function costOf(
  url: Pick<ImageKitUrl, 'prefix' | 'assetPath' | 'suffix'>,
  transformation: Transformation | undefined,
): CostClass {
  if (isVideo(url)) return 'videoUnits';
  for (const parameter of parametersOf(transformation?.steps ?? [])) {
    const cost = costOfParameter(parameter);
    if (cost !== 'free') return cost;
  }
  return isGenerated(url.prefix?.text ?? '') ? 'extensionUnits' : 'free';
}

function costOfParameter({ definition, value }: Parameter): CostClass {
  if (!definition) return 'free';
  const named = value && findNamedValue(value.text, definition);
  return named?.cost ?? definition.cost ?? 'free';
}
