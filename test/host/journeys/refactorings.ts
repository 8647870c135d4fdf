import { openNew, type Journey } from './journey.ts';

/** Moves a transformation into the query and back by the menu of refactorings. */
export const refactorings: Journey = {
  name: 'refactorings',
  async play(stage) {
    const { page, code, shot } = stage;
    await openNew(stage, 'post.md', '![](https://ik.imagekit.io/demo/tr:w-300,h-200/a.jpg?v=2)\n');
    await code.setCursorBehind('w-300');
    await code.openRefactorings();
    await shot('1-menu');
    await code.chooseAction('Move the transformation to the query');
    await code.untilLine('![](https://ik.imagekit.io/demo/a.jpg?v=2&tr=w-300,h-200)');

    await code.setCursorBehind('h-200');
    await code.openRefactorings();
    await code.chooseAction('Move the transformation to the path');
    await code.untilLine('![](https://ik.imagekit.io/demo/tr:w-300,h-200/a.jpg?v=2)');

    await page.keyboard.press('Control+Z');
    await code.untilLine('![](https://ik.imagekit.io/demo/a.jpg?v=2&tr=w-300,h-200)');
    await shot('2-undone');
  },
};
