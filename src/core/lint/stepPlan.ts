import { catalogue } from '../transformation/catalogue/catalogue.ts';
import type { Place } from './place.ts';
import type { Parameter, Step } from '../transformation/tree.ts';
import type { Company, ParameterRule, Question, StepOccasion, StepRule } from './rule.ts';
import { isOnly, longestStep } from './scope.ts';
import {
  isConditional,
  isGood,
  isGoodNumber,
  isLayer,
  isPlain,
  placeOfShape,
  targetOfShape,
  type ItemShape,
  type StepShape,
} from './stepShape.ts';

/** What the items of a step are asked. */
export interface StepPlan {
  /** Nothing is asked. */
  readonly isSilent: boolean;
  readonly questions: readonly Question<Step>[];
  /** Those that are asked something, in the order of the step. */
  readonly items: readonly ItemPlan[];
}

/** What a parameter is asked, or the one that opens a block. */
export interface ItemPlan {
  /** Where it stands in the step. */
  readonly index: number;
  /** Whether its value is known to be good. */
  readonly isGood: boolean;
  readonly questions: readonly Question<Parameter>[];
  /** Of a layer: where its steps stand. */
  readonly inside: Place | undefined;
}

/** Finds the rules that may have something to say of steps with a shape in a place. */
export function planStep(
  { items }: StepShape,
  place: Place,
  stepRules: readonly StepRule[],
): StepPlan {
  const keys = new Set(items.map(keyOf));
  const rules = place.parameterRules.filter((rule) => fits(rule, keys));
  const plans = new Map<ItemShape, Omit<ItemPlan, 'index'>>();
  const questions = stepRules
    .filter(({ occasion }) => occasions[occasion](items))
    .map((rule): Question<Step> => ({ rule, ask: (_, scope) => rule.checkStep(scope) }));
  const itemPlans = items.slice(0, longestStep).flatMap((item, index) => {
    const plan = plans.get(item) ?? planItem(item, rules, place);
    plans.set(item, plan);
    const isAsked = !plan.isGood || plan.questions.length > 0 || plan.inside;
    return isAsked ? { ...plan, index } : [];
  });
  const isSilent = questions.length === 0 && itemPlans.length === 0;
  return { isSilent, questions, items: itemPlans };
}

function planItem(
  item: ItemShape,
  rules: readonly ParameterRule[],
  place: Place,
): Omit<ItemPlan, 'index'> {
  const opener = openerOf(item);
  const key = opener ?? keyOf(item);
  const isText = key === 'i' && isOnly(place, ['textLayer']);
  const layer = targetOfShape(item);
  return {
    isGood: isGood(item),
    inside: layer && place.inside(layer),
    questions: rules
      .filter(
        (rule) =>
          key !== undefined &&
          rule.keys.includes(key) &&
          !(isGoodNumber(item) && rule.skipsNumbers) &&
          !(isPlain(item) && rule.skipsPlain) &&
          !(isText && rule.skipsTexts) &&
          !(opener && rule.skipsOpeners),
      )
      .map((rule) => ({ rule, ask: rule.checkParameter })),
  };
}

/** `undefined` for blocks and unknown keys. */
function keyOf(item: ItemShape): string | undefined {
  const place = placeOfShape(item);
  return place === undefined ? undefined : catalogue[place]?.key;
}

/** The key of the parameter that opens a block. */
function openerOf(item: ItemShape): string | undefined {
  if (isLayer(item)) return 'l';
  return isConditional(item) ? 'if' : undefined;
}

const occasions: Readonly<Record<StepOccasion, (items: readonly ItemShape[]) => boolean>> = {
  always: () => true,
  repeatedKey: (items) => {
    const keys = items.map(keyOf).filter((key) => key !== undefined);
    return new Set(keys).size < keys.length;
  },
};

function fits(
  { beside, besideAll, without, withoutAll }: Company,
  keys: ReadonlySet<string | undefined>,
): boolean {
  const has = (key: string): boolean => keys.has(key);
  return (
    (beside?.some(has) ?? true) &&
    (besideAll?.every(has) ?? true) &&
    !without?.some(has) &&
    !withoutAll?.every(has)
  );
}
