import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import type * as vscode from 'vscode';
import type { AccountContent } from '../../../../src/core/language/accountContent.ts';
import type { PictureLoader } from '../../../../src/features/hover/pictureLoader.ts';
import type { AccountSession } from '../../../../src/platform/accountSession.ts';
import type { DocumentLimits, LineText } from '../../../../src/platform/documentLimits.ts';
import { TextDocument } from '../../support/textDocument.ts';
import { Position, vscodeParts } from '../../support/vscodeParts.ts';
import { stubVscode } from '../../support/vscodeStub.ts';

const endpoint = 'https://ik.imagekit.io/demo';
const file = { fileId: '5f7', fileType: 'image', width: 100, height: 100, size: 1000 };

const markdownOf = (hover: vscode.Hover | undefined): string =>
  hover?.contents.map((content) => (content as vscode.MarkdownString).value).join('\n') ?? '';

suite('what the account knows of a URL', () => {
  /** Gives the folder of the library. */
  let answer: () => void;

  /** A hover over a URL whose picture is there at once. */
  async function hoverOver(isAnswered: boolean) {
    stubVscode(fileURLToPath(new URL('../../../../src', import.meta.url)), vscodeParts);
    const { UrlHovers } = await import('../../../../src/features/hover/urlHovers.ts');
    const listing = new Promise<unknown>((resolve) => {
      answer = () => resolve({ items: [{ kind: 'file', path: '/a.jpg', file }] });
    });
    if (isAnswered) answer();
    const content = {
      urlEndpoints: [endpoint],
      folder: () => listing,
    } as unknown as AccountContent;
    const hovers = new UrlHovers({
      session: { urlEndpoints: () => Promise.resolve([]) } as unknown as AccountSession,
      limits: {
        lineAt: (document, { line, character }) =>
          ({
            text: document.lineAt(line).text,
            offset: character,
            toRange: () => new vscodeParts.Range(0, 0, 0, 1),
          }) as unknown as LineText,
      } as DocumentLimits,
      findContent: () => Promise.resolve(content),
      loader: {
        load: () =>
          Promise.resolve({ picture: { kind: 'shown', source: `${endpoint}/tr:w-3/a.jpg` } }),
      } as unknown as PictureLoader,
    });
    const document = new TextDocument('/a.html', `"${endpoint}/tr:w-3/a.jpg"`);
    return hovers.describe(
      document as unknown as vscode.TextDocument,
      new Position(0, 5) as unknown as vscode.Position,
      {
        isCancellationRequested: false,
        onCancellationRequested: () => ({ dispose: () => undefined }),
      },
    );
  }

  test('is part of the text where it is there in time', async () => {
    const hover = await hoverOver(true);
    assert.match(markdownOf(hover?.text), /revealInLibrary.*Open in Dashboard/);
    assert.equal(hover?.later, undefined);
  });

  test('comes with the picture where it is there later', async () => {
    const hover = await hoverOver(false);
    assert.match(markdownOf(hover?.text), /Copy URL/);
    assert.doesNotMatch(markdownOf(hover?.text), /revealInLibrary/);
    answer();
    const later = markdownOf(await hover?.later);
    assert.match(later, /revealInLibrary.*Open in Dashboard/);
    assert.match(later, /!\[\]\(https:.*\/tr:w-3\/a\.jpg/);
  });
});
