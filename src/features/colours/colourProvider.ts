import * as vscode from 'vscode';
import { findColours, printColour } from '../../core/language/colours.ts';
import type { AccountSession } from '../../platform/accountSession.ts';

/** Colour boxes and the picker for the colours of transformations. */
export class ColourProvider implements vscode.DocumentColorProvider {
  readonly #session: AccountSession;

  constructor(session: AccountSession) {
    this.#session = session;
  }

  async provideDocumentColors(document: vscode.TextDocument): Promise<vscode.ColorInformation[]> {
    const found = findColours(document.getText(), await this.#session.urlEndpoints());
    return found.map(({ start, end, colour: { red, green, blue, alpha } }) => {
      const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
      return new vscode.ColorInformation(range, new vscode.Color(red, green, blue, alpha));
    });
  }

  provideColorPresentations(color: vscode.Color): vscode.ColorPresentation[] {
    return printColour(color).map((text) => new vscode.ColorPresentation(text));
  }
}
