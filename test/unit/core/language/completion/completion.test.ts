import assert from 'node:assert/strict';
import { assert as assertProperty, constantFrom, array, nat, property } from 'fast-check';
import { getCompletionContext } from '../../../../../src/core/language/completion/completionContext.ts';
import type { CompletionEntry } from '../../../../../src/core/language/completion/completionEntry.ts';
import {
  getCompletionDocumentation,
  getCompletions,
} from '../../../../../src/core/language/completion/getCompletions.ts';
import { atCursor } from '../cursor.ts';

const endpoints = ['http://127.0.0.1:7480/demo'];

function entriesAt(marked: string): readonly CompletionEntry[] {
  const { text, offset } = atCursor(marked);
  const context = getCompletionContext(text, offset, endpoints);
  return context ? getCompletions(context) : [];
}

/** Labels in the order in which an editor lists them before anything is typed. */
function labelsAt(marked: string): readonly string[] {
  return entriesAt(marked)
    .toSorted((a, b) => (a.sortText < b.sortText ? -1 : 1))
    .map(({ label }) => label);
}

/** The text after an entry was taken; tab stops of snippets become their text. */
function accept(marked: string, label: string): string {
  const entry = entriesAt(marked).find((each) => each.label === label);
  assert(entry, `${label} is offered at ${marked}`);
  const { text } = atCursor(marked);
  const inserted = entry.isSnippet
    ? entry.insertText.replaceAll(/\$\{\d+\|([^,]*)[^}]*\}|\$\{\d+:([^}]*)\}/g, '$1$2')
    : entry.insertText;
  return text.slice(0, entry.replace.start) + inserted + text.slice(entry.replace.end);
}

const base = 'https://ik.imagekit.io/demo';

suite('completion', () => {
  const edits: readonly (readonly [before: string, label: string, after: string])[] = [
    // Names, in every place that a transformation has
    [`"${base}/tr:|"`, 'w', `"${base}/tr:w-"`],
    [`"${base}/tr:|/a.jpg"`, 'w', `"${base}/tr:w-/a.jpg"`],
    [`"${base}/tr:w-300,|/a.jpg"`, 'h', `"${base}/tr:w-300,h-/a.jpg"`],
    [`"${base}/tr:w-300,he|/a.jpg"`, 'h', `"${base}/tr:w-300,h-/a.jpg"`],
    [`"${base}/tr:w-300:|/a.jpg"`, 'rt', `"${base}/tr:w-300:rt-/a.jpg"`],
    [`"${base}/tr:|,w-300/a.jpg"`, 'h', `"${base}/tr:h-,w-300/a.jpg"`],
    [`"${base}/a.jpg?tr=|"`, 'w', `"${base}/a.jpg?tr=w-"`],
    [`"${base}/a.jpg?v=1&tr=w-3,|&x=2"`, 'h', `"${base}/a.jpg?v=1&tr=w-3,h-&x=2"`],
    [`"${base}/a.jpg?tr=w-3%2C|%3Art-90"`, 'h', `"${base}/a.jpg?tr=w-3%2Ch-%3Art-90"`],
    ['"http://127.0.0.1:7480/demo/tr:|/a.jpg"', 'q', '"http://127.0.0.1:7480/demo/tr:q-/a.jpg"'],
    [`url(${base}/tr:|)`, 'w', `url(${base}/tr:w-)`],
    [`![a](${base}/a.jpg?tr=w-3,|)`, 'h', `![a](${base}/a.jpg?tr=w-3,h-)`],
    ["'tr:|'", 'w', "'tr:w-'"],
    ["'/tr:w-3,|/a.jpg'", 'h', "'/tr:w-3,h-/a.jpg'"],
    ['`${base}/tr:w-${w},|/a.jpg`', 'h', '`${base}/tr:w-${w},h-/a.jpg`'],
    ['<img src="{{ base }}/a.jpg?tr=|">', 'w', '<img src="{{ base }}/a.jpg?tr=w-">'],
    ['"/blog/a.jpg?tr=|"', 'w', '"/blog/a.jpg?tr=w-"'],
    // A name that is there already is replaced as a whole, and its value stays
    [`"${base}/tr:w|idth-300/a.jpg"`, 'h', `"${base}/tr:h-300/a.jpg"`],
    [`"${base}/tr:|w-300/a.jpg"`, 'h', `"${base}/tr:h-300/a.jpg"`],
    [`"${base}/tr:h-3,e-sh|arpen-10/a.jpg"`, 'e-usm', `"${base}/tr:h-3,e-usm-10/a.jpg"`],
    // Effects
    [`"${base}/tr:e-|/a.jpg"`, 'e-grayscale', `"${base}/tr:e-grayscale/a.jpg"`],
    [`"${base}/tr:e-gr|/a.jpg"`, 'e-grayscale', `"${base}/tr:e-grayscale/a.jpg"`],
    // Values
    [`"${base}/tr:f-|/a.jpg"`, 'webp', `"${base}/tr:f-webp/a.jpg"`],
    [`"${base}/tr:f-w|ebp,q-50/a.jpg"`, 'avif', `"${base}/tr:f-avif,q-50/a.jpg"`],
    [`"${base}/tr:w-|/a.jpg"`, '640', `"${base}/tr:w-640/a.jpg"`],
    [`"${base}/tr:w-6|40/a.jpg"`, '1280', `"${base}/tr:w-1280/a.jpg"`],
    [`"${base}/tr:ar-4-|3/a.jpg"`, '16-9', `"${base}/tr:ar-16-9/a.jpg"`],
    [`"${base}/a.jpg?tr=c-at|"`, 'at_max', `"${base}/a.jpg?tr=c-at_max"`],
    [`"${base}/tr:fo-|/a.jpg"`, 'trafficLight', `"${base}/tr:fo-trafficLight/a.jpg"`],
    [`"${base}/tr:lo-|/a.jpg"`, 'true', `"${base}/tr:lo-true/a.jpg"`],
    [`"${base}/tr:rt-|/a.jpg"`, 'N90', `"${base}/tr:rt-N90/a.jpg"`],
    [`"${base}/tr:e-sharpen-|/a.jpg"`, '10', `"${base}/tr:e-sharpen-10/a.jpg"`],
    ["'tr:w-300:bg-|'", 'red', "'tr:w-300:bg-red'"],
    ["'tr:w-${width},f-|'", 'png', "'tr:w-${width},f-png'"],
    // Colours inside of a value of several parts
    ["'tr:b-5_|'", 'red', "'tr:b-5_red'"],
    ["'tr:b-5_bl|ue'", 'red', "'tr:b-5_red'"],
    ["'tr:cr-|red_30_blue'", 'tomato', "'tr:cr-tomato_30_blue'"],
    ["'tr:cr-red_30_bl|ue'", 'gold', "'tr:cr-red_30_gold'"],
    // Layers
    [
      `"${base}/tr:|/a.jpg"`,
      'l-text',
      `"${base}/tr:l-text,i-Hello,fs-45,co-FFFFFF,lfo-center,l-end/a.jpg"`,
    ],
    [`'tr:l-text,i-Hi,|,l-end'`, 'fs', `'tr:l-text,i-Hi,fs-,l-end'`],
    [`'tr:l-text,i-Hi,ff-|,l-end'`, 'Open%20Sans', `'tr:l-text,i-Hi,ff-Open%20Sans,l-end'`],
    [`'tr:l-image,i-a.png,lfo-|'`, 'top_left', `'tr:l-image,i-a.png,lfo-top_left'`],
    [`'tr:l-image,i-a.png,|'`, 'l-end', `'tr:l-image,i-a.png,l-end'`],
    [`'tr:if-w_gt_9,|,if-end'`, 'w', `'tr:if-w_gt_9,w-,if-end'`],
    ["'tr:l-|'", 'text', "'tr:l-text,i-Hello,fs-45,co-FFFFFF,lfo-center,l-end'"],
    ["'tr:l-te|,i-a,l-end'", 'text', "'tr:l-text,i-a,l-end'"],
    ["'tr:if-|'", 'if … else', "'tr:if-w_gt_1,w-300,if-else,w-200,if-end'"],
    // Arithmetic and conditions, word by word
    ["'tr:w-|'", 'iw', "'tr:w-iw'"],
    ["'tr:w-iw_|'", 'div', "'tr:w-iw_div_'"],
    ["'tr:w-iw_d|iv_2'", 'mul', "'tr:w-iw_mul_2'"],
    ["'tr:w-iw_div_|'", 'ih', "'tr:w-iw_div_ih'"],
    ["'tr:so-|'", 'idu', "'tr:so-idu'"],
    ["'tr:l-image,i-a.png,w-|,l-end'", 'bw', "'tr:l-image,i-a.png,w-bw,l-end'"],
    ["'tr:if-|,w-1,if-end'", 'iar', "'tr:if-iar_,w-1,if-end'"],
    ["'tr:if-w_|'", 'gte', "'tr:if-w_gte_'"],
    ["'tr:if-w_gt_300_|'", 'and', "'tr:if-w_gt_300_and_'"],
    // Pieces of a value
    ["'tr:e-gradient-|'", 'ld-', "'tr:e-gradient-ld-'"],
    ["'tr:e-gradient-ld-|'", 'top_left', "'tr:e-gradient-ld-top_left'"],
    ["'tr:e-gradient-ld-to|p_from-red'", 'left', "'tr:e-gradient-ld-left_from-red'"],
    ["'tr:e-gradient-ld-top_|'", 'from-', "'tr:e-gradient-ld-top_from-'"],
    ["'tr:e-gradient-ld-top_fr|om-red'", 'to-', "'tr:e-gradient-ld-top_to-red'"],
    ["'tr:e-gradient-from-r|ed_to-blue'", 'gold', "'tr:e-gradient-from-gold_to-blue'"],
    ["'tr:e-shadow-bl-10_|'", 'st-', "'tr:e-shadow-bl-10_st-'"],
    ["'tr:e-dropshadow-|'", 'az-', "'tr:e-dropshadow-az-'"],
    ["'tr:e-colorize-co-|'", 'red', "'tr:e-colorize-co-red'"],
    ["'tr:bg-blurred_|'", 'auto', "'tr:bg-blurred_auto'"],
    ["'tr:bg-gradient_dominant_|'", '4', "'tr:bg-gradient_dominant_4'"],
    ["'tr:fo-person_|'", 'dog', "'tr:fo-person_dog'"],
    ["'tr:fo-top_l|'", 'top_left', "'tr:fo-top_left'"],
    ["'tr:r-10_|_30_max'", 'max', "'tr:r-10_max_30_max'"],
    ["'tr:l-text,i-a,tg-b_|,l-end'", 'strikethrough', "'tr:l-text,i-a,tg-b_strikethrough,l-end'"],
    ["'tr:sr-480_|'", '720', "'tr:sr-480_720'"],
    // The next step
    ["'tr:w-300|'", ':', "'tr:w-300:'"],
    ["'tr:w-300,e-grayscale|'", ':', "'tr:w-300,e-grayscale:'"],
    [`"${base}/tr:w-300|/a.jpg"`, ':', `"${base}/tr:w-300:/a.jpg"`],
  ];
  for (const [before, label, after] of edits) {
    test(`${before} with ${label} becomes ${after}`, () => {
      assert.equal(accept(before, label), after);
    });
  }

  for (const marked of [
    `"${base}/blog/|a.jpg"`,
    `"${base}/tr:w-300/|a.jpg"`,
    `"${base}/a.jpg?v=|"`,
    `"${base}/a.jpg?tr=w-3&|"`,
    `"${base}/tr:unknown-|/a.jpg"`,
    '"https://example.com/tr:|/a.jpg"',
    '"https://example.com/a.jpg?tr=|"',
    'The abbreviation tr: |stands for translation',
    'either/tr:|',
    '<html lang="tr|">',
    "'str:|'",
    '|',
  ]) {
    test(`offers nothing at ${marked}`, () => assert.deepEqual(labelsAt(marked), []));
  }

  test('lists the parameters of the step last', () => {
    const labels = labelsAt("'tr:w-300,h-200,|'");
    assert.deepEqual(labels.slice(-2).toSorted(), ['h', 'w']);
    assert.equal(labels[0], 'c');
  });

  const later: readonly (readonly [marked: string, key: string, before: string])[] = [
    ["'tr:w-300,h-200,|'", 'ar', 'e-grayscale'],
    ["'tr:w-300,c-force,|'", 'cm', 'e-grayscale'],
    ["'tr:w-300,|'", 'z', 'e-grayscale'],
    ["'tr:w-300,|'", 'xc', 'e-grayscale'],
    ["'tr:w-300,cm-extract,x-1,|'", 'xc', 'y'],
    ["'tr:q-50,|'", 'dpr', 'e-grayscale'],
    ["'tr:l-text,i-Hi,|,l-end'", 'lap', 'fs'],
    ["'tr:l-text,i-Hi,lx-1,|,l-end'", 'lfo', 'lap'],
    ["'tr:w-300,|'", 'w', 'ar'],
  ];
  for (const [marked, key, before] of later) {
    test(`at ${marked} ${key} is listed behind ${before}`, () => {
      const labels = labelsAt(marked);
      assert(labels.includes(before));
      assert(labels.indexOf(key) > labels.indexOf(before), labels.join(' '));
    });
  }

  test('a key that begins others is listed before them, as an editor finds them equally good', () => {
    for (const marked of ["'tr:|'", "'tr:w-1,|'", "'tr:l-text,i-a,|,l-end'"]) {
      const useful = labelsAt(marked);
      for (const [shorter, longer] of [
        ['f', 'fo'],
        ['f', 'fs'],
        ['f', 'ff'],
        ['o', 'orig'],
        ['r', 'rt'],
        ['b', 'bg'],
      ] as const) {
        if (!useful.includes(shorter) || !useful.includes(longer)) continue;
        assert(useful.indexOf(shorter) < useful.indexOf(longer), `${shorter} before ${longer}`);
      }
    }
    assert.equal(labelsAt("'tr:f|'")[0], 'f');
  });

  test('a parameter of another step is none of this one', () => {
    assert.equal(labelsAt("'tr:w-300:|'")[0], 'w');
  });

  const offered: readonly (readonly [marked: string, has: string, hasNot: string])[] = [
    [
      `"${base}/tr:|/a.jpg"`,
      'bl e-grayscale pr l-image',
      'so vc sr fs lfo lx ia fol l-end l-video',
    ],
    [`"${base}/tr:|/a.mp4"`, 'w so vc l-video', 'bl e-grayscale dn fs lfo'],
    [`"${base}/a.mp4/ik-thumbnail.jpg?tr=|"`, 'w so', 'eo vc e-grayscale'],
    [`"${base}/a.pdf/ik-thumbnail.jpg?tr=|"`, 'w pg', 'so'],
    ["'tr:|'", 'w so e-grayscale', 'fs lfo i'],
    ["'tr:l-text,i-Hi,|,l-end'", 'fs ff co lx lfo pa l-end', 'bl so e-grayscale fol dpr'],
    ["'tr:l-image,i-a.png,|,l-end'", 'w lx lfo t bl e-bgremove', 'fs so e-edit fol'],
    ["'tr:l-image,i-ik_canvas,|,l-end'", 'w bg r al e-gradient', 'fs bl'],
    ["'tr:l-subtitles,i-a.srt,|,l-end'", 'fs fol fsh', 'lfo lx pa'],
    ["'tr:l-image,i-a.png,l-end,|'", 'w h q', 'lx lfo'],
    [`"${base}/tr:f-|/a.jpg"`, 'webp avif auto', 'mp4 webm'],
    [`"${base}/tr:f-|/a.mp4"`, 'mp4 webm auto', 'webp avif svg jpg'],
    [`"${base}/tr:f-|/a.mp4/ik-thumbnail.jpg"`, 'webp jpg', 'mp4'],
    [`"${base}/tr:w-3,h-3,c-|/a.mp4"`, 'force at_max', 'at_max_enlarge'],
    [`"${base}/tr:w-3,h-3,fo-|/a.mp4"`, 'left top_left', 'auto face car'],
    [`"${base}/tr:w-3,h-3,bg-|/a.mp4"`, 'blurred red', 'dominant genfill'],
    [`"${base}/tr:l-|/a.jpg"`, 'image text', 'video subtitles'],
    [`"${base}/tr:l-|/a.mp4"`, 'image text video subtitles', ''],
    ["'tr:bg-|'", 'blurred genfill red rebeccapurple', ''],
    ["'tr:b-|'", '5_FFFFFF', 'red'],
    ["'tr:bg-blurred_|'", 'auto', 'red blurred genfill'],
    ["'tr:w-|'", '320 0.5 iw cw', 'bw idu idn add :'],
    ["'tr:w-iw_|'", 'add sub mul div mod pow', 'iw'],
    ["'tr:w-iw_div_2|'", ':', 'add'],
    ["'tr:l-text,i-a,fs-|,l-end'", 'bw bh', 'iw cw bdu'],
    ["'tr:l-image,i-a.png,lso-|,l-end'", 'idu bdu', 'iw bw'],
    ["'tr:so-|'", 'idu', 'iw bdu'],
    ["'tr:e-gradient-ld-top_|'", 'from- to- sp-', 'ld-'],
    ["'tr:l-text,i-a,tg-b_|,l-end'", 'i strikethrough', 'b'],
    ["'tr:fo-top_l|'", 'top_left', 'laptop_'],
    ["'tr:if-w_|'", 'eq gt lte', 'w and'],
    ["'tr:if-w_gt_|'", '', 'w eq and'],
    ["'tr:w-3,if-|'", 'w h ar', 'else end'],
    ["'tr:if-w_gt_1,w-2,if-|'", 'else end', ''],
    ["'tr:if-w_gt_1,w-2,if-el|se,w-3,if-end'", 'else end', ''],
    ["'tr:if-|w_gt_1,w-2,if-end'", 'w h', 'else end'],
    ["'tr:l-|'", 'image text', 'end'],
    ["'tr:l-image,i-a,l-|'", 'end', ''],
    ["'tr:l-image,i-a,l-en|d'", 'end', ''],
    ["'tr:w-3x|'", '', ':'],
  ];
  for (const [marked, has, hasNot] of offered) {
    test(`at ${marked} it offers ${has}${hasNot && `, but not ${hasNot}`}`, () => {
      const labels = new Set(labelsAt(marked));
      const words = (text: string): readonly string[] => text.split(' ').filter((word) => word);
      assert.deepEqual(
        words(has).filter((label) => !labels.has(label)),
        [],
      );
      assert.deepEqual(
        words(hasNot).filter((label) => labels.has(label)),
        [],
      );
    });
  }

  const last: readonly (readonly [marked: string, key: string, isLast: boolean])[] = [
    [`"${base}/tr:l-image,i-a.png,|,l-end/a.jpg"`, 'lso', true],
    [`"${base}/tr:l-image,i-a.png,|,l-end/a.mp4"`, 'lso', false],
    [`"${base}/a.mp4/ik-thumbnail.jpg?tr=l-image,i-a.png,|,l-end"`, 'ldu', false],
    [`"${base}/a.mp4?tr=|"`, 'sr', true],
    [`"${base}/a.mp4/ik-master.m3u8?tr=|"`, 'sr', false],
    [`"${base}/a.mp4/ik-master.m3u8?tr=|"`, 'lang', true],
    [`"${base}/a.mp4/ik-gensubtitle.vtt?tr=|"`, 'lang', false],
    ["'tr:|'", 'sr', false],
  ];
  for (const [marked, key, isLast] of last) {
    test(`at ${marked} it lists ${key} ${isLast ? 'behind' : 'among'} what helps`, () => {
      const group = entriesAt(marked).find(({ label }) => label === key)?.sortText[0];
      assert.equal(group, isLast ? 'y' : 'a');
    });
  }

  test('what is typed may be the name of an SDK, new or old', () => {
    const filterOf = (label: string): string | undefined =>
      entriesAt("'tr:|'").find((entry) => entry.label === label)?.filterText;
    assert.equal(filterOf('ar'), 'ar aspectRatio');
    assert.equal(filterOf('e-grayscale'), 'e-grayscale grayscale effectGray');
  });

  test('colours that were picked and those of the document come before names, each with its swatch', () => {
    const { text, offset } = atCursor("'tr:bg-|'");
    const context = getCompletionContext(text, offset, []);
    assert(context);
    const entries = getCompletions(context, {
      ofAccount: ['112233', 'gold'],
      ofDocument: ['AABBCC50', 'red', '112233'],
    })
      .filter(({ kind }) => kind === 'colour')
      .toSorted((a, b) => (a.sortText < b.sortText ? -1 : 1));
    const [first, second, third] = entries;
    assert.deepEqual(
      [first, second, third].map((entry) => entry?.label),
      ['112233', 'gold', 'AABBCC50'],
    );
    assert.equal(getCompletionDocumentation(third?.documentationKey ?? ''), '#AABBCC');
    assert.equal(entries.filter(({ label }) => label === 'red').length, 1);
  });

  test('says beside the label what a parameter is and takes', () => {
    const details = new Map(entriesAt("'tr:|'").map(({ label, detail }) => [label, detail]));
    assert.equal(details.get('h'), 'height · integer 2–65535 px, 0–1 fraction or expression');
    assert.equal(details.get('bl'), 'blur · integer 1–100');
    assert.equal(details.get('e-grayscale'), 'grayscale · no value');
  });

  test('a name without value goes on to its values, a flag does not', () => {
    const wants = (marked: string, label: string): boolean | undefined =>
      entriesAt(marked).find((entry) => entry.label === label)?.wantsValue;
    assert.equal(wants("'tr:|'", 'f'), true);
    assert.equal(wants("'tr:|'", 'e-grayscale'), false);
    assert.equal(wants("'tr:|f-webp'", 'f'), false);
  });

  for (const marked of [
    "'tr:|'",
    "'tr:w-|'",
    "'tr:f-|'",
    "'tr:bg-|'",
    "'tr:fo-|'",
    "'tr:l-text,|,l-end'",
  ]) {
    test(`has documentation for everything at ${marked}, and no label twice`, () => {
      const entries = entriesAt(marked);
      for (const { label, documentationKey, kind } of entries) {
        const documentation = getCompletionDocumentation(documentationKey) ?? '';
        assert.match(
          documentation,
          kind === 'colour' ? /^#[0-9a-f]{6}$/ : /\(https:\/\/imagekit\.io\/docs\//,
          label,
        );
      }
      assert.equal(new Set(entries.map(({ label }) => label)).size, entries.length);
    });
  }

  test('documents a value with its own sentence', () => {
    assert.match(
      getCompletionDocumentation('c=force') ?? '',
      /`force`: Exact size; the picture is/,
    );
    assert.match(getCompletionDocumentation('bg=genfill') ?? '', /Costs extension units/);
    assert.equal(getCompletionDocumentation('nonsense'), undefined);
  });

  test('replaces only what is there, wherever the cursor is', () => {
    const piece = constantFrom(
      ...`"|'tr:|/|w|-|,|:|300|e-|bg-|b-5_|l-text|l-end|if-|%2C|\${a}|?tr=|&|${base}`.split('|'),
    );
    assertProperty(
      property(array(piece), nat(), (pieces, at) => {
        const text = pieces.join('');
        const offset = at % (text.length + 1);
        const context = getCompletionContext(text, offset, endpoints);
        for (const { replace } of context ? getCompletions(context).slice(0, 3) : []) {
          assert(replace.start <= offset && offset <= replace.end);
          assert(0 <= replace.start && replace.end <= text.length);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
