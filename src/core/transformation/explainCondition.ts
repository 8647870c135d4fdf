import {
  conditionConnectives,
  conditionOperators,
  conditionProperties,
} from './value/condition.ts';
import { tOf } from '../text/l10n.ts';

/** `ar_gt_1` in words. */
export function explainCondition(condition: string): string {
  return condition
    .split('_')
    .map(
      (word) =>
        tOf(
          conditionProperties.get(word) ??
            conditionOperators.get(word) ??
            conditionConnectives.get(word),
        ) ?? word.replace('-', ':'),
    )
    .join(' ');
}
