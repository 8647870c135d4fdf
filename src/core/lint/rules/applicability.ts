import { catalogue } from '../../transformation/catalogue/catalogue.ts';
import { removeItem } from '../fixes.ts';
import type { ParameterRule } from '../rule.ts';
import { t } from '../../text/l10n.ts';
import { applicabilityRows } from './applicabilityRows.ts';

export const applicability: readonly ParameterRule[] = applicabilityRows.map(
  ({ covers, values, message, instead, otherwise, ...info }) => ({
    ...info,
    keys: catalogue.filter(covers).map(({ key }) => key),
    checkParameter(parameter, scope) {
      if (values && !values.test(parameter.value?.text ?? '')) return undefined;
      // The second branch of a condition is told with the first.
      if (parameter.definition?.key === 'if' && parameter.hasValue('else')) return undefined;
      return {
        message: t(message, { key: parameter.key.text }),
        fixes: [
          instead?.(parameter, scope),
          removeItem(parameter, scope),
          otherwise?.(parameter, scope),
        ],
      };
    },
  }),
);
