import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isImageKitError, type ImageKitErrorReason } from '../../../src/core/api/imageKitError.ts';
import { openFileAsBlob } from '../../../src/platform/openFile.ts';

async function refused(fsPath: string, reason: ImageKitErrorReason): Promise<void> {
  await assert.rejects(openFileAsBlob(fsPath), (error) => {
    assert.ok(isImageKitError(error, reason), String(error));
    assert.equal(error.subject, fsPath);
    return true;
  });
}

suite('opening a file to upload', () => {
  let folder = '';

  setup(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'imagekit-open-'));
  });

  teardown(() => rm(folder, { recursive: true }));

  test('gives its bytes', async () => {
    const fsPath = path.join(folder, 'ä b.txt');
    await writeFile(fsPath, 'content');
    const blob = await openFileAsBlob(fsPath);
    assert.equal(blob.size, 7);
    assert.equal(await blob.text(), 'content');
  });

  test('a missing file, and one below a file, are missing', async () => {
    await refused(path.join(folder, 'none.png'), 'fileMissing');
    await writeFile(path.join(folder, 'file'), 'x');
    await refused(path.join(folder, 'file', 'below.png'), 'fileMissing');
  });

  test('a folder and a device cannot be read as a file', async function () {
    await refused(folder, 'fileUnreadable');
    if (process.platform === 'win32') this.skip();
    await refused('/dev/zero', 'fileUnreadable');
  });

  test('a file without permission cannot be read', async function () {
    // Root reads everything, and Windows has no such permission bits.
    if (process.platform === 'win32' || process.getuid?.() === 0) this.skip();
    const fsPath = path.join(folder, 'secret.png');
    await writeFile(fsPath, 'x');
    await chmod(fsPath, 0o000);
    await refused(fsPath, 'fileUnreadable');
  });
});
