import { openNew, type Journey } from './journey.ts';

/** Changes a colour of a transformation by eye. */
export const colours: Journey = {
  name: 'colours',
  async play(stage) {
    const { page, shot } = stage;
    await openNew(
      stage,
      'theme.json',
      '{ "banner": "https://ik.imagekit.io/demo/tr:w-300,h-300,cm-pad_resize,bg-FF0000/a.jpg" }\n',
    );
    const box = page.locator('.colorpicker-color-decoration').first();
    await box.hover();
    const picker = page.locator('.colorpicker-widget:visible').first();
    await picker.waitFor();
    await shot('1-picker');
    // In the middle of the field: half as bright, half as saturated.
    await picker.locator('.saturation-box').first().click();
    // ImageKit takes no `#`.
    const line = page.locator('.view-line', { hasText: /bg-\s?(?!FF0000)[0-9A-F]{6}\/a\.jpg/ });
    await line.waitFor();
    await shot('2-changed');
  },
};
