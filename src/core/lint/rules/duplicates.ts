import type { ParameterDefinition } from '../../transformation/catalogue/parameterDefinition.ts';
import type { Item, Parameter } from '../../transformation/tree.ts';
import { beginStep, removeItem } from '../fixes.ts';
import type { Complaint, StepRule } from '../rule.ts';
import { t } from '../../text/l10n.ts';

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
