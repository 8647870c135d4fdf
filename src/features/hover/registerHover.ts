import * as vscode from 'vscode';
import type { HttpTransport } from '../../core/api/httpTransport.ts';
import { commandIds } from '../../constants.ts';
import type { AccountSession } from '../../platform/accountSession.ts';
import type { CommandRunner } from '../../platform/commandRunner.ts';
import { LoopbackPictures } from './loopbackPictures.ts';
import { PreviewRequests } from './previewRequests.ts';
import { UrlHoverProvider } from './urlHoverProvider.ts';

export function registerHover(
  commands: CommandRunner,
  session: AccountSession,
  transport: HttpTransport,
): vscode.Disposable {
  const requests = new PreviewRequests();
  const pictures = new LoopbackPictures(transport);
  return vscode.Disposable.from(
    vscode.languages.registerHoverProvider(
      '*',
      new UrlHoverProvider({ session, pictures, requests }),
    ),
    commands.register(commandIds.loadPreview, (request) => requests.load(request)),
  );
}
