/** Loaded when `vscode` has its double; see ../providers.ts. */
import type * as vscode from 'vscode';
import type { HttpTransport } from '../../../src/core/api/httpTransport.ts';
import { TransformationCompletionProvider } from '../../../src/features/completion/transformationCompletionProvider.ts';
import { ExamplePictures } from '../../../src/features/completion/examplePictures.ts';
import { DiagnosticsController } from '../../../src/features/diagnostics/diagnosticsController.ts';
import { DeliveryProbe } from '../../../src/features/hover/deliveryProbe.ts';
import { HoverAnswers } from '../../../src/features/hover/hoverAnswers.ts';
import { LoopbackPictures } from '../../../src/features/hover/loopbackPictures.ts';
import { PictureLoader } from '../../../src/features/hover/pictureLoader.ts';
import { PreviewRequests } from '../../../src/features/hover/previewRequests.ts';
import { UrlHovers } from '../../../src/features/hover/urlHovers.ts';
import { AccountSession } from '../../../src/platform/accountSession.ts';
import { AccountStore } from '../../../src/platform/accountStore.ts';
import { DocumentLimits } from '../../../src/platform/documentLimits.ts';
import { PickedColours } from '../../../src/platform/pickedColours.ts';

/** Every picture is there at once. */
const transport: HttpTransport = async () => ({
  status: 200,
  header: (name) => ({ 'content-type': 'image/webp', 'content-length': '18000' })[name],
  text: async () => '',
  bytes: async () => new Uint8Array(),
});

/** A document that is passed over, or an error, would be no measurement. */
function refuse(message: string): never {
  throw new Error(message);
}

/** The providers as extension.ts builds them, with nobody connected. */
export function createProviders() {
  const memento = {
    get: () => undefined,
    keys: () => [],
    update: async () => undefined,
  } as unknown as vscode.Memento;
  const secrets = {
    get: async () => undefined,
    onDidChange: () => ({ dispose: () => undefined }),
  } as unknown as vscode.SecretStorage;
  const session = new AccountSession(new AccountStore(memento, secrets), transport);
  const logger = { info: refuse, warn: refuse, error: refuse };
  const limits = new DocumentLimits(logger);
  const requests = new PreviewRequests();
  const loader = new PictureLoader(
    new LoopbackPictures(transport),
    new DeliveryProbe(transport),
    requests,
  );
  const findContent = async () => undefined;
  const hovers = new UrlHovers({ session, limits, findContent, loader });
  return {
    completion: new TransformationCompletionProvider(
      session,
      limits,
      new PickedColours(memento, session, logger),
      new ExamplePictures({} as unknown as vscode.Uri, logger),
    ),
    hover: new HoverAnswers((...where) => hovers.describe(...where)).providerOf('text'),
    diagnostics: new DiagnosticsController(session, limits, logger, findContent, () => ({
      dispose: () => undefined,
    })),
  };
}
