import * as vscode from 'vscode';
import { printColour } from '../../core/language/colours.ts';
import type { AccountSession } from '../../platform/accountSession.ts';
import { colourSpansOf } from '../../platform/documentColours.ts';
import type { DocumentLimits } from '../../platform/documentLimits.ts';
import type { PickedColours } from '../../platform/pickedColours.ts';

/** Colour boxes and the picker for the colours of transformations. */
export class ColourProvider implements vscode.DocumentColorProvider {
  readonly #session: AccountSession;
  readonly #limits: DocumentLimits;
  readonly #picked: PickedColours;

  constructor(session: AccountSession, limits: DocumentLimits, picked: PickedColours) {
    this.#session = session;
    this.#limits = limits;
    this.#picked = picked;
  }

  async provideDocumentColors(document: vscode.TextDocument): Promise<vscode.ColorInformation[]> {
    const text = this.#limits.textOf(document);
    if (text === undefined) return [];
    const endpoints = await this.#session.urlEndpoints();
    const found = await colourSpansOf(document, text, endpoints);
    return found.map(({ start, end, colour: { red, green, blue, alpha } }) => {
      const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
      return new vscode.ColorInformation(range, new vscode.Color(red, green, blue, alpha));
    });
  }

  provideColorPresentations(
    color: vscode.Color,
    { document }: { readonly document: vscode.TextDocument },
  ): vscode.ColorPresentation[] {
    const forms = printColour(color);
    this.#picked.offer(document, forms);
    return forms.map((text) => new vscode.ColorPresentation(text));
  }
}
