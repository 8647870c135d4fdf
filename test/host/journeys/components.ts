import { openNew, type Journey, type Stage } from './journey.ts';

const url = 'https://ik.imagekit.io/demo/tr:w-300/a.jpg';

/** Extracts URLs from components of Vue and Svelte, whose languages come from other extensions. */
export const components: Journey = {
  name: 'components',
  playground: { extensions: ['test/fixtures/componentLanguages'] },
  async play(stage) {
    await openNew(stage, 'Card.vue', `<template>\n  <img src="${url}" alt="">\n</template>\n`);
    await extract(stage, [
      '<script setup>',
      "import { buildSrc } from '@imagekit/javascript';",
      '</script>',
      '<template>',
      '  <img :src="buildSrc({',
      "    src: '/a.jpg',",
      '    transformation: [{ width: 300 }],',
      '  })" alt="">',
    ]);
    await stage.shot('1-vue');

    await openNew(stage, 'Card.svelte', `<img src="${url}" alt="">\n`);
    await extract(stage, [
      '<script>',
      "  import { buildSrc } from '@imagekit/javascript';",
      '</script>',
      '<img src={buildSrc({',
      '  src: "/a.jpg",',
      '  transformation: [{ width: 300 }],',
      '})} alt="">',
    ]);
    await stage.shot('2-svelte');
  },
};

async function extract({ code }: Stage, lines: readonly string[]): Promise<void> {
  await code.setCursorBehind('w-300');
  await code.openRefactorings();
  await code.chooseAction('Extract to options of buildSrc');
  for (const line of lines) await code.untilLine(line);
}
