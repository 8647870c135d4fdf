import assert from 'node:assert/strict';
import { getCompletionContext } from '../../../../src/core/language/completion/completionContext.ts';
import { getCompletions } from '../../../../src/core/language/completion/getCompletions.ts';
import { findImageKitUrlAt } from '../../../../src/core/language/findImageKitUrls.ts';
import { describeUrl } from '../../../../src/core/language/hover.ts';
import { layerPictureAt } from '../../../../src/core/language/layerPicture.ts';
import { getRefactorings } from '../../../../src/core/language/refactorings/getRefactorings.ts';
import { transformationAt } from '../../../../src/core/language/transformationAt.ts';
import { DocumentLinter } from '../../../../src/core/lint/documentLinter.ts';
import { Linter } from '../../../../src/core/lint/linter.ts';
import { applyTextEdits } from '../../../../src/core/text/textEdit.ts';
import { atCursor } from './cursor.ts';
import { ImageKitStringIndex } from '../../../../src/core/language/imageKitStringIndex.ts';

const demo = 'https://ik.imagekit.io/demo';

function findingsOf(text: string, languageId?: string) {
  const traits = languageId === undefined ? {} : { languageId };
  return new DocumentLinter(new ImageKitStringIndex(text, [], traits), new Linter()).findings();
}

suite('a string that code goes on with', () => {
  const unfinished: readonly (readonly [language: string | undefined, text: string])[] = [
    ['javascript', `const a = '${demo}/tr:w-' + w + ',h-200/a.jpg';`],
    ['javascript', `const a = '${demo}/tr:w-300,'\n  + h;`],
    ['javascript', `const a = base + '/tr:w-' + w + ',h-' + h + '/';`],
    ['javascript', `const a = 'tr:w-300,' + h;`],
    ['javascript', `const a = 'tr:w-300,e-' + effect;`],
    ['javascript', `const a = 'tr:f-w' + fmt;`],
    ['javascript', `const a = 'tr:w-iw_mul_' + factor;`],
    ['javascript', `const a = '${demo}/tr:l-text,i-' + encodeURIComponent(t) + ',l-end/a.jpg';`],
    ['javascript', `const a = '${demo}/tr:if-w_gt_' + limit + ',w-3,if-end/a.jpg';`],
    ['javascript', `const a = '${demo}/tr:l-image,' + 'i-logo.png,l-end/a.jpg';`],
    ['javascript', `const a = '${demo}/tr:w-300,c-at_max' + rest;`],
    ['javascript', `const a = '${demo}/tr:l-image,w-300' + input;`],
    ['javascript', `const a = "${demo}/tr:w-".concat(w, ",h-200/a.jpg");`],
    ['javascript', `const a = ['${demo}/tr:w-', w, ',h-200/a.jpg'].join('');`],
    ['javascript', `const a = '${demo}/a.jpg?ik-t=' + expiry + '&ik-s=' + signature;`],
    ['javascript', `const a = '${demo}/film.mp4/ik-master.m3u8' + query;`],
    ['typescript', `imagekit({ raw: 'l-text,i-' + t + ',l-end' });`],
    ['python', `a = "${demo}/tr:w-300," "h-200/a.jpg"`],
    ['python', `a = ("${demo}/tr:w-"\n     f"{w}/a.jpg")`],
    ['php', `$a = "${demo}/tr:w-".$w.",h-2/a.jpg";`],
    ['php', `$a = "${demo}/tr:w-" . $w . ",h-2/a.jpg";`],
    ['perl', `my $a = "${demo}/tr:w-" . $w;`],
    ['vb', `a = "${demo}/tr:w-" & w & "/a.jpg"`],
    ['cpp', `out << "${demo}/tr:w-" << w;`],
    ['lua', `a = "${demo}/tr:w-300,r-" .. r`],
    ['sql', `SELECT '${demo}/tr:w-' || width FROM pictures`],
    ['twig', `{{ '${demo}/tr:w-' ~ width }}`],
    ['elixir', `a = "${demo}/tr:w-" <> width`],
    ['shellscript', `a="${demo}/tr:w-"$width`],
    ['r', `paste0("${demo}/tr:w-", w)`],
    [undefined, `concat("${demo}/tr:w-", w)`],
    [undefined, `a = "${demo}/tr:w-" . $w`],
    [undefined, `a = "${demo}/tr:w-" & w`],
  ];
  for (const [language, text] of unfinished) {
    test(`has no finding about what may come after: ${text}`, () => {
      assert.deepEqual(findingsOf(text, language), []);
    });
  }

  test('is checked up to there', () => {
    const text = `const a = '${demo}/tr:wdth-300,q-500:w-' + w;`;
    assert.deepEqual(
      findingsOf(text).map(({ code, start, end }) => `${code} ${text.slice(start, end)}`),
      ['S01 wdth', 'B10 500'],
    );
  });

  test('keeps its end in every fix', () => {
    const text = `const a = '${demo}/tr:w-300,w-' + w;`;
    const fixes = findingsOf(text).flatMap((finding) => finding.fixes);
    assert.deepEqual(
      fixes.map(({ edits }) => applyTextEdits(text, edits)),
      [`const a = '${demo}/tr:w-300:w-' + w;`],
    );
  });

  const finished: readonly (readonly [language: string | undefined, text: string])[] = [
    ['javascript', `f('tr:w-300,', w)`],
    ['javascript', `const a = c ? 'tr:w-300,' : b;`],
    ['javascript', `'tr:w-300,'.length`],
    ['php', `f("tr:w-300,", $w)`],
    ['javascript', `const a = 'tr:w-300,' || b;`],
    ['markdown', `The chain "tr:w-300,". And more`],
    ['json', `["tr:w-300,", "b"]`],
    ['html', `<a title="tr:w-300," & b>`],
  ];
  for (const [language, text] of finished) {
    test(`is another thing than ${text}`, () => {
      assert.deepEqual(
        findingsOf(text, language).map(({ code }) => code),
        ['S06'],
      );
    });
  }

  test('is nothing that can be loaded, opened or signed', () => {
    const { text, offset } = atCursor(`const a = '${demo}/tr:w-300,h-200/img-|' + name + '.jpg';`);
    const url = findImageKitUrlAt(text, offset, []);
    assert(url);
    assert.deepEqual(url.holes, [{ start: url.end, end: url.end }]);
    assert.equal(describeUrl(url, offset).isComplete, false);
    const titles = getRefactorings({
      text,
      language: 'javascript',
      offset,
      endpoints: [],
      sign: () => assert.fail('it is not signed'),
    }).map(({ title }) => title);
    assert.deepEqual(titles, []);
  });

  test('keeps its last parameter in its place', () => {
    const { text, offset } = atCursor(`const a = '${demo}/tr:h-|200,w-' + w;`);
    const titles = getRefactorings({ text, language: 'javascript', offset, endpoints: [] }).map(
      ({ title }) => title,
    );
    assert.deepEqual(titles, []);
  });

  test('shows no layer whose picture the code decides', () => {
    const { text, offset } = atCursor(`const a = '${demo}/tr:l-image,i-lo|go' + name`);
    const url = findImageKitUrlAt(text, offset, []);
    assert(url);
    assert.equal(layerPictureAt(url, offset), undefined);
  });

  for (const [marked, label, after] of [
    [`'${demo}/tr:w-300,h|' + w`, 'h', `'${demo}/tr:w-300,h-' + w`],
    [`'${demo}/tr:w-300,f-|' + w`, 'webp', `'${demo}/tr:w-300,f-webp' + w`],
    [`'tr:l-text,i-a,|' + rest`, 'co', `'tr:l-text,i-a,co-' + rest`],
  ] as const) {
    test(`is completed up to there: ${marked}`, () => {
      const { text, offset } = atCursor(marked);
      const context = getCompletionContext(text, offset, []);
      const entry = context && getCompletions(context).find((each) => each.label === label);
      assert(entry, `${label} is offered`);
      assert.equal(applyTextEdits(text, [{ ...entry.replace, newText: entry.insertText }]), after);
    });
  }
});

suite('a text of a layer in quotes', () => {
  for (const [text, chain] of [
    ['"tr:l-text,i-Hello World,l-end"', 'l-text,i-Hello World,l-end'],
    [`"tr:l-text,i-It's new,l-end/a.jpg"`, `l-text,i-It's new,l-end`],
    [`'tr:l-text,i-Say "hi",fs-4,l-end'`, `l-text,i-Say "hi",fs-4,l-end`],
    [`imagekit({ raw: "l-text,i-It's new,l-end" })`, `l-text,i-It's new,l-end`],
    ['"tr:l-text,i-a,ff-Open Sans,l-end"', 'l-text,i-a,ff-Open Sans,l-end'],
  ] as const) {
    test(`ends with the string: ${text}`, () => {
      const located = transformationAt(text, text.indexOf('l-end'), []);
      assert.equal(located?.transformation.text, chain);
    });
  }

  test('is told to be encoded in a URL, and nothing else', () => {
    const text = `"${demo}/tr:l-text,i-Hello new World,l-end/a.jpg"`;
    const findings = findingsOf(text);
    assert.deepEqual(
      findings.map(({ code }) => code),
      ['S24', 'S24'],
    );
    assert.equal(
      applyTextEdits(
        text,
        findings.flatMap(({ fixes }) => fixes[0]?.edits ?? []),
      ),
      `"${demo}/tr:l-text,i-Hello%20new%20World,l-end/a.jpg"`,
    );
  });

  test('is left alone where it has an escaped quote', () => {
    assert.deepEqual(findingsOf(String.raw`'${demo}/tr:l-text,i-Don\'t,l-end/a.jpg'`), []);
  });

  for (const text of [
    `srcset="${demo}/a.jpg?tr=w-100 1x, ${demo}/a.jpg?tr=w-200 2x"`,
    'title="tr:w-300 is a width, and l-end no parameter"',
    `(${demo}/tr:w-300/a.jpg "l-text,i-a b")`,
  ]) {
    test(`is none in ${text}`, () => assert.deepEqual(findingsOf(text), []));
  }
});
