import assert from 'node:assert/strict';
import { demoKeys } from '../../emulator/auth/demoKeys.ts';
import { openNew, type Journey } from './journey.ts';

/** Completes a file of the library and a named transformation of the account. */
export const accountContent: Journey = {
  name: 'account-content',
  async play(stage) {
    const { page, code, emulatorOrigin, urlEndpoint, shot } = stage;
    const { status } = await fetch(`${emulatorOrigin}/v1/named-transformations`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${btoa(`${demoKeys.privateKey}:`)}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ name: 'product_card', transformation: 'w-400,h-300,fo-auto' }),
    });
    assert.ok(status < 300, `the emulator answered ${status}`);
    await code.connectToEmulator();

    await openNew(stage, 'card.html', `<img src="${urlEndpoint}">\n`);
    await code.setCursorBehind(urlEndpoint);
    await page.keyboard.type('/');
    await code.suggestions.filter({ hasText: 'products' }).first().waitFor();
    await shot('1-folders');
    await page.keyboard.type('prod');
    await code.accept('products/');
    await code.suggestions.filter({ hasText: 'ceramic-mug.jpg' }).first().waitFor();
    await page.keyboard.type('cer');
    await shot('2-files');
    await code.accept('ceramic-mug.jpg');
    await code.untilLine(`<img src="${urlEndpoint}/products/ceramic-mug.jpg">`);

    await page.keyboard.type('?tr=n-');
    await code.suggestions.filter({ hasText: 'product_card' }).first().waitFor();
    await shot('3-named');
    await code.accept('product_card');
    await code.untilLine(`<img src="${urlEndpoint}/products/ceramic-mug.jpg?tr=n-product_card">`);
    await code.hoverPicture('product_card', 'product_card');
    await shot('4-delivered');
  },
};
