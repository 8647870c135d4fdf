import * as vscode from 'vscode';
import type { FindAccountContent } from '../../platform/accountContent.ts';
import {
  locateTransformations,
  type DocumentTransformation,
} from '../../core/language/locateTransformations.ts';
import { findOriginal, originalSize } from '../../core/language/originals.ts';
import { fixedSizeOf, outputSizeOf } from '../../core/language/pictureFacts.ts';
import type { PixelSize } from '../../core/transformation/resolveSize.ts';
import type { AccountSession } from '../../platform/accountSession.ts';
import type { DocumentLimits } from '../../platform/documentLimits.ts';
import { toAbortSignal } from '../../platform/cancellation.ts';
import { traitsOf } from '../../platform/documentTraits.ts';
import { within } from '../../platform/within.ts';
import { t } from '../../core/text/l10n.ts';

/** An answer of the library that takes longer is there the next time. */
const patienceInMilliseconds = 2000;

/** `480 × 320` behind a URL or a transformation that has none. */
export class SizeHintProvider implements vscode.InlayHintsProvider {
  readonly #session: AccountSession;
  readonly #limits: DocumentLimits;
  readonly #findContent: FindAccountContent;

  /** @param findContent What the library has, for the sizes of originals. */
  constructor(session: AccountSession, limits: DocumentLimits, findContent: FindAccountContent) {
    this.#session = session;
    this.#limits = limits;
    this.#findContent = findContent;
  }

  async provideInlayHints(
    document: vscode.TextDocument,
    range: vscode.Range,
    token: vscode.CancellationToken,
  ): Promise<vscode.InlayHint[]> {
    const text = this.#limits.textOf(document);
    if (text === undefined) return [];
    const endpoints = await this.#session.urlEndpoints();
    if (token.isCancellationRequested) return [];
    const signal = toAbortSignal(token);
    const hints = locateTransformations(text, endpoints, traitsOf(document))
      .map((located) => ({
        located,
        position: document.positionAt((located.url ?? located.transformation).end),
      }))
      .filter(({ position }) => range.contains(position))
      .map(async ({ located, position }) => {
        const size = await this.#sizeOf(document, located, signal);
        return size && hintOf(size, position);
      });
    return (await Promise.all(hints)).filter((hint) => hint !== undefined);
  }

  async #sizeOf(
    { uri }: vscode.TextDocument,
    { url, transformation: { steps }, targets }: DocumentTransformation,
    signal: AbortSignal,
  ): Promise<PixelSize | undefined> {
    if (targets.every((target) => target !== 'image')) return undefined;
    const fixed = fixedSizeOf(steps);
    if (fixed || !url) return fixed;
    const looked = findOriginal(url, () => this.#findContent(uri), signal);
    const original = originalSize(url, await within(looked, patienceInMilliseconds));
    return original && outputSizeOf(steps, original);
  }
}

function hintOf({ width, height }: PixelSize, position: vscode.Position): vscode.InlayHint {
  const hint = new vscode.InlayHint(position, `${width} × ${height}`);
  hint.paddingLeft = true;
  hint.tooltip = t('Size of the picture in pixels');
  return hint;
}
