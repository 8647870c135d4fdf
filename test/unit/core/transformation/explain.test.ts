import assert from 'node:assert/strict';
import { assert as assertProperty, property, string } from 'fast-check';
import { explainTransformation } from '../../../../src/core/transformation/explain.ts';
import { parseTransformation } from '../../../../src/core/transformation/parse.ts';

const explain = (text: string): readonly string[] =>
  explainTransformation(parseTransformation(text));

suite('explanation of a transformation', () => {
  const sentences: Readonly<Record<string, readonly string[]>> = {
    '': [],
    // Sizes
    'w-400': ['Resize to 400 px wide'],
    'h-300': ['Resize to 300 px high'],
    'w-300,h-200': ['Resize to 300 × 200 px'],
    'w-300,h-200,fo-face': ['Resize to 300 × 200 px, cropping around the face'],
    'w-300,h-200,c-force': ['Resize to 300 × 200 px, stretching the picture'],
    'w-300,h-200,c-at_max': ['Resize to 300 × 200 px, fitting inside without enlarging'],
    'w-500,h-400,cm-pad_resize,fo-right,bg-000000': [
      'Resize to 500 × 400 px, padding the rest, the picture at the right, fill the background with #000000',
    ],
    'cm-extract,w-300,h-200,x-100,y-50': [
      'Cut 300 × 200 px out of the picture without resizing, from x = 100 px, from y = 50 px',
    ],
    'w-0.5': ['Resize to 50 % of the width'],
    'w-auto': ['Resize to the width that the browser asks for'],
    'w-iw_div_2,h-ih_mul_0.5': [
      'Resize to a width of original width ÷ 2 and a height of original height × 0.5',
    ],
    'ar-4-3,w-400': ['Resize to 400 px wide in the ratio 4:3'],
    'ar-4-3,w-400,h-10': ['Resize to 400 × 10 px'],
    'fo-car': ['Focus on the car'],
    'fo-trafficLight_dog': ['Focus on the traffic light and the dog'],
    'w-200,dpr-2': ['Resize to 200 px wide, at 2 × pixel density'],
    'w-${width},h-{h}': ['Resize to a width of ${width} and a height of {h}'],
    // Output
    'f-webp': ['Convert to WebP'],
    'f-webp,q-60': ['Convert to WebP at quality 60'],
    'q-60,f-webp': ['Convert to WebP at quality 60'],
    'q-60': ['Compress to quality 60'],
    'f-auto': ['Convert to the best format for the browser'],
    'md-true,cp-false': ['Keep the metadata, remove the colour profile'],
    'orig-true': ['Deliver the untouched original'],
    'di-a@@b.jpg': ['Fall back to a/b.jpg'],
    'n-thumb': ['Apply the named transformation thumb'],
    'pg-2': ['Take page 2'],
    // Looks
    'rt-90': ['Rotate by 90°'],
    'rt-N40': ['Rotate by −40°'],
    'rt-auto': ['Rotate as its EXIF orientation says'],
    'fl-h_v': ['Mirror horizontally and vertically'],
    'r-max': ['Round the corners to a circle or ellipse'],
    'r-20': ['Round the corners to 20 px'],
    'r-10_20_30_40': ['Round the corners to 10, 20, 30 and 40 px, from the top left clockwise'],
    'b-5_FFF000': ['Add a border of 5 px in #FFF000'],
    'b-5-red': ['Add a border of 5 px in red'],
    'b-cw_mul_0.05_yellow': ['Add a border of current width × 0.05 px in yellow'],
    'bg-AAFF0040': ['Fill the background with #AAFF00 at 40 % opacity'],
    'bg-blurred_25_N15': ['Fill the background with a blurred copy of the picture'],
    'cr-red': ['Replace the dominant colour by red'],
    'cr-red_30_FF0022': ['Replace #FF0022 by red with tolerance 30'],
    'o-50': ['Set the opacity to 50 %'],
    't-true': ['Trim the edges'],
    't-10': ['Trim the edges (tolerance 10)'],
    // Effects
    'e-grayscale': ['Convert to grayscale'],
    'e-sharpen': ['Sharpen'],
    'e-sharpen-10': ['Sharpen by 10'],
    'e-distort-a-N45': ['Distort to an arc of −45°'],
    'e-colorize-co-red_in-50': ['Tint in red at 50 %'],
    'e-gradient': ['Lay a gradient over it'],
    'e-gradient-ld-top_from-red_to-00000000': [
      'Lay a gradient over it (from red to #000000 at 0 % opacity)',
    ],
    'e-bgremove:e-dropshadow': ['Remove the background', 'Add a realistic shadow'],
    'e-changebg-prompt-snow%20road': ['Change the background by AI: “snow road”'],
    'e-edit-prompte-bWFrZSBpdCByYWlu': ['Edit by AI: “make it rain”'],
    // Videos
    'so-5,du-10': ['Start at 5 s, keep 10 s'],
    'ac-none': ['Remove the sound'],
    'vc-none': ['Keep only the sound'],
    'sr-480_720': ['Stream at heights of 480, 720'],
    // Chains
    'h-300,w-200:rt-90': ['Resize to 200 × 300 px', 'Rotate by 90°'],
    'h-200%2Cw-200': ['Resize to 200 × 200 px'],
    // Layers
    'l-image,i-logo.png,lfo-top_left,l-end': ['Overlay the image logo.png at the top left'],
    'l-image,i-a@@b.png,lx-10,ly-N5,w-20,l-end': [
      'Overlay the image a/b.png at x 10, y −5 (resize to 20 px wide)',
    ],
    'l-text,ie-aGVsbG8%3D,l-end': ['Overlay the text “hello”'],
    'l-text,i-30%25%20off,fs-45,co-FFFFFF,tg-b_i,l-end': [
      'Overlay the text “30% off” (font size 45 px, in #FFFFFF, bold and italic)',
    ],
    'l-image,i-ik_canvas,bg-red,w-3,h-1,l-end': [
      'Overlay a block of colour (resize to 3 × 1 px, fill the background with red)',
    ],
    'l-image,i-a.png,l-image,i-b.png,lfo-top,l-end,l-end': [
      'Overlay the image a.png (overlay the image b.png at the top)',
    ],
    // Conditions
    'w-3,if-': ['Resize to 3 px wide'],
    'if-ar_gt_4-3,w-200,if-else,w-300,if-end': [
      'If the ratio is above 4:3: resize to 200 px wide; otherwise resize to 300 px wide',
    ],
    // What is unfinished or unknown
    'w-': [],
    'w-300,q-': ['Resize to 300 px wide'],
    'width-300': ['Unknown parameter width (is w meant?)'],
    'abc-1': ['Unknown parameter abc'],
    'constructor-1': ['Unknown parameter constructor'],
    'l-constructor,l-end': ['Overlay a layer'],
    'if-constructor_gt_1,w-2,if-end': ['If constructor is above 1: resize to 2 px wide'],
    'l-image,i-logo.png': ['Overlay the image logo.png'],
  };
  for (const [text, expected] of Object.entries(sentences)) {
    test(`of ${text || 'nothing'}`, () => {
      assert.deepEqual(explain(text), expected);
    });
  }

  const resolved: Readonly<Record<string, readonly string[]>> = {
    'w-0.5': ['Resize to 50 % of the width (400 × 300 px)'],
    'w-400,h-300': ['Resize to 400 × 300 px'],
    'w-iw_div_2:rt-90:h-100': [
      'Resize to a width of original width ÷ 2 (400 × 300 px)',
      'Rotate by 90°',
      'Resize to 100 px high (75 × 100 px)',
    ],
    'w-200,h-200,c-at_max,q-60': [
      'Resize to 200 × 200 px, fitting inside without enlarging (200 × 150 px), compress to quality 60',
    ],
    'w-400:l-image,i-a.png,w-bw_div_2,lx-bw_div_4,l-end': [
      'Resize to 400 px wide (400 × 300 px)',
      'Overlay the image a.png at x base width ÷ 4, y 0 (resize to a width of base width ÷ 2 (200 px wide))',
    ],
    'l-text,i-a,w-bw_mul_0.5,h-bh_div_3,l-end': [
      'Overlay the text “a” (resize to a width of base width × 0.5 and a height of base height ÷ 3 (400 × 200 px))',
    ],
    'l-image,i-a.png,w-0.5,l-end': ['Overlay the image a.png (resize to 50 % of the width)'],
    'w-0.5:if-ar_gt_1,w-0.5:h-iw_div_4,if-else,w-10,if-end:w-0.5': [
      'Resize to 50 % of the width (400 × 300 px)',
      'If the ratio is above 1: resize to 50 % of the width (200 × 150 px), then resize to a height of original width ÷ 4 (267 × 200 px); otherwise resize to 10 px wide (10 × 8 px)',
      'Resize to 50 % of the width',
    ],
    'n-small:w-0.5': ['Apply the named transformation small', 'Resize to 50 % of the width'],
  };
  for (const [text, expected] of Object.entries(resolved)) {
    test(`of ${text} on a picture of 800 × 600 px`, () => {
      const size = { width: 800, height: 600 };
      assert.deepEqual(explainTransformation(parseTransformation(text), size), expected);
    });
  }

  test('ends for every text, in sentences that begin with a capital or a sign', () => {
    assertProperty(
      property(string({ unit: 'binary' }), (text) => {
        for (const sentence of explain(text)) assert.notEqual(sentence, '');
      }),
    );
  });
});
