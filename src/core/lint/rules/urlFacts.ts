import { holesIn, isOpenEnded } from '../../text/interpolation.ts';
import { mayGoOn, someParameter, type Parameter, type Step } from '../../transformation/tree.ts';
import type { ImageKitUrl, UrlQueryParameter } from '../../url/imageKitUrl.ts';
import type { LintSource } from '../scope.ts';

/** The steps of a URL; `unknown` where a template or a named transformation may add some. */
export function stepsOf({ transformation, url }: LintSource): readonly Step[] | 'unknown' {
  const steps = transformation?.steps ?? [];
  if (someParameter(steps, mayAddSteps) || (url && fillsInParameters(url))) return 'unknown';
  return steps;
}

function mayAddSteps(parameter: Parameter): boolean {
  return parameter.definition?.key === 'n' || mayGoOn(parameter);
}

/** Whether a template may put a `tr` into the query. */
function fillsInParameters(url: ImageKitUrl): boolean {
  return isOpenEnded(url) || url.query.some(({ name }) => holesIn(url, name).length > 0);
}

export function hasAnyParameter(
  steps: readonly Step[] | 'unknown',
  keys: readonly string[],
): boolean {
  return (
    steps !== 'unknown' &&
    someParameter(
      steps,
      ({ definition }) => definition !== undefined && keys.includes(definition.key),
    )
  );
}

export function targetsVideo({ targets }: LintSource): boolean {
  return targets.every((target) => target === 'video');
}

/** The first parameter of the query with this name. */
export function queryOf({ query }: ImageKitUrl, name: string): UrlQueryParameter | undefined {
  return query.find((parameter) => parameter.name.text === name);
}

/** The extension of the asset, in lower case and without dot; `undefined` where there is none. */
export function extensionOf({ url }: LintSource): string | undefined {
  return /\.([a-z0-9]+)$/i.exec(url?.assetPath.text ?? '')?.[1]?.toLowerCase();
}
