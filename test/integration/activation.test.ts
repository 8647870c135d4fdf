import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { ActivationWatch, activation } from './support/activationWatch.ts';
import { connectToEmulator, disconnect, handles } from './support/extension.ts';

suite('activation', () => {
  test('opens no connection and no file', () => {
    assert.equal(activation.wasWatched, true);
    assert.deepEqual(activation.seen, []);
  });

  test('the watch would have seen a connection', async () => {
    await connectToEmulator();
    const watch = new ActivationWatch();
    try {
      await vscode.commands.executeCommand('imagekit.refreshLibrary');
      const { session } = await handles();
      await (await session.require()).client.assets.list({ path: '/' });
      assert(watch.seen.includes('connect'));
      // What others do is not the extension's.
      const before = watch.seen.length;
      await writeFile('/dev/null', '');
      assert.equal(watch.seen.length, before);
    } finally {
      watch.stop();
      await disconnect();
    }
  });
});
