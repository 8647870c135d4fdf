import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import type * as vscode from 'vscode';
import { TextDocument } from '../unit/support/textDocument.ts';
import { editor, Position, vscodeParts } from '../unit/support/vscodeParts.ts';
import { stubVscode } from '../unit/support/vscodeStub.ts';
import { documentWithUrls } from './finder.ts';
import { percentile, type Row } from './ratio.ts';

/**
 * The providers themselves in a document of a megabyte with 2,000 URLs, each time after an edit,
 * without VS Code around them. Nobody is connected, and the network answers at once.
 */
export async function benchProviders(): Promise<readonly Row[]> {
  stubVscode(fileURLToPath(new URL('../../src', import.meta.url)), vscodeParts);
  const { createProviders } = await import('./editor/providers.ts');
  const { completion, hover, diagnostics } = createProviders();
  const token = {
    isCancellationRequested: false,
    onCancellationRequested: () => ({ dispose: () => undefined }),
  };
  const right = documentWithUrls();
  const wrong = right.replaceAll(/tr:w-(\d+),h-300/g, 'tr:w-$1,hight-300,dpr-9');
  const type = typist('/right.html', right);
  const typeWrong = typist('/wrong.html', wrong);
  const inPlace = async (place: Place): Promise<number> =>
    (await diagnostics.findIn(place.document, token)).length;
  assert((await inPlace(typist('/all-wrong.html', wrong)(0))) >= 4000);
  const rows = [
    await percentile('completion in 1 MB with 2,000 URLs, p95 beside 5 ms', 5, (call) => {
      const { document, position } = type(call);
      return () => completion.provideCompletionItems(document, position, token);
    }),
    await percentile('hover text in 1 MB with 2,000 URLs, p95 beside 5 ms', 5, (call) => {
      const { document, position } = type(call);
      return () => hover.provideHover(document, position, token);
    }),
    await percentile(
      'checking 1 MB with 2,000 URLs after an edit, p95 beside 10 ms',
      10,
      (call) => {
        const place = type(call);
        return () => inPlace(place);
      },
    ),
    await percentile('the same with 4,000 findings, p95 beside 10 ms', 10, (call) => {
      const place = typeWrong(call);
      return () => inPlace(place);
    }),
  ];
  diagnostics.dispose();
  return rows;
}

interface Place {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
}

/** Types a digit more into the width of one URL after the other, or takes it away again. */
function typist(path: string, text: string): (call: number) => Place {
  const document = new TextDocument(path, text);
  const lines = text.split('\n').flatMap((line, index) => (line.includes('tr:w-') ? [index] : []));
  return (call) => {
    // All over the document: 7 is no divisor of their number.
    const line = lines[(call * 7) % lines.length] ?? 0;
    const start = document.lineAt(line).text.indexOf('tr:w-') + 'tr:w-'.length;
    const isOdd = call % 2 === 1;
    editor.change(document, document.edit(line, start, start + (isOdd ? 1 : 0), isOdd ? '' : '1'));
    const position = new Position(line, start + 1);
    return {
      document: document as unknown as vscode.TextDocument,
      position: position as unknown as vscode.Position,
    };
  };
}
