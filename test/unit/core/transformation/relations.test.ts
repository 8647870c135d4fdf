import assert from 'node:assert/strict';
import {
  catalogue,
  findParameter,
} from '../../../../src/core/transformation/catalogue/catalogue.ts';
import type { ParameterDefinition } from '../../../../src/core/transformation/catalogue/parameterDefinition.ts';
import { parseTransformation } from '../../../../src/core/transformation/parse.ts';
import { describeParameter } from '../../../../src/core/language/describeParameter.ts';
import { Linter } from '../../../../src/core/lint/linter.ts';

const linter = new Linter((rule) => (rule.severity === 'off' ? 'information' : rule.severity));

/** What is said of a step on a picture, or of the inside of a layer for what only a layer takes. */
function findings({ appliesTo }: ParameterDefinition, ...parameters: readonly string[]): number {
  const kind = (['image', 'imageLayer', 'videoLayer', 'video'] as const).find((each) =>
    appliesTo.includes(each),
  );
  const step = parameters.join(',');
  const input = parameters.some((each) => /^ie?-/.test(each)) ? '' : 'i-a.png,';
  const text =
    kind === 'imageLayer'
      ? `l-image,${input}${step},l-end`
      : kind === 'videoLayer'
        ? `l-video,i-a.mp4,${step},l-end`
        : step;
  const targets = [kind === 'image' || kind === 'imageLayer' ? 'image' : 'video'] as const;
  return linter.lintTransformation(parseTransformation(text), { targets }).length;
}

function exampleOf(key: string): string {
  const example = findParameter(key)?.example;
  assert(example, key);
  return example;
}

suite('what parameters need and exclude', () => {
  const related = catalogue.filter(({ needs, excludes }) => needs ?? excludes);

  for (const definition of related) {
    const { key, example, needs, excludes = [] } = definition;
    for (const other of excludes) {
      test(`the linter says that ${key} does not go with ${other}`, () => {
        // An end and a duration go together only where a video starts at its beginning.
        const start = key === 'eo' || key === 'du' ? ['so-2'] : [];
        assert(findings(definition, ...start, example, exampleOf(other)) > 0);
      });
    }
    if (needs) {
      test(`the linter says that ${key} needs ${needs.how} of ${needs.of.join()}`, () => {
        const lacking = needs.how === 'one' ? needs.of : [];
        assert(findings(definition, example, ...lacking.map(exampleOf)) > 0);
      });
    }
    test(`the hover of ${key} names them`, () => {
      const text = describeParameter(definition);
      for (const other of [...(needs?.of ?? []), ...excludes])
        assert(text.includes(`\`${other}\``));
    });
  }

  test('exclusion is mutual, unless one of two is merely ignored', () => {
    const oneSided = related.flatMap(({ key, excludes = [] }) =>
      excludes
        .filter((other) => !findParameter(other)?.excludes?.includes(key))
        .map((other) => `${key} ${other}`),
    );
    assert.deepEqual(oneSided, ['lfo lx', 'lfo ly', 'lfo lxc', 'lfo lyc']);
  });
});
