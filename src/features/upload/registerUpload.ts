import * as vscode from 'vscode';
import { commandIds } from '../../constants.ts';
import type { CommandRunner } from '../../platform/commandRunner.ts';
import { UploadControl } from './uploadControl.ts';
import type { UploadDependencies } from './uploadCommands.ts';

export function registerUpload(
  commands: CommandRunner,
  dependencies: UploadDependencies,
): vscode.Disposable {
  const control = new UploadControl();
  const slice = { ...dependencies, commands, control };
  const uploadFiles = async (clicked: unknown, selected: unknown): Promise<void> => {
    const work = await import('./uploadCommands.ts');
    await work.uploadFiles(slice, clicked, selected);
  };
  return vscode.Disposable.from(
    control,
    commands.register(commandIds.pauseUploads, () => control.pause()),
    commands.register(commandIds.resumeUploads, () => control.resume()),
    commands.register(commandIds.uploadFile, uploadFiles),
    commands.register(commandIds.uploadFromExplorer, uploadFiles),
    commands.register(commandIds.uploadToFolder, async (node) => {
      const { uploadToFolder } = await import('./uploadCommands.ts');
      await uploadToFolder(slice, node);
    }),
    commands.register(commandIds.uploadFromUrl, async () => {
      const { uploadFromUrl } = await import('./uploadCommands.ts');
      await uploadFromUrl(slice);
    }),
  );
}
