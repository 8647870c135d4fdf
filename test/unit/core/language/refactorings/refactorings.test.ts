import assert from 'node:assert/strict';
import { runInNewContext } from 'node:vm';
import { buildSrc as sdkBuildSrc } from '@imagekit/javascript';
import { array, assert as assertProperty, constantFrom, nat, property } from 'fast-check';
import { applyTextEdits } from '../../../../../src/core/text/textEdit.ts';
import { getRefactorings } from '../../../../../src/core/language/refactorings/getRefactorings.ts';
import type { Refactoring } from '../../../../../src/core/language/refactorings/refactoring.ts';
import { signUrl } from '../../../../../src/core/url/signUrl.ts';
import { atCursor } from '../cursor.ts';

const base = 'https://ik.imagekit.io/demo';

function sign(address: string): string {
  return signUrl(address, { privateKey: 'private_test', urlEndpoint: base });
}

const named = [
  { name: 'card', transformation: 'tr:w-400,h-300' },
  { name: 'turned', transformation: 'w-400,h-300:rt-90' },
  { name: 'grey', transformation: 'e-grayscale' },
  { name: 'empty', transformation: '' },
];

function refactoringsAt(marked: string, language = 'javascript'): readonly Refactoring[] {
  return getRefactorings({ ...atCursor(marked), language, endpoints: [base], sign, named });
}

function apply(marked: string, title: string, language?: string): string {
  const found = refactoringsAt(marked, language);
  const refactoring = found.find((each) => each.title === title);
  assert(refactoring, `${title} among ${found.map((each) => each.title).join(', ') || 'nothing'}`);
  return applyTextEdits(atCursor(marked).text, refactoring.edits);
}

const move = {
  toQuery: 'Move the transformation to the query',
  toPath: 'Move the transformation to the path',
};
const sort = 'Sort the parameters of this step';
const join = 'Join this step with the one before';
const encode = 'Encode the text as base64';
const decode = 'Write the text without base64';
const replaceBy = (name: string): string => `Replace by the named transformation ${name}`;
const unsign = 'Remove the signature';
const extract = 'Extract to options of buildSrc';

suite('refactorings', () => {
  const edits: readonly (readonly [before: string, title: string, after: string])[] = [
    [`"${base}/tr:w-3|00/a.jpg"`, move.toQuery, `"${base}/a.jpg?tr=w-300"`],
    [`"${base}/tr:w-300/a.jpg?v=1|"`, move.toQuery, `"${base}/a.jpg?v=1&tr=w-300"`],
    [`"${base}/a.jpg?tr=w-300|&v=1"`, move.toPath, `"${base}/tr:w-300/a.jpg?v=1"`],
    [`"|${base}/a.jpg?v=1&amp;tr=w-300"`, move.toPath, `"${base}/tr:w-300/a.jpg?v=1"`],
    // Paths that code puts behind an endpoint
    ["f('/tr:w-3|00/a.jpg')", move.toQuery, "f('/a.jpg?tr=w-300')"],
    ["f('/a.jpg?v=1&tr=w-3|00')", move.toPath, "f('/tr:w-300/a.jpg?v=1')"],
    ['`/tr:w-${w|}/${id}.jpg`', move.toQuery, '`/${id}.jpg?tr=w-${w}`'],
    // Order and steps
    ["'tr:q-5,f-webp,h|-2,w-1'", sort, "'tr:w-1,h-2,f-webp,q-5'"],
    ["'tr:rt-90:h-2|,w-1'", sort, "'tr:rt-90:w-1,h-2'"],
    ["'tr:h-2%2Cw|-1'", sort, "'tr:w-1%2Ch-2'"],
    ["'tr:l-text,fs-4,i-a|,w-9,l-end'", sort, "'tr:l-text,i-a,w-9,fs-4,l-end'"],
    ["'tr:h-${h},w|-${w}'", sort, "'tr:w-${w},h-${h}'"],
    ["'tr:h-2,l-text,i-a,l-end,w-1|'", sort, "'tr:w-1,l-text,i-a,l-end,h-2'"],
    ["'tr:w-1,rt|-90'", 'Begin a new step with rt', "'tr:w-1:rt-90'"],
    ["'tr:w-1%2Crt|-90'", 'Begin a new step with rt', "'tr:w-1%3Art-90'"],
    ["'tr:w-1,l-te|xt,i-a,l-end'", 'Begin a new step with this layer', "'tr:w-1:l-text,i-a,l-end'"],
    ["'tr:w-1:r|t-90'", join, "'tr:w-1,rt-90'"],
    ["'tr:w-1%3Art|-90'", join, "'tr:w-1%2Crt-90'"],
    ["'tr:l-image,i-a.png,w-1:rt|-9,l-end'", join, "'tr:l-image,i-a.png,w-1,rt-9,l-end'"],
    // Names of the account
    [`"${base}/tr:h-300|,w-400/a.jpg"`, replaceBy('card'), `"${base}/tr:n-card/a.jpg"`],
    [`"${base}/a.jpg?tr=w-400%2Ch-300|"`, replaceBy('card'), `"${base}/a.jpg?tr=n-card"`],
    ["'tr:w-400,h-300:rt|-90'", replaceBy('turned'), "'tr:n-turned'"],
    ["'tr:w-400,h-3|00:rt-90'", replaceBy('card'), "'tr:n-card:rt-90'"],
    ["'tr:w-1:e-gray|scale'", replaceBy('grey'), "'tr:w-1:n-grey'"],
    // Text of layers
    ["'tr:l-text,i-H|ello,l-end'", encode, "'tr:l-text,ie-SGVsbG8%3D,l-end'"],
    ["'tr:l-text,i-m%C3%BC|de,l-end'", encode, "'tr:l-text,ie-bcO8ZGU%3D,l-end'"],
    ["'tr:l-text,ie-SGVs|bG8%3D,l-end'", decode, "'tr:l-text,i-Hello,l-end'"],
    ["'tr:l-text,ie-YSBi|,l-end'", decode, "'tr:l-text,i-a%20b,l-end'"],
    // Signatures
    [`"${base}/a|.jpg?ik-t=9&ik-s=abc&v=1"`, unsign, `"${base}/a.jpg?v=1"`],
    [`"${base}/a|.jpg?tr=w-1&amp;ik-s=abc"`, unsign, `"${base}/a.jpg?tr=w-1"`],
    [`"${base}/tr:w-1/a|.jpg"`, 'Sign this URL', `"${sign(`${base}/tr:w-1/a.jpg`)}"`],
    [
      `"${base}/a|.jpg?v=1&amp;x=2"`,
      'Sign this URL',
      `"${sign(`${base}/a.jpg?v=1&x=2`).replaceAll('&', '&amp;')}"`,
    ],
    // Code
    [
      `import { buildSrc } from 'x';\nconst a = '${base}/tr:w-300,f-web|p/a.jpg';`,
      extract,
      `import { buildSrc } from 'x';\nconst a = buildSrc({\n  urlEndpoint: '${base}',\n  src: '/a.jpg',\n  transformation: [{ width: 300, format: 'webp' }],\n  transformationPosition: 'path',\n});`,
    ],
    [
      `'use client';\n  f("${base}/a.jpg?tr=w-1:l-text,i-a,l-end&v=1|")`,
      extract,
      `'use client';\nimport { buildSrc } from '@imagekit/javascript';\n  f(buildSrc({\n    urlEndpoint: "${base}",\n    src: "/a.jpg",\n    queryParameters: { v: "1" },\n    transformation: [{ width: 1 }, { overlay: { type: "text", text: "a" } }],\n  }))`,
    ],
    [
      `buildSrc;'${base}/a.jpg?tr=w-1%2Ce-grayscale%3Ae-sharpen-5|'`,
      extract,
      `buildSrc;buildSrc({\n  urlEndpoint: '${base}',\n  src: '/a.jpg',\n  transformation: [{ width: 1, grayscale: true }, { sharpen: 5 }],\n})`,
    ],
  ];
  for (const [before, title, after] of edits) {
    test(`${before}: ${title}`, () => assert.equal(apply(before, title), after));
  }

  test('an attribute of JSX becomes an expression', () => {
    assert.equal(
      apply(`buildSrc;<img src="${base}/a.jp|g" />`, extract, 'javascriptreact'),
      `buildSrc;<img src={buildSrc({\n  urlEndpoint: "${base}",\n  src: "/a.jpg",\n})} />`,
    );
  });

  test('an assignment in a file with JSX does not', () => {
    assert.equal(
      apply(`buildSrc;const a='${base}/a.jp|g'`, extract, 'javascriptreact'),
      `buildSrc;const a=buildSrc({\n  urlEndpoint: '${base}',\n  src: '/a.jpg',\n})`,
    );
  });

  const call = (rest: string, indentation = ''): string =>
    `buildSrc({\n${indentation}  urlEndpoint: '${base}',\n${rest
      .split('\n')
      .map((line) => `${indentation}  ${line}\n`)
      .join('')}${indentation}})`;
  const imported = "import { buildSrc } from '@imagekit/javascript';";
  const places: readonly (readonly [language: string, before: string, after: string])[] = [
    // What a template fills in
    [
      'typescript',
      `buildSrc;\`${base}/tr:w-\${width},h-\${height * 2}/|\${id}.jpg\``,
      `buildSrc;${call("src: `/${id}.jpg`,\ntransformation: [{ width: width, height: `${height * 2}` }],\ntransformationPosition: 'path',")}`,
    ],
    [
      'javascript',
      `buildSrc;\`${base}/a.jpg?tr=l-text,i-\${na|me},l-end&v=\${v}\``,
      `buildSrc;${call("src: '/a.jpg',\nqueryParameters: { v: v },\ntransformation: [{ raw: `l-text,i-${name},l-end` }],")}`,
    ],
    [
      'javascript',
      `buildSrc;\`${base}/a.jpg?tr=\${key}-3|,h-\${h}\``,
      `buildSrc;${call("src: '/a.jpg',\ntransformation: [{ raw: `${key}-3,h-${h}` }],")}`,
    ],
    [
      'svelte',
      `<script lang="ts">\n</script>\n<img src='${base}/tr:w-{width}/|a.jpg' alt="">`,
      `<script lang="ts">\n  ${imported}\n</script>\n<img src={${call("src: '/a.jpg',\ntransformation: [{ width: width }],\ntransformationPosition: 'path',")}} alt="">`,
    ],
    [
      'svelte',
      `<img src={'${base}/|a.jpg'}>`,
      `<script>\n  ${imported}\n</script>\n\n<img src={${call("src: '/a.jpg',")}}>`,
    ],
    [
      'vue',
      `<script setup>\n</script>\n<template>\n  <img src="${base}/|a.jpg" />\n</template>`,
      `<script setup>\n${imported}\n</script>\n<template>\n  <img :src="${call("src: '/a.jpg',", '  ')}" />\n</template>`,
    ],
    [
      'vue',
      `<script setup>buildSrc</script><a :href="\`${base}/|\${id}.jpg\`">`,
      `<script setup>buildSrc</script><a :href="${call('src: `/${id}.jpg`,')}">`,
    ],
    [
      'vue',
      `<script>\nconst a = '${base}/|a.jpg';\n</script>`,
      `<script>\n${imported}\nconst a = ${call("src: '/a.jpg',")};\n</script>`,
    ],
    // Layers
    ...(
      [
        [
          'w-9,l-image,i-a@@b.png,w-5,lx-10,ly-0,lfo-left,l-end',
          "{\n  width: 9,\n  overlay: {\n    type: 'image',\n    input: 'a/b.png',\n    position: { x: 10, y: '0', focus: 'left' },\n    transformation: [{ width: 5 }],\n  },\n}",
        ],
        [
          'l-text,ie-w7w%3D,fs-9,l-end',
          "{\n  overlay: {\n    type: 'text',\n    text: 'ü',\n    transformation: [{ fontSize: 9 }],\n  },\n}",
        ],
        [
          'l-image,i-ik_canvas,bg-red,w-9,l-end',
          "{\n  overlay: {\n    type: 'solidColor',\n    color: 'red',\n    transformation: [{ width: 9 }],\n  },\n}",
        ],
        [
          'l-text,i-50%25,l-end',
          "{\n  overlay: { type: 'text', text: '50%', encoding: 'plain' },\n}",
        ],
        [
          'l-image,i-a,l-text,i-b,l-end,l-end',
          "{\n  overlay: {\n    type: 'image',\n    input: 'a',\n    transformation: [{ overlay: { type: 'text', text: 'b' } }],\n  },\n}",
        ],
        ['l-image,i-a,l-end,l-image,i-b,l-end', "{ raw: 'l-image,i-a,l-end,l-image,i-b,l-end' }"],
        ['if-w_gt_1,w-1,if-end', "{ raw: 'if-w_gt_1,w-1,if-end' }"],
      ] as const
    ).map(
      ([chain, printed]) =>
        [
          'typescript',
          `buildSrc;'${base}/a.jpg?tr=${chain}|'`,
          `buildSrc;${call(`src: '/a.jpg',\ntransformation: LIST,`).replace('LIST', () => (printed.includes('\n') || printed.length > 58 ? `[\n    ${printed.replaceAll('\n', '\n    ')},\n  ]` : `[${printed}]`))}`,
        ] as const,
    ),
  ];
  for (const [language, before, after] of places) {
    test(`${language}: ${before}`, () => assert.equal(apply(before, extract, language), after));
  }

  for (const path of [
    '/tr:w-${width},h-${width * 2},fo-auto/${id}.jpg',
    '/a-${id}.jpg?tr=w-${width}:l-image,i-brand@@logo.png,w-0.5,lx-${width},l-end&v=${id}',
    '/a.jpg?tr=l-text,i-${id},fs-20,l-end',
    '/a.jpg?tr=e-shadow-bl-${width},f-${format}',
    '/tr:${key}-${width}/a.jpg',
  ]) {
    test(`ImageKit's own SDK gives the URL of ${path} again`, () => {
      const template = `\`${base}${path}\``;
      const code = apply(`buildSrc;${template.replace('a', 'a|')}`, extract, 'typescript');
      const values = { width: 30, id: 'b7', format: 'webp', key: 'h', buildSrc: sdkBuildSrc };
      const [extracted, original] = [code, template].map((each) =>
        String(runInNewContext(each, values)),
      );
      const [one, other] = [extracted, original].map((url) => {
        const { pathname, searchParams } = new URL(url ?? '');
        const chain = searchParams.get('tr') ?? '';
        searchParams.delete('tr');
        // In a layer the order of parameters means nothing.
        return { pathname, query: searchParams.toString(), chain: chain.split(',').toSorted() };
      });
      assert.deepEqual(one, other);
    });
  }

  const refused: readonly (readonly [marked: string, title: string, language?: string])[] = [
    [`"${base}/tr:w-1/a|.jpg?ik-s=abc"`, move.toQuery],
    [`"${base}/tr:w-1/a|.jpg?tr=h-2"`, move.toQuery],
    [`"${base}/a|.jpg"`, move.toPath],
    ["'tr:w-|1'", move.toQuery],
    ["'/tr:w-|1/a' + b", move.toQuery],
    ["'/tr:w-|1'", move.toQuery],
    [`"${base}/tr:w-|1/"`, move.toQuery],
    [`"${base}?tr=w-|1"`, move.toPath],
    ['see /tr:w-|1,h-2/a.jpg here', move.toQuery],
    [`"${base}/a|.jpg?ik-s=abc"`, 'Sign this URL'],
    [`\`${base}/\${id}/a|.jpg\``, 'Sign this URL'],
    [`"https://ik.imagekit.io/other/a|.jpg"`, 'Sign this URL'],
    ["'tr:w-1,h|-2'", sort],
    ["'tr:w-400|'", replaceBy('card')],
    ["'tr:rt-90:w-400,h-3|00'", replaceBy('turned')],
    ["'tr:|'", replaceBy('empty')],
    ["'tr:l-image,i-a.png,e-gray|scale,l-end'", replaceBy('grey')],
    ["'tr:h-2,w-1,h|-3'", sort],
    ["'tr:h-2,unknown-1,w|-3'", sort],
    ["'tr:h-2,n-a,w|-3'", sort],
    ["'tr:w|-1,h-2'", 'Begin a new step with w'],
    ["'tr:if-w_gt_1,w-1,h|-2,if-end'", 'Begin a new step with h'],
    ["'tr:w-1:w|-2'", join],
    ["'tr:w|-1:h-2'", join],
    ["'tr:w-1:if|-w_gt_1,h-1,if-end'", join],
    ["'tr:l-image,i-a|.png,l-end'", encode],
    ["'tr:l-text,i-${na|me},l-end'", encode],
    ["'tr:l-text,ie-YSxi|,l-end'", decode],
    [`"${base}/a.jp|g"`, extract, 'html'],
    [`<img src="${base}/a.jp|g">`, extract, 'javascript'],
    [`'${base}/a|.jpg' + suffix`, extract],
    [`\`${base}/%s/a|.jpg\``, extract],
    [`\`${base}/a|.jpg?\${name}=1\``, extract],
    [`<p>"${base}/a|.jpg"</p>`, extract, 'vue'],
    [`<a :href="${base}/a|.jpg">`, extract, 'vue'],
    [`<p>'${base}/a|.jpg'</p>`, extract, 'svelte'],
    // The markup of a component does not see what a script like this imports.
    [`<img src="${base}/a|.jpg"><script>export default {}</script>`, extract, 'vue'],
    [`"see ${base}/a.jp|g"`, extract],
    [`"${base}/a.jp|g?ik-s=abc"`, extract],
    ['"https://example.com/a|.jpg"', move.toPath],
  ];
  for (const [marked, title, language] of refused) {
    test(`${marked} has no ${title}`, () => {
      const titles = refactoringsAt(marked, language).map((each) => each.title);
      assert(!titles.includes(title));
    });
  }

  test('edits lie in the text and do not overlap, whatever the text is', () => {
    const piece = constantFrom(
      ...`"|'tr:|/|w-1|h-2|,|:|i-a|l-text|l-end|if-w_gt_1|if-end|%2C|%3A|\${a}|?tr=|&|ik-s=1|${base}|a.jpg`.split(
        '|',
      ),
    );
    assertProperty(
      property(array(piece), nat(), (pieces, at) => {
        const text = pieces.join('');
        const offset = at % (text.length + 1);
        const request = { text, language: 'javascript', offset, endpoints: [base], sign };
        for (const { edits: made } of getRefactorings(request)) {
          let end = 0;
          for (const edit of made.toSorted((a, b) => a.start - b.start)) {
            assert(end <= edit.start && edit.start <= edit.end && edit.end <= text.length);
            end = edit.end;
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});
