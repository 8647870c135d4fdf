import * as vscode from 'vscode';
import { findColours, printColour } from '../../core/language/colours.ts';
import type { AccountSession } from '../../platform/accountSession.ts';
import type { DocumentLimits } from '../../platform/documentLimits.ts';

/** Colour boxes and the picker for the colours of transformations. */
export class ColourProvider implements vscode.DocumentColorProvider {
  readonly #session: AccountSession;
  readonly #limits: DocumentLimits;

  constructor(session: AccountSession, limits: DocumentLimits) {
    this.#session = session;
    this.#limits = limits;
  }

  async provideDocumentColors(document: vscode.TextDocument): Promise<vscode.ColorInformation[]> {
    const text = this.#limits.textOf(document);
    if (text === undefined) return [];
    const found = findColours(text, await this.#session.urlEndpoints());
    return found.map(({ start, end, colour: { red, green, blue, alpha } }) => {
      const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
      return new vscode.ColorInformation(range, new vscode.Color(red, green, blue, alpha));
    });
  }

  provideColorPresentations(color: vscode.Color): vscode.ColorPresentation[] {
    return printColour(color).map((text) => new vscode.ColorPresentation(text));
  }
}
