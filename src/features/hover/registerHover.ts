import * as vscode from 'vscode';
import type { HttpTransport } from '../../core/api/httpTransport.ts';
import { commandIds } from '../../constants.ts';
import type { CommandRunner } from '../../platform/commandRunner.ts';
import type { ImageKitDocuments } from '../../platform/imageKitDocuments.ts';
import { OnDemand } from '../../platform/onDemand.ts';
import { HoverAnswers } from './hoverAnswers.ts';
import { PreviewRequests } from './previewRequests.ts';
import type { HoverDependencies } from './urlHovers.ts';

export interface Hover extends vscode.Disposable {
  /** Files may be others now: what is known of them is asked for again. */
  forget(): void;
}

export function registerHover(
  commands: CommandRunner,
  documents: ImageKitDocuments,
  dependencies: Omit<HoverDependencies, 'loader'>,
  transport: HttpTransport,
): Hover {
  const requests = new PreviewRequests();
  const hovers = new OnDemand(async () => {
    const { createUrlHovers } = await import('./createUrlHovers.ts');
    return createUrlHovers(dependencies, transport, requests);
  });
  const answers = new HoverAnswers(async (document, ...where) => {
    const loaded = await documents.partFor(hovers, document);
    return loaded?.hovers.describe(document, ...where);
  });
  const registrations = vscode.Disposable.from(
    vscode.languages.registerHoverProvider('*', answers.providerOf('text')),
    // Who is registered last comes first: a picture stands above its explanation.
    vscode.languages.registerHoverProvider('*', answers.providerOf('later')),
    commands.register(commandIds.loadPreview, (request) => requests.load(request)),
  );
  return {
    forget: () => hovers.tell(({ loader }) => loader.forget()),
    dispose: () => registrations.dispose(),
  };
}
