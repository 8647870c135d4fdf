import assert from 'node:assert/strict';
import { Linter } from '../../../../src/core/lint/linter.ts';
import { findParameter } from '../../../../src/core/transformation/catalogue/catalogue.ts';
import { variables } from '../../../../src/core/transformation/value/expression.ts';
import { lint } from './lintCase.ts';

const base = 'https://ik.imagekit.io/demo';

/** What no page of ImageKit confirms, as somebody may write it. */
const unconfirmed: Readonly<Record<string, readonly string[]>> = {
  'a transformation in the path and in the query': [`${base}/tr:w-3/a.jpg?tr=h-2`],
  'the variable cdu': ['so-cdu_mul_0.5', 'l-text,i-a,lso-cdu_div_2,l-end'],
  'an expression that begins with a number': ['w-2_mul_iw', 'h-100_add_ih'],
  'a condition in a condition': ['if-w_gt_3,if-h_gt_3,w-2,if-end,if-end'],
  'a named transformation beside others': ['n-small,w-3'],
  'c beside cm, x beside xc': ['w-3,h-2,c-force,cm-extract', 'w-3,h-2,cm-extract,x-1,xc-2'],
  'so, eo and du together': ['so-1,eo-3,du-2'],
  'a key twice': ['w-3,w-4'],
  'the values that do not enlarge or shrink': [
    'w-3,h-2,c-maintain_ratio_no_enlarge',
    'w-3,h-2,cm-pad_resize_no_enlarge',
    'w-3,h-2,cm-pad_extract_no_shrink',
  ],
  'two objects in focus': ['w-3,h-2,fo-dog_cat', 'w-3,h-2,fo-auto-custom_override'],
  'keys of the query that only others tell of': [
    `${base}/a.jpg?ik-attachment-filename=a`,
    `${base}/a.svg?ik-sanitizeSvg=true`,
  ],
  'a mirrored video': [`${base}/a.mp4?tr=fl-h`],
  'modes of layers over a video': [`${base}/a.mp4?tr=l-image,i-a.png,lm-multiply,l-end`],
  'the direction of lx': ['l-image,i-a.png,lx-N35,ly-N5,l-end'],
  'texts without size, font and colour': ['l-text,i-a,l-end'],
  'colours in other forms': ['bg-F00', 'bg-FF0000FF', 'bg-RED', 'e-gradient-ld-topleft_to-red'],
  'a prompt in base64 for a generated picture': [`${base}/ik-genimg-prompte-YQ%3D%3D/a.jpg`],
  'a font that may be new': ['l-text,i-a,ff-Inter,l-end'],
  'base64 as it is in URLs': ['l-text,ie-_-8,l-end'],
  'an unknown key': ['xy-3'],
  'an unsharp mask without values': ['e-usm'],
  'SVG as a format': ['f-svg'],
  'an encoded comma or colon in a text': [
    'l-text,i-a%2Cb,l-end',
    'l-text,i-a%3A%20b,l-end',
    'bg-genfill-prompt-red%2C%20blue,w-3,h-2,cm-pad_resize',
  ],
  'several layers in one step': ['l-text,i-a,l-end,l-text,i-b,l-end'],
};

suite('what no page confirms', () => {
  for (const [what, texts] of Object.entries(unconfirmed)) {
    test(`${what} is no error`, () => {
      for (const text of texts) {
        const errors = lint(text, new Linter()).filter(({ severity }) => severity === 'error');
        assert.deepEqual(errors, [], text);
      }
    });
  }

  test('carries a mark that hovers tell', () => {
    for (const key of ['fl', 'lx', 'ly', 'lm', 'fs', 'ff', 'co', 'al', 'eo']) {
      assert(findParameter(key)?.openQuestion, key);
    }
    assert.equal(variables.get('cdu')?.unconfirmed, true);
  });
});
