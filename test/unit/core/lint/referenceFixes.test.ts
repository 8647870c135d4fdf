import assert from 'node:assert/strict';
import { applyTextEdits } from '../../../../src/core/text/textEdit.ts';
import { Linter } from '../../../../src/core/lint/linter.ts';
import { ruleInfos } from '../../../../src/core/lint/rules.ts';
import { lint, type LintCase } from './lintCase.ts';

/**
 * What a fix does to the parameters of a text, or to the segments of a URL: `step` puts a colon
 * between them, `change` is everything that leaves others there.
 */
type Kind = 'add' | 'remove' | 'change' | 'move' | 'step' | 'none';

type Row = readonly [
  kind: Kind,
  text: string,
  context?: Pick<LintCase, 'targets' | 'source' | 'linter'>,
];

const base = 'https://ik.imagekit.io/demo';
const video = { targets: ['video'] } as const;
const still = { targets: ['image'] } as const;
const large = { source: { size: { width: 5000, height: 4000 } } } as const;
const small = { source: { size: { width: 800, height: 600 } } } as const;
const noCoordinates = { source: { hasCustomCoordinates: false } } as const;
/** C22, which is off, has something to say of the second step. */
const asDelivered = { linter: new Linter() } as const;
const deep = 'l-image,i-a,l-image,i-b,l-image,i-c,l-image,i-d,l-end,l-end,l-end,l-end';

/** By the code of the rule: the kind of fix that the documentation of the language names for it. */
const rows: Readonly<Record<string, Row>> = {
  S01: ['change', 'hight-300'],
  S02: ['change', 'w-'],
  S03: ['change', 'e-grayscale-true'],
  S04: ['change', 'e-distort-true'],
  S05: ['remove', 'w-3,h-2,w-4'],
  S06: ['remove', 'w-100::h-100'],
  S07: ['add', 'l-image,i-a.png'],
  S08: ['add', 'if-w_gt_3,w-2'],
  S09: ['step', 'rt-90,if-h_eq_200,w-100,if-end'],
  S10: ['change', 'if-cw_gt_3,w-2,if-end'],
  S11: ['change', 'rt--40'],
  S12: ['change', 'bg-#FF0000'],
  S13: ['change', 'bg-F00'],
  S14: ['change', 'bg-FF0000FF'],
  S15: ['change', 'di-a/b.jpg'],
  S16: ['change', 'l-image,i-@@a.png,l-end'],
  S17: ['change', 'l-text,i-Hello, world,l-end'],
  S18: ['change', 'l-text,ie-aGVsbG8=,l-end'],
  S19: ['remove', 'l-text,i-a,ie-aGVsbG8%3D,l-end'],
  S20: ['add', 'l-image,w-3,l-end'],
  S21: ['change', 'l-subtitle,i-a.srt,l-end'],
  S22: ['move', deep],
  S23: ['remove', `${base}/tr:w-3/a.jpg?tr=h-2`],
  S24: ['change', `${base}/café.jpg`],
  S25: ['change', 'w-iw_dvi_2'],
  S26: ['change', 'q-iw_div_2'],
  S27: ['change', 'w-bw_div_2'],
  S28: ['change', 'l-text,i-a,w-cw_div_2,l-end'],
  S29: ['step', 'w-3,l-image,i-a,w-bw_div_2,l-end'],
  // Only a person can tell where to split.
  S30: ['change', 'w-iw_add_3_mod_2', asDelivered],
  S31: ['change', 'oi-a.png'],
  S32: ['change', 'width-300'],
  S33: ['remove', 'w-undefined,h-2'],
  C01: ['remove', 'w-3,h-2,ar-4-3'],
  C02: ['add', 'ar-4-3'],
  C03: ['change', 'w-3,ar-4:3'],
  C04: ['add', 'dpr-2'],
  C05: ['change', 'w-3,dpr-9'],
  C06: ['change', 'w-4000,dpr-2'],
  C07: ['change', 'w-0'],
  C08: ['change', 'w-70000'],
  C09: ['change', 'w-17000,f-webp'],
  C10: ['add', 'w-3,c-force'],
  C11: ['remove', 'w-3,h-2,c-force,cm-extract'],
  C12: ['change', 'w-3,h-2,c-pad_resize'],
  C13: ['remove', 'w-3,h-2,c-at_max,fo-left'],
  C14: ['change', 'w-3,h-2,cm-pad_resize,fo-top_left'],
  C15: ['none', 'w-3,h-2,fo-custom', noCoordinates],
  C16: ['change', 'w-3,h-2,fo-trafficlight'],
  C17: ['add', 'w-3,h-2,z-2'],
  C18: ['add', 'w-3,h-2,x-10'],
  C19: ['remove', 'cm-extract,w-3,h-2,x-1,xc-2'],
  C20: ['change', 'cm-extract,w-300,h-300,xc-100,yc-200', small],
  C21: ['none', 'cm-extract,w-3,h-2,x-1'],
  C22: ['none', 'w-3'],
  C23: ['remove', 'fo-dog,h-auto'],
  B01: ['add', 'w-3,h-2,bg-blurred'],
  B02: ['add', 'w-3,cm-pad_resize,bg-blurred'],
  B03: ['add', 'bg-genfill'],
  B04: ['remove', 'w-3,h-2,cm-pad_resize,bg-genfill', video],
  B05: ['change', 'w-3,h-2,cm-pad_resize,bg-blurred_300'],
  B06: ['remove', `${base}/tr:w-300,bg-red/a.jpg`],
  B07: ['change', 'o-50,bg-FF000050'],
  B08: ['change', 'o-50,f-jpg'],
  B09: ['step', 'w-3,h-2,c-force,r-20'],
  B10: ['change', 'q-0'],
  B11: ['remove', 'w-3,t-false'],
  B12: ['add', 'e-shadow', large],
  B13: ['add', `${base}/tr:e-shadow/a.jpg`],
  B14: ['change', 'e-usm-2-2-0.8'],
  B15: ['remove', 'f-avif,cp-true'],
  B16: ['change', `${base}/tr:f-gif/a.png`],
  B17: ['add', `${base}/tr:bl-5/a.svg`],
  B18: ['remove', 'f-webp,pr-true'],
  B19: ['remove', 'w-3,orig-true'],
  B20: ['add', `${base}/tr:pg-2/a.pdf`],
  B21: ['remove', 'if-w_gt_3,w-2,pg-2,if-end'],
  B22: ['change', `${base}/tr:pg-1_2/a.pdf/ik-thumbnail.jpg`],
  B23: ['move', 'l-image,i-a,dn-300,l-end'],
  B24: ['change', 'di-https%3A%2F%2Fexample.com%2Fa.jpg'],
  B25: ['change', 'n-my-name'],
  B26: ['none', 'c2pa-true'],
  B27: ['change', 'e-gradient-red_blue'],
  B28: ['change', 'cr-red_300'],
  L01: ['remove', 'l-image,i-a,lx-1,lfo-top,l-end'],
  L02: ['add', 'l-image,i-a,lap-top,l-end'],
  L03: ['remove', 'l-image,i-a,lx-1,lxc-2,l-end'],
  L04: ['remove', 'l-text,i-a,leo-3,ldu-2,l-end'],
  L05: ['change', 'l-text,i-a,lso-5,leo-3,l-end'],
  L06: ['remove', 'l-text,i-a,lso-5,l-end', still],
  L07: ['change', 'l-image,i-a,x-5,l-end'],
  L08: ['none', 'l-video,i-a.mp4,l-end', still],
  L09: ['remove', 'l-subtitles,i-a.srt,lx-5,l-end'],
  L10: ['none', 'l-subtitles,i-a.txt,l-end'],
  L11: ['remove', 'l-image,i-a.png,if-ar_gt_1,w-300,if-end,l-end', video],
  L12: ['remove', 'l-video,i-a.mp4,sr-480,l-end'],
  L13: ['move', 'l-image,i-a.png,e-upscale,l-end'],
  L14: ['change', 'l-image,i-a.gif,l-end', video],
  L15: ['add', 'l-image,i-a,lm-displace,l-end'],
  L16: ['remove', 'l-text,i-a,bg-red,al-5,l-end'],
  L17: ['add', 'l-image,i-ik_canvas,w-2,h-2,l-end'],
  L18: ['change', 'l-image,i-ik_canvas,w-2,h-2,e-gradient,l-end', video],
  L19: ['add', 'l-text,i-a,lh-20,l-end'],
  L20: ['change', 'l-text,i-a,pa-1_2_3_4_5,l-end'],
  L21: ['change', 'l-text,i-a,ff-Arial,l-end'],
  L22: ['change', `l-text,i-${'a'.repeat(2001)},l-end`],
  L23: ['change', 'l-text,i-a,w-20000,l-end'],
  L24: ['add', 'l-image,i-a.png,l-end'],
  L25: ['change', 'l-subtitles,i-a.srt,fsh-2_blue,l-end'],
  A01: ['step', 'e-bgremove,e-dropshadow'],
  A02: ['change', 'e-edit'],
  A03: ['remove', 'w-300,e-bgremove', video],
  A04: ['move', 'w-300:e-upscale'],
  A05: ['add', 'e-upscale', large],
  A06: ['move', 'w-300:e-edit-prompt-rain'],
  A07: ['none', 'e-bgremove'],
  A08: ['change', 'e-removedotbg'],
  A09: ['add', `${base}/ik-genimg-prompt-a%20cat/cat.jpg`],
  A10: ['move', `${base}/cat.jpg?tr=w-3,ik-genimg-prompt-cat`],
  A11: ['change', 'e-dropshadow-az-400'],
  V01: ['remove', 'w-3:if-w_gt_3,w-2,if-end', video],
  V02: ['remove', 'w-200,bl-5', video],
  V03: ['change', 'rt-45', video],
  V04: ['change', 'f-mp4,vc-vp9'],
  V05: ['remove', 'ac-none,vc-none'],
  V06: ['add', `${base}/a.mp4/ik-master.m3u8`],
  V07: ['remove', `${base}/a.mp4/ik-master.m3u8?tr=sr-480,w-300`],
  V08: ['change', 'so-5,eo-3'],
  V09: ['remove', 'w-300,so-3', still],
  V10: ['remove', `${base}/a.mp4/ik-thumbnail.jpg?tr=w-300,bl-3`],
  V11: ['add', `${base}/movie?tr=so-3`],
  V12: ['change', 'vc-av1'],
  V13: ['change', 'w-0.5', video],
  V14: ['none', `${base}/a.jpg?ik-t=9999`],
  V15: ['none', `${base}/a.jpg?ik-s=${'a'.repeat(40)}`],
  V16: ['change', `${base}/a.jpg?ik-attachment=1`],
  V17: ['none', `${base}/a.jpg?tr=w-\${width}`],
};

/** How many rules the language’s documentation has in each group. */
const counts = { S: 33, C: 23, B: 28, L: 25, A: 11, V: 17 };

/** Of the project's own: what no other rule knows better, and private keys. */
const own = ['S34', 'P01'];

function kindOf(before: string, after: string): Kind {
  const [old, young] = [before, after].map((text) => text.split(/[,:/?&]|tr=/)) as [
    string[],
    string[],
  ];
  if (isPartOf(young, old)) return young.length === old.length ? 'step' : 'remove';
  if (isPartOf(old, young)) return 'add';
  return old.toSorted().join() === young.toSorted().join() ? 'move' : 'change';
}

/** Whether all pieces stand in the whole, in this order. */
function isPartOf(pieces: readonly string[], whole: readonly string[]): boolean {
  let next = 0;
  for (const piece of whole) if (piece === pieces[next]) next++;
  return next === pieces.length;
}

suite('the fix of every rule is of the kind that the documentation names', () => {
  test('for all rules', () => {
    const documented = Object.entries(counts).flatMap(([letter, count]) =>
      Array.from({ length: count }, (_, index) => letter + String(index + 1).padStart(2, '0')),
    );
    assert.deepEqual(Object.keys(rows).toSorted(), documented.toSorted());
    const codes = new Set(ruleInfos.map(({ code }) => code));
    assert.deepEqual([...codes].toSorted(), [...documented, ...own].toSorted());
  });

  for (const [code, [kind, text, context]] of Object.entries(rows)) {
    test(`${code}: ${kind} in ${text.slice(0, 80)}`, () => {
      const finding = lint(text, context?.linter, context).find((each) => each.code === code);
      assert(finding, 'it is found');
      const [fix] = finding.fixes;
      assert.equal(fix ? kindOf(text, applyTextEdits(text, fix.edits)) : 'none', kind);
    });
  }
});
