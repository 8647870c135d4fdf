import assert from 'node:assert/strict';
import { assert as assertProperty, property, string } from 'fast-check';
import { commandLink, encodeCommandArguments } from '../../../../src/core/text/commandLink.ts';

/** As VS Code's opener of commands reads the query of a URI. */
function argumentsOf(query: string): unknown {
  return JSON.parse(decodeURIComponent(query));
}

suite('links that run a command', () => {
  test('give the argument byte for byte, whatever is in it', () => {
    assertProperty(
      property(string({ unit: 'binary' }), (text) => {
        assert.deepEqual(argumentsOf(encodeCommandArguments([text])), [text]);
        const link = commandLink('imagekit.openUrl', [text]);
        const query = link.slice(link.indexOf('?') + 1);
        // Reading the address of a link decodes the query for the first time.
        assert.deepEqual(argumentsOf(decodeURIComponent(query)), [text]);
      }),
    );
  });

  test('keep what is encoded in a URL', () => {
    const url = 'https://ik.imagekit.io/demo/a%2Fb%20c.jpg?ik-s=1%2B2';
    const link = commandLink('x', [url]);
    assert.deepEqual(argumentsOf(decodeURIComponent(link.slice('command:x?'.length))), [url]);
  });

  test('hold nothing that ends a link in Markdown', () => {
    assert.doesNotMatch(
      commandLink('x', [`(a)[b]<c>"d" 'e' *f* \`g\` ~h~ !`]),
      /[()[\]<>"'*`~!\s]/,
    );
  });
});
