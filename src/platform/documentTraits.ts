import type * as vscode from 'vscode';
import type { DocumentTraits } from '../core/language/documentTraits.ts';
import { mentionsImageKit } from '../core/language/triggers.ts';

/** Looks through a document once a version, and only when somebody asks. */
class CachedTraits implements DocumentTraits {
  readonly #document: vscode.TextDocument;
  #version: number | undefined;
  #mentionsImageKit = false;

  constructor(document: vscode.TextDocument) {
    this.#document = document;
  }

  get languageId(): string {
    return this.#document.languageId;
  }

  get mentionsImageKit(): boolean {
    if (this.#version !== this.#document.version) {
      this.#version = this.#document.version;
      this.#mentionsImageKit = mentionsImageKit(this.#document.getText());
    }
    return this.#mentionsImageKit;
  }
}

const known = new WeakMap<vscode.TextDocument, CachedTraits>();

/** What of a document as a whole decides how one of its lines is read. */
export function traitsOf(document: vscode.TextDocument): DocumentTraits {
  const traits = known.get(document) ?? new CachedTraits(document);
  known.set(document, traits);
  return traits;
}
