import { catalogue, findParameterByName } from '../../transformation/catalogue/catalogue.ts';
import type { ParameterDefinition } from '../../transformation/catalogue/parameterDefinition.ts';
import type { Parameter } from '../../transformation/tree.ts';
import type { Fix } from '../finding.ts';
import { replaceParameter, replaceSpan } from '../fixes.ts';
import type { UnknownKeyRule } from '../rule.ts';
import { nearestName } from './nearestName.ts';
import { isRestOfRatio } from './ratioColon.ts';
import { legacyOverlay } from './legacyOverlay.ts';
import { legacyLayerFix } from './legacyLayerFix.ts';
import { t } from '../../text/l10n.ts';

/** Source: https://imagekit.io/docs/transformations#overlay-using-layers */
export const legacyOverlayParameter: UnknownKeyRule = {
  code: 'S31',
  name: 'legacyOverlay',
  severity: 'error',
  checkUnknownKey(parameter, scope) {
    const replacement = legacyOverlay.get(parameter.key.text);
    if (!replacement) return undefined;
    const { layer, key } = replacement;
    const old = parameter.key.text;
    return {
      message:
        layer === undefined
          ? t(
              'ImageKit refuses {old} since November 2023; use {key} in a layer (l-image or l-text).',
              { old, key },
            )
          : t('ImageKit refuses {old} since November 2023; use {key} in a layer (l-{layer}).', {
              old,
              key,
              layer: layer === 'canvas' ? 'image' : layer,
            }),
      fixes: [legacyLayerFix(scope)],
    };
  },
};

/** SDKs print a name that they do not know as it is. */
export const sdkName: UnknownKeyRule = {
  code: 'S32',
  name: 'sdkName',
  severity: 'error',
  checkUnknownKey(parameter) {
    const written = parameter.key.text;
    const definition = findParameterByName(written);
    if (definition) {
      return {
        at: parameter.key,
        message: t('In a URL {written} is written {key}.', { written, key: definition.key }),
        fixes: [
          isFlag(definition)
            ? replaceParameter(parameter, definition.key)
            : replaceName(parameter, written, definition.key),
        ],
      };
    }
    if (written !== 'raw') return undefined;
    const raw = parameter.value?.text ?? '';
    return {
      message: t('raw belongs into an SDK’s options; in a URL write the parameters themselves.'),
      fixes: raw === '' ? [] : [replaceParameter(parameter, raw)],
    };
  },
};

export const unknownKey: UnknownKeyRule = {
  code: 'S01',
  name: 'unknownParameter',
  severity: 'warning',
  checkUnknownKey(parameter, scope) {
    const written = parameter.key.text;
    if (scope.source.knownKeys?.has(written) || isRestOfRatio(parameter, scope)) return undefined;
    const meant = nearestKey(written);
    return meant === undefined
      ? {
          at: parameter.key,
          message: t('ImageKit has no parameter {written}; remove it or correct its name.', {
            written,
          }),
        }
      : {
          at: parameter.key,
          message: t('ImageKit has no parameter {written}; is {meant} meant?', { written, meant }),
          fixes: [replaceName(parameter, written, meant)],
        };
  },
};

function isFlag({ values }: ParameterDefinition): boolean {
  return values.every(({ kind }) => kind === 'flag');
}

function replaceName({ start }: Parameter, written: string, newKey: string): Fix {
  return replaceSpan({ start, end: start + written.length }, newKey);
}

/** The keys by all that people may mean by them: the key itself and the SDKs’ names. */
const keysByName: ReadonlyMap<string, string> = new Map(
  catalogue.flatMap(({ key, name, aliases = [] }) =>
    [key, name, ...aliases].map((each) => [each.toLowerCase(), key] as const),
  ),
);

/** `undefined` where no name is near: one or two letters are near to everything. */
function nearestKey(written: string): string | undefined {
  const lower = written.toLowerCase();
  const same = keysByName.get(lower);
  if (same !== undefined || written.length < 3) return same;
  const nearest = nearestName(lower, [...keysByName.keys()]);
  return nearest === undefined ? undefined : keysByName.get(nearest);
}
