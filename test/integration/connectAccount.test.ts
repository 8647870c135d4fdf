import assert from 'node:assert/strict';
import { ConnectDesk, keys } from './support/connectDesk.ts';
import { emulator, emulatorOrigin, urlEndpoint } from './support/emulatorControls.ts';
import { eventually } from './support/eventually.ts';
import { account, disconnect, handles } from './support/extension.ts';

suite('connect account', () => {
  let desk: ConnectDesk;

  setup(async () => {
    desk = new ConnectDesk();
    await disconnect();
  });

  teardown(() => desk.dispose());

  /** What the status bar shows of the account; VS Code tells a hidden item only by the calls. */
  async function watchStatusBar(): Promise<{ shown: string | undefined }> {
    const item = (await handles()).account.statusBar;
    const state: { shown: string | undefined } = { shown: undefined };
    const show = item.show.bind(item);
    const hide = item.hide.bind(item);
    Object.assign(item, {
      show: () => {
        state.shown = item.text;
        show();
      },
      hide: () => {
        state.shown = undefined;
        hide();
      },
    });
    return state;
  }

  test('three answers connect: the status bar names the account, the library has its files', async () => {
    const { store, mediaLibrary } = await handles();
    const statusBar = await watchStatusBar();
    const running = desk.start();
    await desk.answer(`${urlEndpoint}/`, ...keys);
    await running;
    assert.deepEqual(desk.messages.shown, []);
    const host = new URL(emulatorOrigin).host;
    const { id, ...connected } = (await account()) ?? assert.fail('no account');
    assert.match(id, /^[\da-f-]{36}$/);
    assert.deepEqual(connected, {
      name: host,
      isReadOnly: false,
      urlEndpoint,
      otherUrlEndpoints: [],
      publicKey: keys[0],
      privateKey: keys[1],
      apiOrigin: emulatorOrigin,
      uploadOrigin: emulatorOrigin,
    });
    await eventually(() => statusBar.shown === `$(cloud) ${host}`, 'the status bar item');
    const rows = (await mediaLibrary.provider.getChildren()) ?? [];
    assert(rows.some((row) => 'name' in row && row.name === 'default-image.jpg'));
    await store.deleteAll();
    await eventually(() => statusBar.shown === undefined, 'the end of the status bar item');
  });

  test('the steps are counted, the private key is hidden, and Back keeps what was typed', async () => {
    const running = desk.start();
    await desk.answer(urlEndpoint, keys[0]);
    const last = await desk.prompts.nextInput();
    assert.deepEqual(
      desk.prompts.opened.map(({ box }) => [box.step, box.totalSteps]),
      [
        [1, 3],
        [2, 3],
        [3, 3],
      ],
    );
    assert.equal(last.box.password, true);
    await last.back();
    const second = await desk.prompts.nextInput();
    assert.equal(second.box.value, keys[0]);
    assert.equal(second.box.password, false);
    await second.cancel();
    await running;
  });

  test('Edit asks again with what was typed, and the corrected key connects', async () => {
    desk.messages.answer('Edit');
    const running = desk.start();
    await desk.answer(urlEndpoint, keys[0], 'private_wrong');
    const values: string[] = [];
    for (const text of [urlEndpoint, ...keys]) {
      const box = await desk.prompts.nextInput();
      values.push(box.box.value);
      await box.answer(text);
    }
    await running;
    assert.deepEqual(values, [urlEndpoint, keys[0], 'private_wrong']);
    assert.equal((await account())?.privateKey, keys[1]);
  });

  test('giving up at any step keeps nothing and asks nobody', async () => {
    const all = [urlEndpoint, ...keys];
    for (const answered of all.keys()) {
      const running = desk.start();
      await desk.answer(...all.slice(0, answered));
      await (await desk.prompts.nextInput()).cancel();
      await running;
    }
    assert.equal(await account(), undefined);
    assert.deepEqual(await emulator.requests(), []);
    assert.deepEqual(desk.messages.shown, []);
  });
});
