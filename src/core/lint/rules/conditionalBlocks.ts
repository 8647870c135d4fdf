import type { Conditional, Item, Parameter } from '../../transformation/tree.ts';
import type { Fix } from '../finding.ts';
import { beginStep, removeItem } from '../fixes.ts';
import type { Complaint, ConditionalRule, ParameterRule, RuleInfo } from '../rule.ts';
import { indexOfNode, type Scope } from '../scope.ts';
import { t } from '../../text/l10n.ts';
import { mayBeClosed, nesting } from './structure.ts';

// How conditions are put together.
// Source: https://imagekit.io/docs/conditional-transformations

const conditionBalance: RuleInfo = {
  code: 'S08',
  name: 'unbalancedCondition',
  severity: 'error',
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

/** Deeper blocks nobody wrote; they are not looked into. */
export const deepestBlock = 10;

export const blockNestedTooDeep: ConditionalRule = {
  ...nesting,
  checkConditional(_, { depth, conditions }) {
    if (depth + conditions < deepestBlock) return undefined;
    return { message: t('This is nested too deep; ImageKit allows three levels of layers.') };
  },
};
