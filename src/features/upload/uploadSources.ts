import * as vscode from 'vscode';
import { ImageKitError } from '../../core/api/imageKitError.ts';
import type { UploadSource } from '../../core/upload/uploadBatch.ts';
import { openFileAsBlob } from '../../platform/openFile.ts';

/** What the upload API takes as its `file`: bytes (disk-backed where they can be) or a remote URL. */
export interface MediaSource extends UploadSource {
  readonly open: () => Promise<Blob | string>;
}

/** A file of any file system; one on this disk is streamed, another is read by VS Code. */
export function fileSource(uri: vscode.Uri): MediaSource {
  return {
    name: uri.path.slice(uri.path.lastIndexOf('/') + 1),
    open: async () =>
      uri.scheme === 'file'
        ? openFileAsBlob(uri.fsPath)
        : new Blob([new Uint8Array(await readFile(uri))]),
  };
}

/** @throws ImageKitError with `fileMissing` or `fileUnreadable`. */
async function readFile(uri: vscode.Uri): Promise<Uint8Array> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (cause) {
    const isMissing = cause instanceof vscode.FileSystemError && cause.code === 'FileNotFound';
    throw new ImageKitError(
      isMissing ? 'fileMissing' : 'fileUnreadable',
      `${uri.toString()} could not be read`,
      { subject: uri.toString(), cause },
    );
  }
}

/** A URL that ImageKit fetches itself. */
export function remoteSource(url: string, name: string): MediaSource {
  return { name, open: async () => url };
}
