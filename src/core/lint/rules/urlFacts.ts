import { parametersOf, type Step } from '../../transformation/tree.ts';
import type { LintSource } from '../scope.ts';

/** The steps of a URL; `unknown` where a template or a named transformation may add some. */
export function stepsOf({ transformation, url }: LintSource): readonly Step[] | 'unknown' {
  const steps = transformation?.steps ?? [];
  for (const { definition, holes } of parametersOf(steps)) {
    if (definition?.key === 'n' || (!definition && holes.length > 0)) return 'unknown';
  }
  const isTemplate = /[{$]|%s|<\?|<%/.test(url?.query.map(({ name }) => name.text).join('') ?? '');
  return isTemplate ? 'unknown' : steps;
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
