import assert from 'node:assert/strict';
import {
  catalogue,
  documentationUrl,
  enumValuesOf,
  findParameter,
  findParameterByName,
} from '../../../../src/core/transformation/catalogue/catalogue.ts';
import { explainTransformation } from '../../../../src/core/transformation/explain.ts';
import { parseTransformation } from '../../../../src/core/transformation/parse.ts';
import { queryKeys } from '../../../../src/core/url/queryKeys.ts';
import { pathTokens } from '../../../../src/core/url/pathTokens.ts';
import { targetsOfUrl } from '../../../../src/core/language/targets.ts';
import { Linter } from '../../../../src/core/lint/linter.ts';
import { parseImageKitUrl } from '../../../../src/core/url/parseImageKitUrl.ts';
import { parametersOf } from '../../../../src/core/transformation/tree.ts';
import {
  documentedFonts,
  documentedKeys,
  documentedObjects,
  documentedPathTokens,
  documentedQueryKeys,
} from './documentedKeys.ts';
import { describeNamedValue } from '../../../../src/core/transformation/describeNamedValue.ts';

suite('parameter catalogue', () => {
  test('has every key once', () => {
    const keys = catalogue.map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length);
    assert.equal(keys.length, documentedKeys.length);
  });

  for (const [key, source] of documentedKeys) {
    test(`knows ${key} (${source})`, () => assert(findParameter(key)));
  }

  test('knows every font and every object to focus on', () => {
    const valuesOf = (key: string): ReadonlySet<string> =>
      new Set(enumValuesOf(findParameter(key) ?? { values: [] }).map(({ value }) => value));
    const missing = [
      ...documentedFonts.filter(([font]) => !valuesOf('ff').has(font)),
      ...documentedObjects.filter(([object]) => !valuesOf('fo').has(object)),
    ];
    assert.deepEqual(missing, []);
    assert.deepEqual([documentedFonts.length, documentedObjects.length], [22, 80]);
  });

  test('knows every token of a path', () => {
    assert.deepEqual(
      pathTokens.map(({ token }) => token).toSorted(),
      documentedPathTokens.map(([token]) => token).toSorted(),
    );
    assert.equal(pathTokens.length, 11);
  });

  test('knows every key of a query', () => {
    assert.deepEqual(
      queryKeys.map(({ key }) => key).toSorted(),
      documentedQueryKeys.map(([key]) => key).toSorted(),
    );
    for (const { summary } of queryKeys) assert.match(summary, /^[A-Z].*\.$/);
  });

  for (const { token, summary, page, example, position } of pathTokens) {
    test(`${token} is read as what it is in ${example}`, () => {
      const url = parseImageKitUrl(`https://ik.imagekit.io/demo${example}`, 0, []);
      assert(url);
      assert(url[position]?.text.startsWith(token));
      assert.match(summary, /^[A-Z].*\.$/);
      assert.match(page, /^[a-z/-]+$/);
      const targets = targetsOfUrl(url);
      const tree = parseTransformation(url.transformation?.text ?? '');
      assert.deepEqual(new Linter().lintTransformation(tree, { targets, url }), []);
    });
  }

  for (const definition of catalogue) {
    const { key, name, summary, values, appliesTo, example } = definition;
    test(`${key} can be explained, completed and looked up`, () => {
      const used = [...parametersOf(parseTransformation(example).steps)];
      assert(used[0]?.definition === definition, `${example} is an example of ${key}`);
      assert.match(summary, /^[A-Z].*\.$/);
      assert(name !== '' && values.length > 0 && appliesTo.length > 0);
      assert.match(documentationUrl(definition), /^https:\/\/imagekit\.io\/docs\/[a-z0-9/#-]+$/);
      assert.equal(findParameter(key), definition);
    });
  }

  test('gives every value a sentence, and no value twice', () => {
    for (const definition of catalogue) {
      const values = enumValuesOf(definition);
      assert.equal(new Set(values.map(({ value }) => value)).size, values.length, definition.key);
      for (const named of values) {
        assert.match(describeNamedValue(named), /^[A-Z].*\.$/, `${definition.key}-${named.value}`);
      }
    }
  });

  test('every value and every suggestion can be said in a sentence', () => {
    for (const definition of catalogue) {
      if (definition.phrase === undefined) continue;
      const values = [
        ...enumValuesOf(definition).map(({ value }) => value),
        ...(definition.suggestions ?? []),
      ];
      for (const value of values) {
        const [sentence = ''] = explainTransformation(
          parseTransformation(`${definition.key}-${value}`),
        );
        assert.match(sentence, /^[A-Z]/, `${definition.key}-${value}`);
        assert.doesNotMatch(sentence, /[{}]|undefined/, `${definition.key}-${value}`);
      }
    }
  });

  const names: Readonly<Record<string, string>> = {
    width: 'w',
    aspectRatio: 'ar',
    aspect_ratio: 'ar',
    ai_remove_background_external: 'e-removedotbg',
    rotate: 'rt',
    effectGray: 'e-grayscale',
    focus: 'fo',
    'position.focus': 'lfo',
  };
  for (const [name, key] of Object.entries(names)) {
    test(`finds ${key} by the SDKs’ name ${name}`, () => {
      assert.equal(findParameterByName(name)?.key, key);
    });
  }

  test('gives no two parameters the same name', () => {
    const all = catalogue.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
    assert.deepEqual(
      all.filter((name, index) => all.indexOf(name) !== index),
      [],
    );
  });

  test('takes no key with another character for the key that it resembles', () => {
    for (const key of ['w\0', '\0w', 'wé', 'é', 'W', ' w', 'iF']) {
      assert.equal(findParameter(key), undefined);
    }
  });

  test('knows nothing of names that it inherits', () => {
    for (const name of ['constructor', '__proto__', 'toString', '']) {
      assert.equal(findParameter(name), undefined);
      assert.equal(findParameterByName(name), undefined);
    }
  });
});
