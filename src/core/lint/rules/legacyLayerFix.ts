import { separator } from '../../transformation/editTransformation.ts';
import type { Parameter } from '../../transformation/tree.ts';
import type { Fix } from '../finding.ts';
import type { Scope } from '../scope.ts';
import { legacyOverlay, type LegacyReplacement } from './legacyOverlay.ts';
import { t } from '../../text/l10n.ts';

/**
 * One layer in place of all overlay parameters of the step.
 * @returns `undefined` where the step does not say what the overlay shows, or has two overlays.
 */
export function legacyLayerFix(scope: Scope): Fix | undefined {
  const { step } = scope;
  const old = step.items.filter(
    (item): item is Parameter => item.kind === 'parameter' && legacyOverlay.has(item.key.text),
  );
  const input = old.filter(({ key }) => isShown(legacyOverlay.get(key.text)));
  const [shown] = input;
  if (!shown || input.length > 1) return undefined;
  const type = legacyOverlay.get(shown.key.text)?.layer ?? 'image';
  const opening = type === 'canvas' ? ['l-image', 'i-ik_canvas'] : [`l-${type}`];
  const parts = [shown, ...old.filter((parameter) => parameter !== shown)].map(modern);
  const layer = [...opening, ...parts, 'l-end'].join(separator(',', shown, scope));
  const [first, ...rest] = old;
  if (!first) return undefined;
  return {
    title: t('Change to a layer'),
    edits: [
      { start: first.start, end: first.end, newText: layer },
      ...rest.map(({ start, end, leading }) => ({
        start: start - leading.length,
        end,
        newText: '',
      })),
    ],
  };
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
