import { acceptsValue } from '../../transformation/value/acceptsValue.ts';
import { replaceValue } from '../fixes.ts';
import type { ValueRule } from '../rule.ts';
import { t } from '../../text/l10n.ts';

/** The part that comes first, of which alone is complained. */
const firstParts: ReadonlyMap<string, string> = new Map([
  ['fol', 'width'],
  ['fsh', 'colour'],
]);

/**
 * `fol-blue_2` and `fsh-2_blue`: the two have their parts in different orders.
 * Source: https://imagekit.io/docs/add-overlays-on-videos
 */
export const swappedSubtitleStyle: ValueRule = {
  code: 'L25',
  name: 'invalidSubtitleStyle',
  severity: 'warning',
  checkValue({ part, parameter }) {
    const { key, value, definition } = parameter;
    const firstPart = firstParts.get(key.text);
    const [one, other, ...more] = value?.text.split('_') ?? [];
    const text = `${other}_${one}`;
    if (!value || !definition || firstPart === undefined || more.length > 0) return undefined;
    if (!acceptsValue(text, definition.values)) return undefined;
    if (part !== firstPart) return [];
    return {
      at: value,
      message: t('The order is another one here; write {key}-{text}.', { key: key.text, text }),
      fixes: [replaceValue(parameter, text)],
    };
  },
};
