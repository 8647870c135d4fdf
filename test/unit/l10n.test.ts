import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describeError } from '../../src/core/api/describeError.ts';
import { ImageKitError, type ImageKitErrorReason } from '../../src/core/api/imageKitError.ts';
import { describeParameter } from '../../src/core/language/describeParameter.ts';
import { fillIn, setTranslate } from '../../src/core/text/l10n.ts';
import { catalogue, enumValuesOf } from '../../src/core/transformation/catalogue/catalogue.ts';
import { describeNamedValue } from '../../src/core/transformation/describeNamedValue.ts';
import { explainTransformation } from '../../src/core/transformation/explain.ts';
import { parseTransformation } from '../../src/core/transformation/parse.ts';
import { transformationArbitrary } from '../fuzz/transformationArbitrary.ts';
import { bundlePath, languages, root, templatePath } from '../l10n/bundles.ts';
import { collectMessages } from '../l10n/collectMessages.ts';
import { findLiteralTexts } from '../l10n/findLiteralTexts.ts';
import { readTexts } from '../l10n/readManifest.ts';
import { lint } from './core/lint/lintCase.ts';
import { documentedChains } from './core/transformation/documentedChains.ts';

type Texts = Readonly<Record<string, string>>;

const sorted = (texts: Iterable<string>): string[] => [...texts].toSorted();
const placesIn = (text: string): string[] => sorted(text.match(/\{\w+\}/g) ?? []);
const linksIn = (text: string): string[] => text.match(/\(command:[\w.]+\)|`[^`]*`/g) ?? [];

/** Formats, codecs and the like, which are the same everywhere. */
const sameEverywhere =
  /^(?:JPEG XL|Opus|WebM|WebP|WebP\.|in \{value\}|\{width\} px in \{colour\}|Emulator \(\{host\}\)|\{count\} URLs)$/;

function testTranslation(english: Texts, translated: Texts): void {
  for (const [key, text] of Object.entries(english)) {
    const translation = translated[key] ?? '';
    assert.notEqual(translation.trim(), '', key);
    assert.deepEqual(placesIn(translation), placesIn(text), key);
    const edges = (of: string): string => `${/^\s*/.exec(of)?.[0]}|${/\s*$/.exec(of)?.[0]}`;
    assert.equal(edges(translation), edges(text), key);
  }
}

suite('translations', () => {
  test('npm run l10n has brought the messages up to date', () => {
    const messages = collectMessages();
    assert(messages.length > 500);
    const english = readTexts(root, templatePath);
    assert.deepEqual(Object.keys(english), messages);
    assert.deepEqual(Object.values(english), messages);
  });

  for (const language of languages) {
    test(`${language} has every message and every text of the manifest, and no other`, () => {
      const english = readTexts(root, templatePath);
      const translated = readTexts(root, bundlePath(language));
      assert.deepEqual(Object.keys(translated), Object.keys(english));
      testTranslation(english, translated);
      const untranslated = Object.entries(translated).filter(([key, text]) => key === text);
      assert.deepEqual(
        untranslated.map(([key]) => key).filter((key) => !sameEverywhere.test(key)),
        [],
      );

      const manifest = readTexts(root, 'package.nls.json');
      const translatedManifest = readTexts(root, `package.nls.${language}.json`);
      assert.deepEqual(Object.keys(translatedManifest), Object.keys(manifest));
      testTranslation(manifest, translatedManifest);
      for (const [key, text] of Object.entries(manifest)) {
        assert.equal(linksIn(translatedManifest[key] ?? '').length, linksIn(text).length, key);
        const commands = (of = ''): string[] => of.match(/\(command:[\w.]+\)/g) ?? [];
        assert.deepEqual(commands(translatedManifest[key]), commands(text), key);
      }
    });
  }
});

suite('no text escapes translation', () => {
  const known = new Set(collectMessages());
  /** Messages that were asked for and that no translator would have seen. */
  const unknown = new Set<string>();

  suiteSetup(() =>
    setTranslate((message, values) => {
      if (!known.has(message) && /[a-z]{2}/.test(message.replaceAll(/\{\w+\}/g, ''))) {
        unknown.add(message);
      }
      return `⟦${fillIn(message, values)}⟧`;
    }),
  );
  suiteTeardown(() => setTranslate(fillIn));

  /** What of a text did not pass through `t`. */
  function untranslated(text: string): string {
    let rest = text;
    for (let before = ''; before !== rest;) {
      before = rest;
      rest = rest.replaceAll(/⟦[^⟦⟧]*⟧/g, '');
    }
    return rest;
  }

  function assertTranslated(text: string, about: string): void {
    assert.doesNotMatch(untranslated(text), /[A-Za-z]{3}/, `${about}: ${text}`);
    assert.deepEqual([...unknown], []);
  }

  test('what rows, boxes and messages show', () => {
    const shown = globSync('src/{features,platform}/**/*.ts', { cwd: root }).flatMap((path) =>
      findLiteralTexts(path, readFileSync(join(root, path), 'utf8')).map((text) => [path, text]),
    );
    assert.deepEqual(shown, []);
  });

  test('a text of a row or message that is no translation is noticed', () => {
    const source = `
      const row = { label: \`$(key) \${t('Move')} key\`, description: isActive ? 'active' : '' };
      const fine = { label: t('Move'), description: '$(check) ImageKit', kind: 'folder' };
      void window.showInformationMessage('Done.', 'Again');`;
    assert.deepEqual(findLiteralTexts('a.ts', source), ['$(key)  key', 'active', 'Done.']);
  });

  test('findings, their fixes and explanations', () => {
    const check = (chain: string): void => {
      // The marks of this test.
      fc.pre(!/[⟦⟧]/.test(chain));
      for (const { code, message, fixes } of lint(chain)) {
        assertTranslated(message, code);
        for (const { title } of fixes) assertTranslated(title, code);
      }
    };
    for (const chain of documentedChains) check(chain);
    fc.assert(fc.property(transformationArbitrary, check), { numRuns: 3000 });
  });

  test('explanations of every value that has a name', () => {
    for (const definition of catalogue) {
      for (const { value } of enumValuesOf(definition)) {
        const chain = `w-300,h-200,${definition.key}-${value}`;
        for (const sentence of explainTransformation(parseTransformation(chain))) {
          // Without a phrase the SDK’s name of a parameter stands for it.
          const ownName = definition.phrase === undefined ? definition.name : '';
          assertTranslated(sentence.replace(ownName, '').replace(value, ''), chain);
        }
      }
    }
  });

  test('the documentation of every parameter', () => {
    for (const definition of catalogue) {
      const [, ...lines] = describeParameter(definition).split('\n\n');
      for (const line of lines) {
        assertTranslated(line.replace(/\(https:.*\)/, ''), definition.key);
      }
      for (const named of enumValuesOf(definition)) {
        assertTranslated(describeNamedValue(named), named.value);
      }
    }
  });

  test('what is said of failures', () => {
    const reasons: readonly ImageKitErrorReason[] = [
      'badRequest',
      'unauthorized',
      'forbidden',
      'notFound',
      'conflict',
      'tooLarge',
      'locked',
      'rateLimited',
      'server',
      'unreachable',
      'certificate',
      'connectionLost',
      'timedOut',
      'stillRunning',
      'cancelled',
      'invalidResponse',
      'readOnly',
      'disconnected',
      'fileMissing',
      'fileUnreadable',
      'fileChanged',
    ];
    for (const reason of reasons) {
      assertTranslated(describeError(new ImageKitError(reason, 'detail')), reason);
    }
    assertTranslated(describeError(new Error('detail')), 'any error');
  });
});
