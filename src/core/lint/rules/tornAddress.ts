import { decodeText } from '../../text/decodeText.ts';
import type { Parameter } from '../../transformation/tree.ts';
import type { ParameterRule, RuleInfo, UnknownKeyRule } from '../rule.ts';
import { indexOfNode, textOf, type Scope } from '../scope.ts';
import { usePath } from './output.ts';
import { t } from '../../text/l10n.ts';

// `di-https://example.com/a.jpg`, whose colon begins a step.

const info: RuleInfo = {
  code: 'B24',
  name: 'absoluteDefaultImage',
  severity: 'warning',
};

/** Source: https://imagekit.io/docs/image-transformation#default-image---di */
export const tornAddress: ParameterRule = {
  ...info,
  keys: ['di'],
  checkParameter(parameter, scope) {
    const { value } = parameter;
    const rest = restOf(parameter, scope);
    if (!value || !rest) return undefined;
    const at = { start: value.start, end: rest.end };
    return {
      at,
      message: t('Use a path of the media library with @@ for /, not a URL.'),
      fixes: [usePath(at, decodeText(textOf(scope, at)))],
    };
  },
};

/** The rest of such an address needs no complaint of its own. */
export const restOfAddress: UnknownKeyRule = {
  ...info,
  checkUnknownKey(rest, { step, chain, ...scope }) {
    const before = chain[indexOfNode(chain, step) - 1];
    const last = before?.items.at(-1);
    if (!before || last?.kind !== 'parameter' || last.definition?.key !== 'di') return undefined;
    return restOf(last, { ...scope, chain, step: before }) === rest ? [] : undefined;
  },
};

/** The `//example.com/a.jpg`, or nothing where a slash of the URL’s path cut it off. */
function restOf(parameter: Parameter, { step, chain }: Scope): Parameter | undefined {
  if (!/^https?$/i.test(parameter.value?.text ?? '') || step.items.at(-1) !== parameter) {
    return undefined;
  }
  const next = chain[indexOfNode(chain, step) + 1]?.items[0];
  if (next?.kind !== 'parameter' || next.definition) return undefined;
  return next.start === next.end || /^(?:\/|%2f){2}/i.test(next.key.text) ? next : undefined;
}
