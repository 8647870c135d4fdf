import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { isImageKitError } from '../../../../../src/core/api/imageKitError.ts';
import type { SearchCriteria } from '../../../../../src/core/api/search/searchCriteria.ts';
import { searchQuery } from '../../../../../src/core/api/search/searchQuery.ts';
import { readSearchQuery, type Comparison, type Conjunction } from './readSearchQuery.ts';

suite('search query', () => {
  const queries: readonly [string, SearchCriteria, string | undefined][] = [
    ['nothing', {}, undefined],
    [
      'words',
      { words: ' red  dress' },
      '(name HAS "red" OR tags HAS "red") AND (name HAS "dress" OR tags HAS "dress")',
    ],
    ['a name', { name: 'red dress.jpg' }, 'name = "red dress.jpg"'],
    ['names', { name: ['a.jpg', 'b.jpg'] }, 'name IN ["a.jpg", "b.jpg"]'],
    ['the beginning of a name', { name: { startsWith: 'red-' } }, 'name : "red-"'],
    ['words of a name', { name: { words: 'red dress' } }, 'name HAS "red" AND name HAS "dress"'],
    ['a type', { type: 'folder' }, 'type = "folder"'],
    ['types', { type: ['file', 'folder'] }, 'type IN ["file", "folder"]'],
    [
      'tags',
      { tags: { anyOf: ['a', 'b c'], allOf: ['d', 'e'], noneOf: ['f'] } },
      'tags IN ["a", "b c"] AND tags IN ["d"] AND tags IN ["e"] AND tags NOT IN ["f"]',
    ],
    ['sizes', { size: { atLeast: 500, atMost: '1.5mb' } }, 'size >= 500 AND size <= "1.5mb"'],
    [
      'times',
      { created: { atLeast: '7d' }, updated: { atMost: '2026-01-31' } },
      'createdAt >= "7d" AND updatedAt <= "2026-01-31"',
    ],
    [
      'dates',
      { created: { atLeast: new Date(Date.UTC(2026, 0, 31, 12, 30, 5, 999)) } },
      'createdAt >= "2026-01-31T12:30:05"',
    ],
    ['a format', { format: 'jpg' }, 'format = "jpg"'],
    ['formats', { format: ['jpg', 'webp'] }, 'format IN ["jpg", "webp"]'],
    [
      'dimensions',
      { width: { atLeast: 100, atMost: 200 }, height: { atMost: 0.5 } },
      'width >= 100 AND width <= 200 AND height <= 0.5',
    ],
    [
      'flags',
      { isPrivate: true, isPublished: false, hasTransparency: true },
      'private = true AND published = false AND transparency = true',
    ],
    ['who uploaded it', { createdBy: 'a@b.test' }, 'createdBy = "a@b.test"'],
    ['a folder and those below it', { below: 'sales/' }, 'path : "/sales/"'],
    ['the root and all below it', { below: '/' }, 'path : "/"'],
    [
      'custom metadata',
      {
        customMetadata: {
          brand: 'x y',
          rating: 4.3,
          sold: false,
          color: ['red', 5, true],
          note: { startsWith: 'so' },
          story: { words: 'once upon' },
          price: { atLeast: 1, atMost: 2 },
          day: { atLeast: '2026-01-31', atMost: '1h' },
        },
      },
      '"customMetadata.brand" = "x y" AND "customMetadata.rating" = 4.3 AND "customMetadata.sold" = false AND "customMetadata.color" IN ["red", 5, true] AND "customMetadata.note" : "so" AND "customMetadata.story" HAS "once" AND "customMetadata.story" HAS "upon" AND "customMetadata.price" >= 1 AND "customMetadata.price" <= 2 AND "customMetadata.day" >= "2026-01-31" AND "customMetadata.day" <= "1h"',
    ],
  ];
  for (const [what, criteria, query] of queries) {
    test(`says ${what}`, () => assert.equal(searchQuery(criteria), query));
  }

  test('leaves a query of the caller’s own as it is', () => {
    const raw = '  (size < "1mb" OR name = "a\\"b") AND tags EXISTS ';
    assert.equal(searchQuery(raw), raw);
  });

  const refused: readonly [string, SearchCriteria, string][] = [
    ['a name with a quote', { name: 'a" OR name : "' }, 'name'],
    ['a name with a backslash', { name: 'a\\' }, 'name'],
    ['a name with a line break', { name: ['a', 'b\nc'] }, 'name'],
    ['an empty name', { name: ' ' }, 'name'],
    ['no names', { name: [] }, 'name'],
    ['no tags', { tags: { anyOf: [] } }, 'tags'],
    ['a tag with a quote', { tags: { noneOf: ['"'] } }, 'tags'],
    ['a size without a unit', { size: { atLeast: '5' } }, 'size'],
    ['a size that says more', { size: { atMost: '5mb" OR "' } }, 'size'],
    ['an endless size', { size: { atMost: Number.POSITIVE_INFINITY } }, 'size'],
    ['a width that is no number', { width: { atLeast: Number.NaN } }, 'width'],
    ['a height with an exponent', { height: { atLeast: 1e21 } }, 'height'],
    ['a day without its year', { created: { atLeast: '31.1.' } }, 'createdAt'],
    ['an invalid date', { updated: { atLeast: new Date('never') } }, 'updatedAt'],
    ['a folder that climbs', { below: '/a/../b' }, 'below'],
    ['a folder with a quote', { below: '/a"' }, 'below'],
    ['a field without a name', { customMetadata: { '': 1 } }, 'customMetadata'],
    ['a field whose name says more', { customMetadata: { 'a" OR "b': 1 } }, 'customMetadata'],
    ['no values', { customMetadata: { color: [] } }, 'color'],
    // Without a condition everything would be found, and a search be taken for a list.
    ['words of which nothing remains', { words: ' " \\ ' }, 'words'],
    ['blank words of a name', { name: { words: ' ' } }, 'name'],
    ['blank words of a field', { customMetadata: { a: { words: '"' } } }, '"customMetadata.a"'],
    ['a range without ends', { size: {} }, 'size'],
    ['a range of a field without ends', { customMetadata: { a: {} } }, '"customMetadata.a"'],
    ['tags without a tag', { tags: {} }, 'tags'],
    ['no tags at all', { tags: { allOf: [] } }, 'tags'],
    [
      'a range of texts',
      { customMetadata: { price: { atLeast: 'low' } } },
      '"customMetadata.price"',
    ],
  ];
  for (const [what, criteria, subject] of refused) {
    test(`refuses ${what}`, () => {
      assert.throws(
        () => searchQuery(criteria),
        (error) => {
          assert.ok(isImageKitError(error, 'invalidInput'), String(error));
          assert.equal(error.subject, subject);
          assert.match(error.message, /\.$/);
          return true;
        },
      );
    });
  }
});

/** Texts that try to end a string and to go on. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('"', '\\', '\\"', '" OR name : "', '") OR (size > 0', ' AND ', '],[', '\u2028'),
  fc
    .array(fc.constantFrom('a', '"', '\\', ' ', ')', '(', '[', ']', ',', '\n', 'OR', '=', '7d'))
    .map((parts) => parts.join('')),
);
/** Texts that may be said in a string. */
const harmless = fc.string({
  unit: fc.constantFrom('a', 'Z', '9', ' ', '.', '(', ']', ':', '=', 'ä', '😀'),
});
const anyText = fc.oneof(hostile, harmless);
/** Seldom refused, as one refusal hides what the other members become. */
const someText = fc.oneof(
  { weight: 40, arbitrary: harmless.filter((text) => text.trim() !== '') },
  { weight: 1, arbitrary: hostile },
);
const someTexts = fc.array(someText, { minLength: 1, maxLength: 4 });
const someNumber = fc.oneof({ weight: 9, arbitrary: fc.integer() }, fc.double());

const anyCriteria: fc.Arbitrary<SearchCriteria> = fc.record(
  {
    words: anyText,
    name: fc.oneof(
      someText,
      someTexts,
      fc.record({ startsWith: someText }),
      fc.record({ words: anyText }),
    ),
    tags: fc.record({ anyOf: someTexts, noneOf: someTexts }, { requiredKeys: [] }),
    size: fc.record({ atLeast: fc.oneof({ weight: 9, arbitrary: someNumber }, anyText) }),
    created: fc.record({
      atMost: fc.oneof(
        { weight: 9, arbitrary: fc.date({ min: new Date(0), max: new Date('9999-01-01') }) },
        anyText,
      ),
    }),
    format: someText,
    createdBy: someText,
    below: someText,
    isPrivate: fc.boolean(),
    customMetadata: fc.dictionary(someText, fc.oneof(someText, someNumber, someTexts), {
      maxKeys: 3,
    }),
  },
  { requiredKeys: [] },
);

suite('search query of any text', () => {
  const fieldNames =
    /^(?:name|tags|size|createdAt|format|createdBy|path|private|customMetadata\..+)$/s;

  test('is refused or made of the fields and operators that were meant', () => {
    let built = 0;
    fc.assert(
      fc.property(anyCriteria, (criteria) => {
        const query = buildOrRefuse(criteria);
        if (query === undefined) return;
        built += 1;
        const plain = readSearchQuery(query, 'plain');
        assert.deepEqual(readSearchQuery(query, 'escaped'), plain, 'however strings are read');
        for (const { field } of plain.flat()) assert.match(field, fieldNames);
        assert.equal(plain.length, expectedTerms(criteria));
      }),
      { numRuns: 2000 },
    );
    assert.ok(built > 100, `only ${built} queries were built`);
  });

  test('says a text as it is, whole, as one value', () => {
    fc.assert(
      fc.property(harmless, harmless, (name, tag) => {
        fc.pre(name.trim() !== '' && tag.trim() !== '');
        const criteria = { name, tags: { anyOf: [tag, name] }, customMetadata: { [name]: tag } };
        const expected: Conjunction = [
          comparison('name', '=', name),
          comparison('tags', 'IN', tag, name),
          comparison(`customMetadata.${name}`, '=', tag),
        ];
        assert.deepEqual(readSearchQuery(searchQuery(criteria) ?? '', 'plain'), expected);
      }),
    );
  });

  test('of words says each word, and fails only where there is none', () => {
    fc.assert(
      fc.property(anyText, (words) => {
        const query = buildOrRefuse({ name: { words } });
        const expected = words.split(/["\\\p{Cc}\p{Z}]+/u).filter((word) => word !== '');
        assert.deepEqual(
          query === undefined ? [] : readSearchQuery(query, 'escaped').flat(),
          expected.map((word) => ({ field: 'name', operator: 'HAS', values: [word] })),
        );
      }),
    );
  });
});

function comparison(field: string, operator: string, ...values: string[]): Comparison[] {
  return [{ field, operator, values }];
}

function buildOrRefuse(criteria: SearchCriteria): string | undefined {
  try {
    return searchQuery(criteria);
  } catch (error) {
    assert.ok(isImageKitError(error, 'invalidInput'), String(error));
    return undefined;
  }
}

/** How many conditions these criteria stand for. */
function expectedTerms({ words, name, tags, customMetadata, ...others }: SearchCriteria): number {
  const count = (text: string): number =>
    text.split(/["\\\p{Cc}\p{Z}]+/u).filter((word) => word !== '').length;
  const ofName = typeof name === 'object' && 'words' in name ? count(name.words) : 1;
  return (
    (words === undefined ? 0 : count(words)) +
    (name === undefined ? 0 : ofName) +
    Object.keys(tags ?? {}).length +
    Object.keys(customMetadata ?? {}).length +
    Object.keys(others).length
  );
}
