import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { emulator } from './support/emulatorControls.ts';
import { connectToEmulator } from './support/extension.ts';
import { pixel, UploadDesk } from './support/uploads.ts';

const scheme = 'imagekit-test';

/** A file system that has one picture. */
class OnePicture implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.readFile(uri).length };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    if (uri.path !== '/picture.png') throw vscode.FileSystemError.FileNotFound(uri);
    return new Uint8Array(pixel);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [['picture.png', vscode.FileType.File]];
  }

  createDirectory(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  writeFile(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  delete(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  rename(): never {
    throw vscode.FileSystemError.NoPermissions();
  }
}

suite('upload from other file systems', () => {
  let desk: UploadDesk;
  let registration: vscode.Disposable;

  suiteSetup(async () => {
    registration = vscode.workspace.registerFileSystemProvider(scheme, new OnePicture());
    await connectToEmulator();
  });

  suiteTeardown(() => void registration.dispose());

  setup(() => {
    desk = new UploadDesk();
  });

  teardown(() => desk.dispose());

  test('a file arrives that is not on a disk', async () => {
    const { text } = await desk.upload(vscode.Uri.from({ scheme, path: '/picture.png' }));
    assert.match(text, /^Uploaded \/picture_[\w-]+\.png\.$/);
    const stored = (await emulator.list('/')).find(({ name }) => name.startsWith('picture_'));
    assert.equal(stored?.size, pixel.length);
  });

  test('a file that is missing there', async () => {
    const { text } = await desk.upload(vscode.Uri.from({ scheme, path: '/missing.png' }));
    assert.equal(
      text,
      'missing.png was not uploaded: The file imagekit-test:/missing.png does not exist (any more); choose another one.',
    );
  });

  test('a file system that nobody serves', async () => {
    const { text } = await desk.upload(vscode.Uri.parse('imagekit-nowhere:/a.png'));
    assert.match(
      text,
      /^a\.png was not uploaded: The file imagekit-nowhere:\/a\.png cannot be read; check .+\.$/,
    );
  });
});
