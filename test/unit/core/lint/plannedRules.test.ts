import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Finding } from '../../../../src/core/lint/finding.ts';
import { Linter } from '../../../../src/core/lint/linter.ts';
import type { ParameterRule, RulePlace, RuleSet } from '../../../../src/core/lint/rule.ts';
import { rules } from '../../../../src/core/lint/rules.ts';
import { isOnly, type Scope } from '../../../../src/core/lint/scope.ts';
import { targetOfLayer } from '../../../../src/core/language/targets.ts';
import {
  catalogue,
  enumValuesOf,
} from '../../../../src/core/transformation/catalogue/catalogue.ts';
import type { TargetKind } from '../../../../src/core/transformation/catalogue/parameterDefinition.ts';
import { transformationArbitrary } from '../../../fuzz/transformationArbitrary.ts';
import { documentedChains } from '../transformation/documentedChains.ts';
import { lint } from './lintCase.ts';

/** Whether a rule holds, told from the scope alone and anew for every node. */
function holds(
  { targets, sources, inLayer, isStream }: RulePlace,
  own: readonly TargetKind[],
  { source, layer }: Scope,
): boolean {
  return (
    (!targets || isOnly({ targets: own }, targets)) &&
    (!sources || isOnly(source, sources)) &&
    (inLayer === undefined || inLayer === (layer !== undefined)) &&
    (isStream === undefined || isStream === source.url?.suffix?.text.startsWith('ik-master.'))
  );
}

function askAlways(rule: ParameterRule): ParameterRule {
  const { code, name, severity, keys } = rule;
  return {
    code,
    name,
    severity,
    keys,
    checkParameter(parameter, scope) {
      const isText = parameter.definition?.key === 'i' && isOnly(scope, ['textLayer']);
      if (!holds(rule, scope.targets, scope) || (rule.skipsTexts && isText)) return undefined;
      return rule.checkParameter(parameter, scope);
    },
  };
}

/** The same rules without what spares asking them: each is asked of every node with its keys. */
const asked: RuleSet = {
  ...rules,
  parameter: rules.parameter.map(askAlways),
  step: rules.step.map((rule) => ({ ...rule, occasion: 'always' })),
  layer: rules.layer.map(({ code, name, severity, ...rule }) => ({
    code,
    name,
    severity,
    checkLayer: (layer, scope) =>
      holds(rule, [targetOfLayer(layer)], scope) ? rule.checkLayer(layer, scope) : undefined,
  })),
};

/** Every key equally often, with a value that it takes or a small number. */
const parameter = fc.constantFrom(...catalogue).chain((definition) => {
  const { key, example, suggestions = [] } = definition;
  const words = [...suggestions, ...enumValuesOf(definition).map(({ value }) => value)];
  const values = ['1', '5', ...words].map((value) => `${key}-${value}`);
  return fc.constantFrom(key, example, ...values);
});

/** Two parameters that meet in one step of the picture or of a layer. */
const meeting = fc
  .tuple(
    parameter,
    parameter,
    fc.constantFrom('*', '*:q-80', 'l-image,i-a.png,*,l-end', 'l-text,i-a,*,l-end'),
  )
  .map(([one, other, frame]) => frame.replace('*', () => `${one},${other}`));

const strict = ({ severity }: { severity: string }) =>
  severity === 'off' ? 'information' : (severity as 'error');
const places: readonly (readonly TargetKind[])[] = [
  ['image'],
  ['image', 'video'],
  ['video'],
  ['videoThumbnail'],
  ['documentThumbnail'],
];

/** They are made by the same rules, and each takes another look at the text. */
function withoutFixes({ code, severity, message, start, end }: Finding): Omit<Finding, 'fixes'> {
  return { code, severity, message, start, end };
}

suite('planning which rules to ask', () => {
  test('changes no finding', () => {
    const planned = new Linter(strict);
    const plain = new Linter(strict, asked);
    const check = (text: string, targets: readonly TargetKind[]): void => {
      const [one, other] = [planned, plain].map((linter) =>
        lint(text, linter, { targets }).map(withoutFixes),
      );
      assert.deepEqual(one, other, text);
    };
    for (const chain of documentedChains) for (const targets of places) check(chain, targets);
    const place = fc.constantFrom(...places);
    fc.assert(fc.property(transformationArbitrary, place, check), { numRuns: 5000 });
    fc.assert(fc.property(meeting, place, check), { numRuns: 60_000 });
  });

  test('remembers no more than there is room for', () => {
    const linter = new Linter();
    const keys = ['w', 'h', 'q', 'bl', 'rt', 'dpr', 'x', 'y', 'lx', 'ly', 'fs'];
    const chains = keys.flatMap((one) =>
      keys.flatMap((two) => keys.map((three) => `${one}-1,${two}-1,${three}-${'1'.repeat(9)}`)),
    );
    const first = chains.map((chain) => lint(chain, linter));
    assert.deepEqual(
      chains.map((chain) => lint(chain, linter)),
      first,
    );
  });
});
