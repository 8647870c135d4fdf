import type { ParameterDefinition } from '../../transformation/catalogue/parameterDefinition.ts';
import {
  mayGoOn,
  someParameter,
  type Conditional,
  type Item,
  type Layer,
  type Parameter,
  type Step,
} from '../../transformation/tree.ts';
import { separator } from '../../transformation/editTransformation.ts';
import type { Fix } from '../finding.ts';
import { addParameter, beginStep, guess, moveItem, removeItem } from '../fixes.ts';
import type {
  Complaint,
  ConditionalRule,
  LayerRule,
  ParameterRule,
  RuleInfo,
  StepRule,
  UnknownKeyRule,
} from '../rule.ts';
import { findTornPath } from './tornPath.ts';
import { indexOfNode, textOf, type Scope } from '../scope.ts';
import { t } from '../../text/l10n.ts';

// How steps, layers and conditions are put together.
// Source: https://imagekit.io/docs/transformations

/** Source: https://imagekit.io/docs/transformations#overlay-using-layers */
const deepestLayer = 3;

const layerBalance: RuleInfo = {
  code: 'S07',
  name: 'unbalancedLayer',
  severity: 'error',
};

const conditionBalance: RuleInfo = {
  code: 'S08',
  name: 'unbalancedCondition',
  severity: 'error',
};

const nesting: RuleInfo = {
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
function mayBeClosed(open: Parameter, steps: readonly Step[]): boolean {
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

export const unclosedConditional: ConditionalRule = {
  ...conditionBalance,
  checkConditional({ open, close, end, branches }) {
    const complaints: Complaint[] = [];
    const isClosed = branches.some((branch) => mayBeClosed(branch.open, branch.steps));
    if (!close && !isClosed) {
      complaints.push({
        at: open,
        message: t('This condition is not closed; add if-end.'),
        fixes: [{ title: t('Add if-end'), edits: [{ start: end, end, newText: ',if-end' }] }],
      });
    }
    const second = branches[2]?.open;
    if (second) {
      complaints.push({
        at: second,
        message: t('A condition has one if-else; remove this one.'),
        fixes: [removeBranch(branches)],
      });
    }
    return complaints;
  },
};

/** The third branch, with the separator before it. */
function removeBranch([, , third]: Conditional['branches']): Fix | undefined {
  if (!third) return undefined;
  const { leading, start, end } = third.open;
  const edit = { start: start - leading.length, end: third.steps.at(-1)?.end ?? end, newText: '' };
  return { title: t('Remove {name}', { name: 'if-else' }), edits: [edit] };
}

export const strayConditionMarker: ParameterRule = {
  ...conditionBalance,
  keys: ['if'],
  skipsOpeners: true,
  checkParameter(parameter, scope) {
    const isElse = parameter.hasValue('else');
    if ((!isElse && !parameter.hasValue('end')) || !isItem(parameter, scope)) return undefined;
    const name = isElse ? 'if-else' : 'if-end';
    return {
      message: t('There is no condition for this {name}; remove it.', { name }),
      fixes: [removeItem(parameter, scope, name)],
    };
  },
};

/** Those that open a block or a branch are none. */
function isItem(parameter: Parameter, { step: { items } }: Scope): boolean {
  return items[indexOfNode(items, parameter)] === parameter;
}

export const conditionalNotAlone: ConditionalRule = {
  code: 'S09',
  name: 'conditionNotAlone',
  severity: 'error',
  checkConditional(conditional, scope) {
    const { items } = scope.step;
    if (items.length === 1) return undefined;
    const next = items[items.indexOf(conditional) + 1];
    return {
      message: t('A condition must be alone in its step; separate it by : from the others.'),
      fixes: [separate([conditional, ...(next ? [next] : [])], scope)],
    };
  },
};

function separate(items: readonly Item[], scope: Scope): ReturnType<typeof beginStep> {
  const edits = items.flatMap((item) => beginStep(item, scope)?.edits ?? []);
  return { title: t('Make it a step of its own'), edits };
}

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
  const { layer, source } = scope;
  if (!layer?.close || !nested.close) return undefined;
  const { end } = layer;
  const newText = separator(',', nested, scope) + textOf(source, nested);
  const title = t('Put it behind the layer around it');
  const fix = moveItem(nested, scope, title, { start: end, end, newText });
  return fix && guess(fix);
}

/** Deeper blocks nobody wrote; they are not looked into. */
export const deepestBlock = 10;

export const blockNestedTooDeep: ConditionalRule = {
  ...nesting,
  checkConditional(_, { depth, conditions }) {
    if (depth + conditions < deepestBlock) return undefined;
    return { message: t('This is nested too deep; ImageKit allows three levels of layers.') };
  },
};

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

export const duplicateParameter: StepRule = {
  code: 'S05',
  name: 'duplicateParameter',
  severity: 'warning',
  occasion: 'repeatedKey',
  checkStep(scope) {
    const { items } = scope.step;
    let complaints: Complaint[] | undefined;
    for (let index = 1; index < items.length; index++) {
      const item = items[index];
      if (item?.kind !== 'parameter' || !item.definition || isBlockKey(item)) continue;
      if (!isBefore(items, index, item.definition)) continue;
      (complaints ??= []).push({
        at: item,
        message: t('This step has {key} already; keep one, or begin a new step by :.', {
          key: item.definition.key,
        }),
        fixes: [removeItem(item, scope), beginStep(item, scope)],
      });
      if (complaints.length >= mostDuplicates) break;
    }
    return complaints;
  },
};

/** In longer steps every parameter is a duplicate; telling all of them would take its time. */
const mostDuplicates = 50;

function isBefore(items: readonly Item[], end: number, definition: ParameterDefinition): boolean {
  for (let index = 0; index < end; index++) {
    const item = items[index];
    if (item?.kind === 'parameter' && item.definition === definition) return true;
  }
  return false;
}

function isBlockKey({ key }: Parameter): boolean {
  return key.text === 'l' || key.text === 'if';
}
