import { openNew, type Journey } from './journey.ts';

/** Types a transformation by keyboard alone: parameters, values, and a layer with its tab stops. */
export const completion: Journey = {
  name: 'completion',
  async play(stage) {
    const { page, code, shot } = stage;
    await openNew(stage, 'card.html', '<img src="https://ik.imagekit.io/demo/a.jpg" alt="">\n');
    await code.setCursorBehind('a.jpg');
    await page.keyboard.type('?');
    await code.accept('tr');
    await code.untilLine('<img src="https://ik.imagekit.io/demo/a.jpg?tr=" alt="">');
    await page.keyboard.type('wi');
    await code.suggestions.filter({ hasText: 'width' }).first().waitFor();
    await shot('1-parameters');
    await code.accept('w');
    await page.keyboard.type('400,f');
    await code.accept('f');
    // The list goes on with the values by itself.
    await code.suggestions.filter({ hasText: 'webp' }).first().waitFor();
    await shot('2-values');
    await code.accept('webp');
    await code.untilLine('<img src="https://ik.imagekit.io/demo/a.jpg?tr=w-400,f-webp" alt="">');

    await page.keyboard.type(',l');
    await code.accept('l-text');
    await code.untilLine(
      '<img src="https://ik.imagekit.io/demo/a.jpg?tr=w-400,f-webp,l-text,i-Hello,fs-45,co-FFFFFF,lfo-center,l-end" alt="">',
    );
    await shot('3-layer');
    for (const part of ['Sale', '60', 'FF0000', 'top']) {
      await page.keyboard.type(part);
      await page.keyboard.press('Tab');
    }
    // Behind the last tab stop comes the end of the layer.
    await page.keyboard.type(':rt-90');
    await code.untilLine(
      '<img src="https://ik.imagekit.io/demo/a.jpg?tr=w-400,f-webp,l-text,i-Sale,fs-60,co-FF0000,lfo-top,l-end:rt-90" alt="">',
    );
    // `-` and `_` are parts of words here, so that VS Code itself would ask for nothing.
    await page.keyboard.type(',b-');
    await page.keyboard.type('5_');
    await code.suggestions.filter({ hasText: 'aliceblue' }).first().waitFor();
    // A list draws only what fits.
    await page.keyboard.type('red');
    await code.accept('red');
    await page.keyboard.type(',fl-');
    await shot('4-by-hand');
    await code.accept('h');
    await code.untilLine(
      '<img src="https://ik.imagekit.io/demo/a.jpg?tr=w-400,f-webp,l-text,i-Sale,fs-60,co-FF0000,lfo-top,l-end:rt-90,b-5_red,fl-h" alt="">',
    );
  },
};
