import assert from 'node:assert/strict';
import { array, assert as assertProperty, constantFrom, integer, property } from 'fast-check';
import {
  printColour,
  takesColour,
  type ColourSpan,
} from '../../../../src/core/language/colours.ts';
import { DocumentColours } from '../../../../src/core/language/documentColours.ts';
import { changeBetween } from '../../../../src/core/text/textChange.ts';
import { findParameter } from '../../../../src/core/transformation/catalogue/catalogue.ts';
import { atCursor } from './cursor.ts';
import { ImageKitStringIndex } from '../../../../src/core/language/imageKitStringIndex.ts';

const base = 'https://ik.imagekit.io/demo';

const findColours = (text: string): readonly ColourSpan[] =>
  new DocumentColours(new ImageKitStringIndex(text, [])).spans();

/** The colours of a text as they are written. */
function coloursIn(text: string): readonly string[] {
  return findColours(text).map(({ start, end }) => text.slice(start, end));
}

suite('colours', () => {
  const found: readonly (readonly [text: string, colours: readonly string[]])[] = [
    [`"${base}/tr:bg-FF0000/a.jpg"`, ['FF0000']],
    [`"${base}/a.jpg?tr=w-3,bg-red,b-5_00FF0050"`, ['red', '00FF0050']],
    ["'tr:e-gradient-ld-top_from-FFFFFF_to-00000000'", ['FFFFFF', '00000000']],
    ["'tr:cr-red_30_FF0022'", ['red', 'FF0022']],
    ["'tr:e-colorize-co-red_in-50'", ['red']],
    ["'tr:l-text,i-red,co-gold,bg-aabbcc,l-end'", ['gold', 'aabbcc']],
    ["'tr:l-subtitles,i-a.srt,fol-2_000000,fsh-blue_2,l-end'", ['000000', 'blue']],
    ["'tr:if-w_gt_1,bg-red,if-else,bg-blue,if-end'", ['red', 'blue']],
    [`${base}/tr:bg-red/a.jpg\n${base}/tr:bg-blue/a.jpg`, ['red', 'blue']],
    // No colours
    ["'tr:fo-orange,w-123456'", []],
    ["'tr:bg-dominant:bg-blurred_10:bg-${colour}'", []],
    ["'tr:bg-FFF:bg-FF00001:bg-FF0000FF'", []],
    ['a red FF0000 #FF0000', []],
  ];
  for (const [text, colours] of found) {
    test(`finds ${colours.join(' ') || 'nothing'} in ${text}`, () => {
      assert.deepEqual(coloursIn(text), colours);
    });
  }

  test('reads channels and opacity', () => {
    const [colour] = findColours("'tr:bg-FF800050'").map((each) => each.colour);
    assert.deepEqual(colour, { red: 1, green: 128 / 255, blue: 0, alpha: 0.5 });
    assert.equal(findColours("'tr:bg-tomato'")[0]?.colour.alpha, 1);
  });

  test('passes over lines that nobody wrote', () => {
    assert.deepEqual(coloursIn(`'tr:bg-red'${' '.repeat(20_000)}\n'tr:bg-blue'`), ['blue']);
  });

  test('prints what ImageKit takes: no #, and an opacity below 100 in decimal', () => {
    assert.deepEqual(printColour({ red: 1, green: 0, blue: 0, alpha: 1 }), ['FF0000', 'red']);
    assert.deepEqual(printColour({ red: 1, green: 0, blue: 0, alpha: 0.995 }), ['FF0000', 'red']);
    assert.deepEqual(printColour({ red: 0, green: 0, blue: 0, alpha: 0.05 }), ['00000005']);
    assert.deepEqual(printColour({ red: 0, green: 0, blue: 0, alpha: 0 }), ['00000000']);
  });

  test('what is printed is read as the same colour', () => {
    const channel = integer({ min: 0, max: 255 });
    const opacity = integer({ min: 0, max: 100 });
    assertProperty(
      property(channel, channel, channel, opacity, (red, green, blue, percent) => {
        const colour = {
          red: red / 255,
          green: green / 255,
          blue: blue / 255,
          alpha: percent / 100,
        };
        for (const text of printColour(colour)) {
          assert.deepEqual(
            findColours(`'tr:bg-${text}'`).map((each) => each.colour),
            [colour],
          );
        }
      }),
    );
  });

  test('offers the colours of the document again, the most frequent first', () => {
    const { text, offset } = atCursor(
      "'tr:bg-112233' 'tr:bg-AABBCC,b-5_AABBCC' 'tr:bg-DDEEFF' 'tr:bg-445566|'",
    );
    const colours = new DocumentColours(new ImageKitStringIndex(text, []));
    assert.deepEqual(colours.mostUsed(offset), ['AABBCC', '112233', 'DDEEFF']);
  });

  test('after an edit they are those that a new look finds', () => {
    const pieces = constantFrom(
      "'tr:bg-red'",
      "'tr:b-5_AABBCC,",
      `${base}/tr:bg-11223344/a.jpg`,
      '\n',
      ' ',
      "'",
      'blue',
      ',co-',
    );
    const document = array(pieces, { maxLength: 12 }).map((each) => each.join(''));
    assertProperty(
      property(array(document, { minLength: 2, maxLength: 4 }), ([first = '', ...others]) => {
        const colours = new DocumentColours(new ImageKitStringIndex(first, []));
        let before = first;
        for (const text of others) {
          colours.index.update(text, changeBetween(before, text));
          assert.deepEqual(colours.spans(), findColours(text));
          before = text;
        }
      }),
      { numRuns: 300 },
    );
  });

  test('knows which parameters take a colour', () => {
    const takes = (key: string) => takesColour(findParameter(key)?.values ?? []);
    assert.deepEqual(['bg', 'b', 'e-gradient', 'co', 'fol', 'cr'].map(takes), Array(6).fill(true));
    assert.deepEqual(['w', 'fo', 'e-shadow', 'r', 'i'].map(takes), Array(5).fill(false));
  });
});
