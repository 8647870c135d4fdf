import { separator } from '../../transformation/editTransformation.ts';
import type { Parameter } from '../../transformation/tree.ts';
import type { Fix } from '../finding.ts';
import type { Scope } from '../scope.ts';
import { legacyOverlay, type LegacyReplacement } from './legacyOverlay.ts';
import { t } from '../../text/l10n.ts';

type LayerType = NonNullable<LegacyReplacement['layer']>;

/** What opens each layer. */
const openings: Readonly<Record<LayerType, readonly string[]>> = {
  image: ['l-image'],
  text: ['l-text'],
  canvas: ['l-image', 'i-ik_canvas'],
};

/** Each of several overlays of a step stands there; size and corners are never those of the text. */
const positionKeys: ReadonlySet<string> = new Set(['lx', 'ly', 'lfo']);

/**
 * A layer for each overlay of the step in place of all overlay parameters.
 * @returns `undefined` where the step does not say what the overlay shows, or has two of one kind.
 */
export function legacyLayerFix(scope: Scope): Fix | undefined {
  const old = scope.step.items.filter(
    (item): item is Parameter => item.kind === 'parameter' && legacyOverlay.has(item.key.text),
  );
  const [first, ...rest] = old;
  const inputs = old.filter((parameter) => isShown(replacementOf(parameter)));
  const types = inputs.map((input) => replacementOf(input)?.layer ?? 'image');
  if (!first || inputs.length === 0 || new Set(types).size < types.length) return undefined;
  const sized = types.find((type) => type !== 'text') ?? 'text';
  const comma = separator(',', first, scope);
  const layers = inputs.map((input, index) => {
    const type = types[index] ?? 'image';
    const others = old.filter((parameter) => {
      const { layer, key = '' } = replacementOf(parameter) ?? {};
      if (parameter === input) return false;
      return layer ? layer === type : positionKeys.has(key) || type === sized;
    });
    return [...openings[type], ...[input, ...others].map(modern), 'l-end'].join(comma);
  });
  return {
    title: types.length === 1 ? t('Change to a layer') : t('Change to layers'),
    edits: [
      { start: first.start, end: first.end, newText: layers.join(comma) },
      ...rest.map(({ start, end, leading }) => ({
        start: start - leading.length,
        end,
        newText: '',
      })),
    ],
  };
}

function replacementOf({ key }: Parameter): LegacyReplacement | undefined {
  return legacyOverlay.get(key.text);
}

function isShown(replacement: LegacyReplacement | undefined): boolean {
  return replacement?.layer === 'canvas' || ['i', 'ie'].includes(replacement?.key ?? '');
}

/** Paths were written with real slashes or `@@`; a layer takes `@@` only. */
function modern({ key, value }: Parameter): string {
  const { key: newKey } = legacyOverlay.get(key.text) ?? { key: key.text };
  const text = value?.text ?? '';
  return `${newKey}-${newKey === 'i' ? text.replaceAll('/', '@@') : text}`;
}
