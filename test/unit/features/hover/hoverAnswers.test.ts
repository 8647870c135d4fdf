import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { HoverAnswers, type HoverAnswer } from '../../../../src/features/hover/hoverAnswers.ts';

const token = { isCancellationRequested: false } as vscode.CancellationToken;
const document = { uri: { toString: () => 'file:///a.html' }, version: 1 } as vscode.TextDocument;

function at(character: number): vscode.Position {
  return { line: 0, character } as vscode.Position;
}

/** Hovers that count how often they are asked for, and a picture that comes when it is told to. */
function setUp() {
  const asked: number[] = [];
  let resolve = (_hover: vscode.Hover): void => undefined;
  const promise = new Promise<vscode.Hover>((settle) => {
    resolve = settle;
  });
  const answers = new HoverAnswers(async (_document, { character }): Promise<HoverAnswer> => {
    asked.push(character);
    return {
      text: { contents: [`text ${asked.length}`] } as unknown as vscode.Hover,
      later: promise,
    };
  });
  const ask = (part: 'text' | 'later', where = at(3), by = token) =>
    Promise.resolve(answers.providerOf(part).provideHover(document, where, by));
  return { asked, ask, resolve: (hover: vscode.Hover) => resolve(hover) };
}

suite('the two parts of a hover', () => {
  test('text does not wait for what comes later, which is then there, too', async () => {
    const { asked, ask, resolve } = setUp();
    const later = ask('later');
    assert.deepEqual((await ask('text'))?.contents, ['text 1']);
    const picture = { contents: ['picture'] } as unknown as vscode.Hover;
    resolve(picture);
    assert.equal(await later, picture);
    assert.deepEqual(asked, [3]);
  });

  test('another place and the same one again are answered anew', async () => {
    const { asked, ask } = setUp();
    await ask('text');
    await ask('text', at(9));
    await ask('text', at(9));
    assert.deepEqual(asked, [3, 9, 9]);
  });

  test('who has pointed somewhere else gets nothing any more', async () => {
    const { ask, resolve } = setUp();
    const left = { isCancellationRequested: false } as { isCancellationRequested: boolean };
    const later = ask('later', at(3), left as vscode.CancellationToken);
    left.isCancellationRequested = true;
    resolve({ contents: [] });
    assert.equal(await later, undefined);
  });
});
