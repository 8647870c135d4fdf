import * as vscode from 'vscode';
import type { HttpTransport } from '../../core/api/httpTransport.ts';
import { commandIds } from '../../constants.ts';
import type { FindAccountContent } from '../../platform/accountContent.ts';
import type { AccountSession } from '../../platform/accountSession.ts';
import type { DocumentLimits } from '../../platform/documentLimits.ts';
import type { CommandRunner } from '../../platform/commandRunner.ts';
import { DeliveryProbe } from './deliveryProbe.ts';
import { HoverAnswers } from './hoverAnswers.ts';
import { LoopbackPictures } from './loopbackPictures.ts';
import { PictureLoader } from './pictureLoader.ts';
import { PreviewRequests } from './previewRequests.ts';
import { UrlHovers } from './urlHovers.ts';

export interface Hover extends vscode.Disposable {
  /** Files may be others now: what is known of them is asked for again. */
  forget(): void;
}

/** @param findContent What the library has, for the sizes of originals. */
export function registerHover(
  commands: CommandRunner,
  session: AccountSession,
  limits: DocumentLimits,
  findContent: FindAccountContent,
  transport: HttpTransport,
): Hover {
  const requests = new PreviewRequests();
  const loader = new PictureLoader(
    new LoopbackPictures(transport),
    new DeliveryProbe(transport),
    requests,
  );
  const hovers = new UrlHovers({ session, limits, findContent, loader });
  const answers = new HoverAnswers((...where) => hovers.describe(...where));
  const registrations = vscode.Disposable.from(
    vscode.languages.registerHoverProvider('*', answers.providerOf('text')),
    // Who is registered last comes first: a picture stands above its explanation.
    vscode.languages.registerHoverProvider('*', answers.providerOf('later')),
    commands.register(commandIds.loadPreview, (request) => requests.load(request)),
  );
  return { forget: () => loader.forget(), dispose: () => registrations.dispose() };
}
