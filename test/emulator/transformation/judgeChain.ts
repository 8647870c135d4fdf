import type { Branching, Layer, Step } from './chain.ts';
import { checkCondition } from './condition.ts';
import { baseRules, imageLayerRules, textLayerRules } from './parameterRules.ts';
import type { Rule } from './parameterRules.ts';
import { TransformationError } from './transformationError.ts';

/**
 * Checks every parameter of a chain and of the layers in it.
 * @returns the parameters, as written, that the service would draw and the emulator cannot.
 * @throws {TransformationError} for what the service would refuse.
 */
export function judgeChain(steps: readonly Step[]): string[] {
  return judgeSteps(steps, baseRules);
}

function judgeSteps(steps: readonly Step[], rules: Readonly<Record<string, Rule>>): string[] {
  return steps.flatMap((step) => [
    ...judgeParameters(step, rules),
    ...judgeBranching(step.branching, rules),
    ...step.layers.flatMap((layer) => judgeLayer(layer)),
  ]);
}

function judgeParameters(step: Step, rules: Readonly<Record<string, Rule>>): string[] {
  const unsupported: string[] = [];
  for (const [key, value] of step.parameters) {
    const rule = Object.hasOwn(rules, key) ? rules[key] : undefined;
    const written = value === '' ? key : `${key}-${value}`;
    if (rule === undefined) throw new TransformationError(`unknown parameter ${written}`);
    const verdict = rule(value);
    if (verdict === 'invalid') throw new TransformationError(`invalid value in ${written}`);
    if (verdict === 'unsupported') unsupported.push(written);
  }
  return unsupported;
}

function judgeBranching(
  branching: Branching | undefined,
  rules: Readonly<Record<string, Rule>>,
): string[] {
  if (branching === undefined) return [];
  checkCondition(branching.condition);
  const branches = [...branching.whenTrue, ...branching.whenFalse];
  if (branches.some(({ parameters }) => parameters.has('pg'))) {
    throw new TransformationError('pg depends on no condition');
  }
  return judgeSteps(branches, rules);
}

function judgeLayer(layer: Layer): string[] {
  if (layer.type === 'image') return judgeSteps(layer.steps, imageLayerRules);
  if (layer.type === 'text') return judgeSteps(layer.steps, textLayerRules);
  return [`l-${layer.type}`];
}
