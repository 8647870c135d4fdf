import assert from 'node:assert/strict';
import { assert as assertProperty, constantFrom, array, property } from 'fast-check';
import {
  findImageKitUrlAt,
  findImageKitUrls,
  findUnfinishedImageKitUrlAt,
} from '../../../../src/core/language/findImageKitUrls.ts';
import { isUrlOf } from '../../../../src/core/language/accountContent.ts';
import { addressOf } from '../../../../src/core/url/addressOf.ts';
import { previewUrl } from '../../../../src/core/url/previewUrl.ts';
import { atCursor } from './cursor.ts';
import { assertLinear } from '../../support/assertLinear.ts';

const found = (text: string, endpoints: readonly string[] = []): readonly string[] =>
  findImageKitUrls(text, endpoints).map((url) => url.text);

const url = 'https://ik.imagekit.io/demo/tr:w-300,h-200:rt-90/a.jpg';
const query = 'https://ik.imagekit.io/demo/a.jpg?tr=w-300%2Ch-200&v=2';

suite('finding ImageKit URLs', () => {
  const hosts: Readonly<Record<string, string>> = {
    'HTML attribute': `<img alt="x" src="${url}" width=3>`,
    'HTML attribute without quotes': `<img src=${url}>`,
    'HTML style attribute': `<p style="background: url(&quot;${url}&quot;)">`,
    'HTML text': `<a href='#'>${url}</a>`,
    CSS: `a { background: url(${url}) no-repeat }`,
    'CSS in one line': `a{background:url(${url})}`,
    'quoted CSS': `a { background: url("${url}") }`,
    'Markdown image': `![A cat](${url} "a title")`,
    'Markdown link in brackets': `[![A cat](${url})](https://example.com)`,
    'Markdown autolink': `<${url}>`,
    'Markdown reference': `[cat]: ${url}`,
    'Markdown code': `\`${url}\``,
    'Markdown bold': `**${url}**`,
    'Markdown table': `| cat |${url}| dog |`,
    JSX: `<img src={'${url}'} />`,
    'JSX template': `<Image src={\`${url}\`} />`,
    JSON: `{"url":"${url}"}`,
    YAML: `url: ${url}\nother: 1`,
    '.env': `IMAGE_URL=${url}\n`,
    Python: `url = f'${url}'`,
    'Python docstring': `"""${url}"""`,
    PHP: `<?php echo '${url}'; ?>`,
    Ruby: `url = %q(${url})`,
    Go: `const url = \`${url}\``,
    'JavaScript string with an escape behind it': `log("${url}\\n")`,
    'two arguments without a space': `f("${url}","b")`,
    'prose that ends': `See ${url}.`,
    'prose in brackets': `It is there (${url}).`,
    'prose with a question': `Is it ${url}?!`,
    'prose with curly quotes': `It is “${url}”, they say`,
    'Chinese prose': `请看${url}。谢谢`,
    'beside a bidirectional mark': `${url}\u202C end`,
    'beside a lone surrogate': `\uD83D ${url} \uDE00`,
  };
  for (const [host, text] of Object.entries(hosts)) {
    test(`in ${host}`, () => assert.deepEqual(found(text), [url]));
  }

  test('without a scheme, with the address that is asked for', () => {
    const relative = '//ik.imagekit.io/demo/tr:w-300/a.jpg';
    for (const text of [`<img src="${relative}">`, `url(${relative})`, relative]) {
      const [one, ...others] = findImageKitUrls(text, []);
      assert.deepEqual(others, []);
      assert.equal(one?.text, relative);
      assert.equal(one.endpoint.text, '//ik.imagekit.io/demo');
      assert.equal(one.transformation?.text, 'w-300');
      assert.equal(addressOf(one), `https:${relative}`);
      assert.equal(previewUrl(one), `https:${relative}`);
      assert(isUrlOf({ urlEndpoints: ['https://ik.imagekit.io/demo'] }, one));
    }
    const [deeper] = findImageKitUrls(`"${relative}"`, ['https://ik.imagekit.io/demo/tr:w-300/']);
    assert.equal(deeper?.endpoint.text, '//ik.imagekit.io/demo/tr:w-300');
    assert.deepEqual(found(`ftp:${relative} a${relative}`), []);
  });

  test('by the holes of the language', () => {
    const holes = (text: string, languageId: string): readonly number[] =>
      findImageKitUrls(text, [], { languageId }).map((each) => each.holes.length);
    const price = '"https://ik.imagekit.io/demo/a$price.jpg"';
    assert.deepEqual(holes(price, 'php'), [1]);
    assert.deepEqual(holes(price, 'html'), [0]);
    assert.deepEqual(holes(`'${url}' + b`, 'javascript'), [1]);
    assert.deepEqual(holes(`'${url}', b`, 'javascript'), [0]);
  });

  test('in srcset, with the commas of the transformation', () => {
    assert.deepEqual(found(`<img srcset="${url} 1x,${query} 2x, ${url}, https://b.com/c 3x">`), [
      url,
      query,
      url,
    ]);
  });

  const holes: readonly string[] = [
    'https://ik.imagekit.io/${id}/tr:w-${a ? "1" : `2`}/${path("x y")}.jpg',
    'https://ik.imagekit.io/{{ id }}/a.jpg?tr=w-{{ width | round }}',
    'https://ik.imagekit.io/demo/tr:w-<?= $w ?>/a.jpg',
    'https://ik.imagekit.io/demo/tr:w-%s/%s.jpg',
    'https://ik.imagekit.io/demo/tr:w-#{w}/a.jpg',
    'https://ik.imagekit.io/demo/tr:w-{w},h-{h}/a.jpg',
    'https://ik.imagekit.io/demo/a(1)[2].jpg',
  ];
  for (const text of holes) {
    test(`whole: ${text}`, () => assert.deepEqual(found(`x = '${text}'`), [text]));
  }

  test('with the offsets of the document', () => {
    const document = `first ${url}\nthen "${query}" and ${url}`;
    for (const each of findImageKitUrls(document, [])) {
      for (const slice of [each, each.endpoint, each.assetPath, each.transformation]) {
        assert.equal(slice && document.slice(slice.start, slice.end), slice?.text);
      }
    }
    assert.equal(found(document).length, 3);
  });

  test('under the endpoints of accounts, on any host and port', () => {
    const endpoints = ['http://127.0.0.1:7480/demo', 'https://images.example.com'];
    const local = 'http://127.0.0.1:7480/demo/a.jpg';
    const custom = 'https://IMAGES.example.com/a/b.jpg';
    assert.deepEqual(found(`${local} ${custom} http://127.0.0.1:7480/other/a.jpg`, endpoints), [
      local,
      custom,
    ]);
    assert.deepEqual(found(`${local} ${custom}`), []);
  });

  test('inside of another URL', () => {
    assert.deepEqual(found(`"https://example.com/?url=${url}"`), [url]);
  });

  for (const text of [
    'https://example.com/ik.imagekit.io/demo/a.jpg',
    'https://notimagekit.io/demo/a.jpg',
    'ftp://ik.imagekit.io/demo/a.jpg',
    'ik.imagekit.io/demo/a.jpg',
    'https://ik.imagekit.io',
    'https://ik.imagekit.io.evil.com/demo/a.jpg',
    'https://imagekit.io/docs/transformations',
    '://',
    '',
  ]) {
    test(`none in ${text || 'nothing'}`, () => assert.deepEqual(found(text), []));
  }

  test('ends for every text, and finds only what is there', () => {
    const piece = constantFrom(
      url,
      query,
      ' ',
      '"',
      '(',
      ')',
      '{',
      '}',
      '${',
      '.',
      'https://',
      '&',
    );
    assertProperty(
      property(array(piece), (pieces) => {
        const text = pieces.join('');
        for (const each of findImageKitUrls(text, [])) {
          assert.equal(text.slice(each.start, each.end), each.text);
        }
      }),
    );
  });

  for (const [what, before, piece, behind] of [
    ['brackets', 'https://ik.imagekit.io/demo/', '(', ''],
    ['open holes', 'https://ik.imagekit.io/demo/', '{', ''],
    ['full stops', 'https://ik.imagekit.io/demo/', '.', 'a'],
    ['schemes', '', 'https://', ''],
    ['URLs', '', `${url} `, ''],
  ] as const) {
    test(`is linear in ${what}`, () => {
      assertLinear(piece, 400_000, (text) => found(before + text + behind));
    });
  }
});

suite('finding the URL at a cursor', () => {
  const at = (marked: string): string | undefined => {
    const { text, offset } = atCursor(marked);
    return findImageKitUrlAt(text, offset, [])?.text;
  };

  const cursors: Readonly<Record<string, string | undefined>> = {
    [`"|${url}"`]: url,
    [`"${url}|"`]: url,
    [`"${url.replace('tr:', 't|r:')}" and ${query}`]: url,
    [`"${url}" and ${query.replace('?', '|?')}`]: query,
    [`| "${url}"`]: undefined,
    [`"${url}" |`]: undefined,
    [`See ${url}.|`]: undefined,
  };
  for (const [marked, expected] of Object.entries(cursors)) {
    test(marked, () => assert.equal(at(marked), expected));
  }

  test('keeps offsets of the document far behind its beginning', () => {
    const { text, offset } = atCursor(`${'x '.repeat(50_000)}"${url.replace('a.jpg', 'a|.jpg')}"`);
    const result = findImageKitUrlAt(text, offset, []);
    assert.equal(result?.text, url);
    assert.equal(text.slice(result.start, result.end), url);
  });

  test('looks no further than 20,000 characters', () => {
    const { text, offset } = atCursor(`https://ik.imagekit.io/demo/${'a'.repeat(21_000)}|`);
    assert.equal(findImageKitUrlAt(text, offset, []), undefined);
  });

  test('while it is typed, the punctuation at its end belongs to it', () => {
    const { text, offset } = atCursor('"https://ik.imagekit.io/demo/a.jpg?tr=w-300,|"');
    const unfinished = findUnfinishedImageKitUrlAt(text, offset, []);
    assert.equal(unfinished?.transformation?.text, 'w-300,');
    assert.equal(findImageKitUrls(text, [])[0]?.transformation?.text, 'w-300');
  });
});
