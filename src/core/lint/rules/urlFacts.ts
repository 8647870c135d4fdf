import { holesIn, isOpenEnded } from '../../text/interpolation.ts';
import { mayGoOn, parametersOf, type Step } from '../../transformation/tree.ts';
import type { ImageKitUrl } from '../../url/imageKitUrl.ts';
import type { LintSource } from '../scope.ts';

/** The steps of a URL; `unknown` where a template or a named transformation may add some. */
export function stepsOf({ transformation, url }: LintSource): readonly Step[] | 'unknown' {
  const steps = transformation?.steps ?? [];
  for (const parameter of parametersOf(steps)) {
    if (parameter.definition?.key === 'n' || mayGoOn(parameter)) return 'unknown';
  }
  return url && fillsInParameters(url) ? 'unknown' : steps;
}

/** Whether a template may put a `tr` into the query. */
function fillsInParameters(url: ImageKitUrl): boolean {
  return isOpenEnded(url) || url.query.some(({ name }) => holesIn(url, name).length > 0);
}

export function hasAnyParameter(
  steps: readonly Step[] | 'unknown',
  keys: readonly string[],
): boolean {
  if (steps === 'unknown') return false;
  for (const { definition } of parametersOf(steps)) {
    if (definition && keys.includes(definition.key)) return true;
  }
  return false;
}

export function targetsVideo({ targets }: LintSource): boolean {
  return targets.every((target) => target === 'video');
}

/** The extension of the asset, in lower case and without dot; `undefined` where there is none. */
export function extensionOf({ url }: LintSource): string | undefined {
  return /\.([a-z0-9]+)$/i.exec(url?.assetPath.text ?? '')?.[1]?.toLowerCase();
}
