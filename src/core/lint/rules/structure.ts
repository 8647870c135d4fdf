import {
  mayGoOn,
  someParameter,
  type Item,
  type Layer,
  type Parameter,
  type Step,
} from '../../transformation/tree.ts';
import { separator } from '../../transformation/editTransformation.ts';
import type { Fix } from '../finding.ts';
import { addParameter, guess, moveItem, removeItem } from '../fixes.ts';
import type { LayerRule, ParameterRule, RuleInfo, UnknownKeyRule } from '../rule.ts';
import { findTornPath } from './tornPath.ts';
import { textOf, type Scope } from '../scope.ts';
import { t } from '../../text/l10n.ts';

// How steps and layers are put together.
// Source: https://imagekit.io/docs/transformations

/** Source: https://imagekit.io/docs/transformations#overlay-using-layers */
const deepestLayer = 3;

const layerBalance: RuleInfo = {
  code: 'S07',
  name: 'unbalancedLayer',
  severity: 'error',
};

export const nesting: RuleInfo = {
  code: 'S22',
  name: 'nestedTooDeep',
  severity: 'error',
};

export const emptyParameter: UnknownKeyRule = {
  code: 'S06',
  name: 'emptyParameter',
  severity: 'error',
  checkUnknownKey(parameter, scope) {
    if (parameter.start !== parameter.end) return undefined;
    return {
      message: t('There is no parameter here; remove the separator.'),
      fixes: [removeItem(parameter, scope, t('the separator'))],
    };
  },
};

export const unclosedLayer: LayerRule = {
  ...layerBalance,
  skipsClosed: true,
  checkLayer({ open, steps, close, end }, { source }) {
    // What closes it may stand behind a raw slash; see S15.
    if (close || mayBeClosed(open, steps) || findTornPath(source)) return undefined;
    return {
      message: t('This layer is not closed; add l-end.'),
      fixes: [{ title: t('Add l-end'), edits: [{ start: end, end, newText: ',l-end' }] }],
    };
  },
};

/** Whether what a template or code puts into a block may close it. */
export function mayBeClosed(open: Parameter, steps: readonly Step[]): boolean {
  return mayGoOn(open) || someParameter(steps, mayGoOn);
}

export const strayLayerEnd: ParameterRule = {
  ...layerBalance,
  keys: ['l'],
  skipsOpeners: true,
  checkParameter(parameter, scope) {
    if (!parameter.hasValue('end')) return undefined;
    return {
      message: t('There is no layer to close here; remove l-end.'),
      fixes: [removeItem(parameter, scope, 'l-end')],
    };
  },
};

export const layerNestedTooDeep: LayerRule = {
  ...nesting,
  fromDepth: deepestLayer,
  checkLayer(nested, scope) {
    if (scope.depth < deepestLayer) return undefined;
    return {
      message: t('ImageKit allows three levels of layers; put this one into another layer.'),
      fixes: [putBehindParent(nested, scope)],
    };
  },
};

/** Into the layer around the one that it stands in. */
function putBehindParent(nested: Layer, scope: Scope): Fix | undefined {
  const { layer } = scope;
  if (!layer?.close || !nested.close) return undefined;
  const { end } = layer;
  const newText = separator(',', nested, scope) + textOf(scope, nested);
  const title = t('Put it behind the layer around it');
  const fix = moveItem(nested, scope, title, { start: end, end, newText });
  return fix && guess(fix);
}

export const layerWithoutInput: LayerRule = {
  code: 'S20',
  name: 'layerWithoutInput',
  severity: 'error',
  checkLayer({ open, steps }, scope) {
    for (const { items } of steps) {
      for (const item of items) if (isInputOrUnknown(item)) return undefined;
    }
    if (open.holes.length > 0) return undefined;
    const input = exampleInputs.get(open.value?.text ?? '');
    return {
      message: t('This layer shows nothing; add i- with a path or text, or ie- in base64.'),
      fixes: input === undefined ? [] : [guess(addParameter(open, scope, input))],
    };
  },
};

const exampleInputs: ReadonlyMap<string, string> = new Map([
  ['image', 'i-logo.png'],
  ['text', 'i-Hello'],
  ['video', 'i-clip.mp4'],
  ['subtitles', 'i-english.srt'],
]);

/** A template may fill the input in. */
function isInputOrUnknown(item: Item): boolean {
  if (item.kind !== 'parameter') return false;
  const { definition } = item;
  return definition?.key === 'i' || definition?.key === 'ie' || mayGoOn(item);
}
