import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { emulator, emulatorOrigin, urlEndpoint } from './support/emulatorControls.ts';
import { account, connectToEmulator, handles } from './support/extension.ts';
import { ConnectDesk } from './support/connectDesk.ts';

suite('account', () => {
  let desk: ConnectDesk;

  setup(async () => {
    desk = new ConnectDesk();
    await (await handles()).store.deleteAll();
    await emulator.clearFaults();
  });

  teardown(() => desk.dispose());

  const connect = (origin = emulatorOrigin): Promise<void> => desk.connectEmulator(origin);

  test('connecting to the emulator checks the key and keeps the account', async () => {
    await emulator.clearRequests();
    await connect();
    assert.equal((await account())?.urlEndpoint, urlEndpoint);
    assert.equal((await account())?.apiOrigin, emulatorOrigin);
    const [request] = await emulator.requests();
    assert.match(request?.path ?? '', /^\/v1\/files\?/);
    assert.equal(request?.status, 200);
    assert.deepEqual(desk.messages.shown, []);
  });

  test('a key that the service does not know is refused in one sentence and not kept', async () => {
    await emulator.addFaults({ match: { path: '/v1/files' }, times: 1, status: 403 });
    await connect();
    assert.equal(await account(), undefined);
    assert.equal(desk.messages.shown.length, 1);
    assert.equal(desk.messages.shown[0]?.severity, 'showErrorMessage');
    assert.match(desk.messages.shown[0]?.text ?? '', /key/i);
  });

  test('the address is asked for, whatever a link or a task passes along', async () => {
    const running = vscode.commands.executeCommand('imagekit.connectEmulator', emulatorOrigin);
    const question = await desk.prompts.nextInput();
    assert.equal(await account(), undefined);
    await question.cancel();
    await running;
    assert.equal(await account(), undefined);
  });

  test('an unreachable host is not called a wrong key', async () => {
    // Port 9 is the discard service, which no machine runs today.
    await connect('http://127.0.0.1:9');
    assert.equal(await account(), undefined);
    assert.equal(desk.messages.shown.length, 1);
    assert.match(desk.messages.shown[0]?.text ?? '', /reach/i);
    assert.doesNotMatch(desk.messages.shown[0]?.text ?? '', /\bkey\b/i);
  });

  test('Try Again checks once more and connects when the service is back', async () => {
    await emulator.addFaults({ match: { path: '/v1/files' }, times: 1, status: 403 });
    desk.messages.answer('Try Again');
    await connect();
    assert.equal((await account())?.urlEndpoint, urlEndpoint);
  });

  test('disconnecting asks first and then forgets the keys', async () => {
    await connectToEmulator();
    await vscode.commands.executeCommand('imagekit.disconnectAccount');
    assert.notEqual(await account(), undefined, 'closing the question changes nothing');
    desk.messages.answer('Disconnect');
    await vscode.commands.executeCommand('imagekit.disconnectAccount');
    assert.equal(await account(), undefined);
  });

  test('a command that needs an account offers to connect one', async () => {
    await vscode.commands.executeCommand('imagekit.uploadFile');
    assert.deepEqual(
      desk.messages.shown.map(({ actions }) => actions),
      [['Connect Account', 'Show Log']],
    );
  });
});
