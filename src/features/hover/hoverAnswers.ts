import type * as vscode from 'vscode';

/** The hover of one place. */
export interface HoverAnswer {
  readonly text: vscode.Hover;
  /** What arrives when the text is shown already. */
  readonly later?: Promise<vscode.Hover | undefined>;
}

export type HoverPart = keyof HoverAnswer;

type Describe = (
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
) => Promise<HoverAnswer | undefined>;

/**
 * VS Code waits for a whole answer of a provider, but shows what several providers answer one after
 * the other. So there are two, for what is known at once and for what comes later; they are asked at
 * the same time and share one answer.
 */
export class HoverAnswers {
  readonly #describe: Describe;
  #last:
    | {
        readonly place: string;
        readonly asked: Set<HoverPart>;
        readonly answer: ReturnType<Describe>;
      }
    | undefined;

  constructor(describe: Describe) {
    this.#describe = describe;
  }

  providerOf(part: HoverPart): vscode.HoverProvider {
    return {
      provideHover: async (document, position, token) => {
        const answer = await this.#answer(part, document, position, token);
        const hover = await answer?.[part];
        return token.isCancellationRequested ? undefined : hover;
      },
    };
  }

  #answer(part: HoverPart, ...where: Parameters<Describe>): ReturnType<Describe> {
    const [{ uri, version }, { line, character }] = where;
    const place = [uri.toString(), version, line, character].join(' ');
    // Who asks for the same part again points there again.
    if (this.#last?.place !== place || this.#last.asked.has(part)) {
      this.#last = { place, asked: new Set(), answer: this.#describe(...where) };
    }
    this.#last.asked.add(part);
    return this.#last.answer;
  }
}
