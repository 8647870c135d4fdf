import assert from 'node:assert/strict';
import { holeEnd } from '../../../../src/core/text/holeEnd.ts';
import { stringSyntaxOf } from '../../../../src/core/text/stringSyntax.ts';

const anyLanguage = stringSyntaxOf(undefined);

suite('interpolation hole', () => {
  const holes: readonly string[] = [
    '${width}',
    '${ { a: { b: 1 } }.a }',
    '${wide ? "}" : 1}',
    "#{sizes['{']}",
    '${it’s}',
    "${that's}",
    '\\(text(")"))',
    '{width}',
    '{{ width | round }}',
    '#{width}',
    '{:d}',
    '{0}',
    '%s',
    '%d',
    '%i',
    '%u',
    '%v',
    '%@',
    '%2$s',
    '%1$d',
    '%10$s',
    '%.2f',
    '%5.2f',
    '%-10s',
    '%02d',
    '%ld',
    '%(width)s',
    '%(width)05.1f',
    '%{width}',
    '%<width>d',
    '%WIDTH%',
    '%width%',
    '%BASE_URL%',
    '<?= $width ?>',
    '<?php echo "a > b" ?>',
    '<%= width %>',
    '$width',
    '$_GET2',
    '$(width)',
    '\\(width)',
    '\\(size(of: (1, 2)).w)',
    '{}',
  ];
  for (const hole of holes) {
    test(`ends behind ${hole}`, () => {
      assert.equal(holeEnd(hole, 0, anyLanguage), hole.length);
      assert.equal(holeEnd(`w-${hole},h-1`, 2, anyLanguage), 2 + hole.length);
    });
  }

  for (const text of [
    '',
    'a',
    '%20',
    '%2C',
    '%20dog',
    '%20.5x',
    '%25sale',
    '%5d',
    '%d0%9f',
    '%DF',
    '%DEAD%20',
    '%',
    '$5',
    '$',
    '\\n',
    '\\(a',
    '#',
    '#fff',
    '<',
    '<b>',
    '}',
    '{',
    '${a',
    '@name',
  ]) {
    test(`does not begin at ${text || 'the end'}`, () =>
      assert.equal(holeEnd(text, 0, anyLanguage), undefined));
  }

  test('<width> is one where a value is, and no tag behind a URL', () => {
    assert.equal(holeEnd('w-<width>,h-1', 2, anyLanguage), 9);
    assert.equal(holeEnd('b-5_<colour>/a.jpg', 4, anyLanguage), 12);
    for (const text of ['w-3<br>,', '.jpg?tr=w-<br>', 'a-<b> c', '</a>,', 'w-<1>,']) {
      assert.equal(holeEnd(text, text.indexOf('<'), anyLanguage), undefined, text);
    }
  });

  test('has an end within 500 characters, or is none', () => {
    assert.equal(holeEnd(`{${'a'.repeat(400)}}`, 0, anyLanguage), 402);
    assert.equal(holeEnd(`{${'a'.repeat(600)}}`, 0, anyLanguage), undefined);
    assert.equal(holeEnd(`<?${'a'.repeat(600)}?>`, 0, anyLanguage), undefined);
  });

  const byLanguage: readonly (readonly [
    hole: string,
    filledIn: readonly string[],
    literal: readonly string[],
  ])[] = [
    [
      '$name',
      ['php', 'kotlin', 'groovy', 'dart', 'perl', 'shellscript', 'powershell', 'plaintext'],
      ['html', 'markdown', 'css', 'json', 'javascript', 'typescriptreact', 'go', 'python', 'razor'],
    ],
    ['\\(name)', ['swift', 'plaintext'], ['javascript', 'markdown', 'json', 'php']],
    ['@name', ['razor', 'aspnetcorerazor'], ['html', 'csharp', 'plaintext']],
    ['@Model.Sizes[0].Width(2)', ['razor'], ['html']],
    ['@(a + (b))', ['razor'], ['html']],
    ['${name}', ['html', 'javascript', 'php', 'markdown', 'json'], []],
  ];
  for (const [hole, filledIn, literal] of byLanguage) {
    test(`${hole} is one where the language fills it in`, () => {
      for (const language of filledIn) {
        assert.equal(holeEnd(hole, 0, stringSyntaxOf(language)), hole.length, language);
      }
      for (const language of literal) {
        assert.equal(holeEnd(hole, 0, stringSyntaxOf(language)), undefined, language);
      }
    });
  }

  test("an at sign behind another is ImageKit's slash, not Razor's", () => {
    assert.equal(holeEnd('a@@b', 2, stringSyntaxOf('razor')), undefined);
  });
});
