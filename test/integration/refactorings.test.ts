import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsIn, open } from './support/documents.ts';
import { urlEndpoint } from './support/emulatorControls.ts';
import { connectToEmulator, handles } from './support/extension.ts';

async function refactor(marked: string, title: string): Promise<string> {
  const { document, position } = await open(marked, 'javascript');
  const range = new vscode.Range(position, position);
  const actions = await actionsIn(document, range, vscode.CodeActionKind.Refactor);
  const action = actions.find((each) => each.title === title);
  assert(action?.edit, `${title} among ${actions.map((each) => each.title).join(', ')}`);
  assert(await vscode.workspace.applyEdit(action.edit));
  return document.getText();
}

suite('refactorings', () => {
  suiteSetup(async () => {
    await connectToEmulator();
    const { session } = await handles();
    const { client } = await session.require();
    await client.namedTransformations.create({ name: 'card', transformation: 'w-400,h-300' });
  });

  test('moves a transformation to the query', async () => {
    assert.equal(
      await refactor(
        `const a = '${urlEndpoint}/tr:w-3|00/a.jpg';`,
        'Move the transformation to the query',
      ),
      `const a = '${urlEndpoint}/a.jpg?tr=w-300';`,
    );
  });

  test('moves one of a path that code puts behind an endpoint', async () => {
    assert.equal(
      await refactor(`f('/tr:w-3|00/a.jpg')`, 'Move the transformation to the query'),
      `f('/a.jpg?tr=w-300')`,
    );
  });

  test('replaces a chain by the named transformation of the account', async () => {
    assert.equal(
      await refactor(`x('tr:h-300|,w-400')`, 'Replace by the named transformation card'),
      `x('tr:n-card')`,
    );
  });

  test('sorts a transformation without URL', async () => {
    assert.equal(
      await refactor(`x('tr:h-2|,w-1')`, 'Sort the parameters of this step'),
      `x('tr:w-1,h-2')`,
    );
  });

  test('signs with the key of the account so that a private file is delivered', async () => {
    const signed = await refactor(
      `"|${urlEndpoint}/drafts/unreleased-poster.jpg"`,
      'Sign this URL',
    );
    const response = await fetch(signed.slice(1, -1));
    assert.equal(response.status, 200);
    assert.match(signed, /\?ik-s=[0-9a-f]{40}"$/);
  });

  test('extracts a URL to options of the SDK', async () => {
    assert.equal(
      await refactor(`const a = '${urlEndpoint}/a.j|pg';`, 'Extract to options of buildSrc'),
      `import { buildSrc } from '@imagekit/javascript';\nconst a = buildSrc({\n  urlEndpoint: '${urlEndpoint}',\n  src: '/a.jpg',\n});`,
    );
  });
});
