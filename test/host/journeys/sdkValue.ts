import { openNew, type Journey } from './journey.ts';

const text = `import { buildSrc } from '@imagekit/javascript';

export const card = buildSrc({
  urlEndpoint: 'https://ik.imagekit.io/demo',
  src: '/a.jpg',
  transformation: [
    { raw: 'w-300' },
  ],
});
`;

/** Works in the text of an SDK's option as in a URL, lines away from the name of ImageKit. */
export const sdkValue: Journey = {
  name: 'sdk-value',
  async play(stage) {
    const { page, code, shot } = stage;
    await openNew(stage, 'card.ts', text);
    await code.pointAt('raw:', 'w-300');
    await page.locator('.monaco-hover:visible', { hasText: 'width' }).first().waitFor();
    await shot('1-hover');
    await page.mouse.move(600, 700);

    await code.setCursorBehind('w-300');
    await page.keyboard.type(',hight-200,f');
    await code.accept('f');
    await code.accept('webp');
    await page.locator('.squiggly-warning').first().waitFor();
    await code.untilLine("    { raw: 'w-300,hight-200,f-webp' },");
    await shot('2-completed');
    await code.setCursorBehind('hight');
    await code.openFixes();
    await code.chooseAction('Change to h');
    await code.untilLine("    { raw: 'w-300,h-200,f-webp' },");
  },
};
