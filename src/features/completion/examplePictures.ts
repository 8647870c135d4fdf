import * as vscode from 'vscode';
import { exampleChains, exampleFile } from '../../core/language/completion/examplePictures.ts';
import type { Logger } from '../../platform/outputLogger.ts';

/** The extension's own pictures of what parameters and values do, each read when it is looked at. */
export class ExamplePictures {
  readonly #folder: vscode.Uri;
  readonly #logger: Logger;
  readonly #known = new Map<string, Promise<string | undefined>>();

  constructor(extension: vscode.Uri, logger: Logger) {
    this.#folder = vscode.Uri.joinPath(extension, 'media', 'examples');
    this.#logger = logger;
  }

  /** Markdown, or `undefined` where a picture would say nothing. */
  async markdownOf(documentationKey: string): Promise<string | undefined> {
    const chain = exampleChains.get(documentationKey);
    if (chain === undefined) return undefined;
    const known = this.#known.get(documentationKey) ?? this.#read(documentationKey, chain);
    this.#known.set(documentationKey, known);
    return await known;
  }

  async #read(documentationKey: string, chain: string): Promise<string | undefined> {
    try {
      const file = vscode.Uri.joinPath(this.#folder, exampleFile(documentationKey));
      const bytes = await vscode.workspace.fs.readFile(file);
      return `![${chain}](data:image/webp;base64,${Buffer.from(bytes).toString('base64')})`;
    } catch (error) {
      // The description stands for itself.
      this.#logger.error(`The picture of ${documentationKey} could not be read`, error);
      return undefined;
    }
  }
}
