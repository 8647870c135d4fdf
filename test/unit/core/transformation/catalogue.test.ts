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
import { parametersOf } from '../../../../src/core/transformation/tree.ts';

/** Every key that ImageKit documents, or that its SDKs print. */
const documentedKeys =
  'w h ar c cm fo z x y xc yc dpr bg b r rt fl o t bl cr e-grayscale e-contrast e-sharpen e-usm ' +
  'e-shadow e-gradient e-distort e-colorize e-bgremove e-removedotbg e-changebg e-edit e-retouch ' +
  'e-upscale e-genvar e-dropshadow f q lo pr cp md dn orig di n pg c2pa l i ie lx ly lxc lyc lfo ' +
  'lap lm lso leo ldu fs ff co ia pa al tg lh fol fsh so eo du ac vc sr lang if';

suite('parameter catalogue', () => {
  test('knows every documented key, each once', () => {
    const keys = catalogue.map(({ key }) => key);
    assert.deepEqual(keys.toSorted(), documentedKeys.split(' ').toSorted());
  });

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
      for (const { value, summary } of values) {
        assert.match(summary, /^[A-Z].*\.$/, `${definition.key}-${value}`);
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

  test('knows nothing of names that it inherits', () => {
    for (const name of ['constructor', '__proto__', 'toString', '']) {
      assert.equal(findParameter(name), undefined);
      assert.equal(findParameterByName(name), undefined);
    }
  });
});
