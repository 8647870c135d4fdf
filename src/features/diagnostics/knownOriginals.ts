import type * as vscode from 'vscode';
import { findOriginal, originalSize } from '../../core/language/originals.ts';
import type { DocumentFacts } from '../../core/lint/documentLinter.ts';
import { holesIn } from '../../core/text/interpolation.ts';
import type { ImageKitUrl } from '../../core/url/imageKitUrl.ts';
import type { FindAccountContent } from '../../platform/accountContent.ts';

type OriginalFacts = ReturnType<NonNullable<DocumentFacts['originalOf']>>;

/** What makes a rule ask for the size of the original, or for its custom coordinates. */
const asksForOriginal = /e-(?:shadow|retouch|upscale)|cm-extract|fo-custom/;

/** What the media library knows of the originals that rules ask for; nothing else is asked of it. */
export class KnownOriginals {
  readonly #findContent: FindAccountContent;
  readonly #known = new Map<string, OriginalFacts>();
  readonly #wanted = new Map<string, { readonly url: ImageKitUrl; readonly scope: vscode.Uri }>();

  constructor(findContent: FindAccountContent) {
    this.#findContent = findContent;
  }

  /** Tells what is known by now of the URLs of a document; the rest waits for `learn`. */
  forDocument({ uri: scope }: vscode.TextDocument): (url: ImageKitUrl) => OriginalFacts {
    return (url) => {
      const { transformation, endpoint, assetPath } = url;
      if (!transformation || !asksForOriginal.test(transformation.text)) return {};
      if (holesIn(url, assetPath).length > 0) return {};
      const address = endpoint.text + assetPath.text;
      const known = this.#known.get(address);
      if (!known) this.#wanted.set(address, { url, scope });
      return known ?? {};
    };
  }

  /** The account or its files are others. */
  forget(): void {
    this.#known.clear();
    this.#wanted.clear();
  }

  /** @returns Whether more is known than before. */
  async learn(signal: AbortSignal): Promise<boolean> {
    const wanted = [...this.#wanted];
    this.#wanted.clear();
    const learnt = await Promise.all(
      wanted.map(async ([address, { url, scope }]) => {
        const facts = await this.#factsOf(url, scope, signal);
        this.#known.set(address, facts);
        return Object.keys(facts).length > 0;
      }),
    );
    return learnt.includes(true);
  }

  /** Without an account, and where it does not answer, nothing is known. */
  async #factsOf(url: ImageKitUrl, scope: vscode.Uri, signal: AbortSignal): Promise<OriginalFacts> {
    const found = await findOriginal(url, () => this.#findContent(scope), signal).catch(
      () => undefined,
    );
    const size = originalSize(url, found);
    return {
      ...(size && { size }),
      ...(found && { hasCustomCoordinates: Boolean(found.file.customCoordinates) }),
    };
  }
}
