import assert from 'node:assert/strict';
import { findPrivateKeys } from '../../../../src/core/lint/privateKeys.ts';
import { applyTextEdits } from '../../../../src/core/text/textEdit.ts';

/** Made up, in the form of a real one. */
const key = `private_${'aB3+xY9/'.repeat(3)}w0=`;

const fixed = (text: string, languageId: string): string | undefined => {
  const [finding] = findPrivateKeys(text, languageId);
  const [fix] = finding?.fixes ?? [];
  return fix && applyTextEdits(text, fix.edits);
};

suite('private keys in a text', () => {
  const fixes: readonly (readonly [languageId: string, before: string, after: string])[] = [
    ['typescript', `{ privateKey: '${key}' }`, '{ privateKey: process.env.IMAGEKIT_PRIVATE_KEY }'],
    [
      'python',
      `import os\nprivate_key="${key}",`,
      'import os\nprivate_key=os.environ["IMAGEKIT_PRIVATE_KEY"],',
    ],
    ['php', `'private' => '${key}'`, "'private' => getenv('IMAGEKIT_PRIVATE_KEY')"],
    ['go', `PrivateKey: "${key}"`, 'PrivateKey: os.Getenv("IMAGEKIT_PRIVATE_KEY")'],
    [
      'typescriptreact',
      `<IK onError={() => {}} {...rest} k="${key}" />`,
      '<IK onError={() => {}} {...rest} k={process.env.IMAGEKIT_PRIVATE_KEY} />',
    ],
    ['javascriptreact', `const k="${key}"`, 'const k=process.env.IMAGEKIT_PRIVATE_KEY'],
    ['svelte', `<Picture\n  k='${key}'>`, '<Picture\n  k={process.env.IMAGEKIT_PRIVATE_KEY}>'],
    [
      'swift',
      `import UIKit\nlet key: String = "${key}"`,
      'import UIKit\nlet key: String = (ProcessInfo.processInfo.environment["IMAGEKIT_PRIVATE_KEY"] ?? "")',
    ],
    ['kotlin', `val key = "${key}"`, 'val key = System.getenv("IMAGEKIT_PRIVATE_KEY")'],
    ['shellscript', `export KEY='${key}'`, 'export KEY="$IMAGEKIT_PRIVATE_KEY"'],
    ['ruby', `k("it's", "${key}")`, `k("it's", ENV.fetch('IMAGEKIT_PRIVATE_KEY'))`],
  ];
  for (const [languageId, before, after] of fixes) {
    test(`become an environment variable in ${languageId}`, () => {
      assert.equal(fixed(before, languageId), after);
    });
  }

  const go = 'os.Getenv("IMAGEKIT_PRIVATE_KEY")';
  const python = 'os.environ["IMAGEKIT_PRIVATE_KEY"]';
  const dotnet = 'Environment.GetEnvironmentVariable("IMAGEKIT_PRIVATE_KEY")';
  const swift = '(ProcessInfo.processInfo.environment["IMAGEKIT_PRIVATE_KEY"] ?? "")';
  const imports: readonly (readonly [languageId: string, before: string, after: string])[] = [
    ['python', 'KEY', `import os\n${python}`],
    ['python', 'import json, os\nKEY', `import json, os\n${python}`],
    ['python', 'import os.path\nKEY', `import os\nimport os.path\n${python}`],
    ['python', 'import os as o\nKEY', `import os\nimport os as o\n${python}`],
    [
      'python',
      '#!/usr/bin/env python3\n# the licence\n"""What it does.\n\nimport of things\n"""\nfrom __future__ import (\n    annotations,\n)\n\nfrom imagekitio import ImageKit\nKEY',
      `#!/usr/bin/env python3\n# the licence\n"""What it does.\n\nimport of things\n"""\nfrom __future__ import (\n    annotations,\n)\n\nimport os\nfrom imagekitio import ImageKit\n${python}`,
    ],
    ['python', '# our key\nKEY', `import os\n# our key\n${python}`],
    ['python', 'import sys\r\nKEY', `import os\r\nimport sys\r\n${python}`],
    ['go', 'package main\n\nvar k = KEY', `package main\n\nimport "os"\n\nvar k = ${go}`],
    [
      'go',
      'package main\n\nimport "fmt"\n\nvar k = KEY',
      `package main\n\nimport "fmt"\nimport "os"\n\nvar k = ${go}`,
    ],
    [
      'go',
      'package a\nimport (\n\t"fmt"\n\t"strings"\n\n\t"x/a"\n)\nvar k = KEY',
      `package a\nimport (\n\t"fmt"\n\t"os"\n\t"strings"\n\n\t"x/a"\n)\nvar k = ${go}`,
    ],
    ['go', 'import (\n\t"os"\n)\nvar k = KEY', `import (\n\t"os"\n)\nvar k = ${go}`],
    ['csharp', 'var k = KEY;', `var k = System.${dotnet};`],
    ['csharp', 'using System;\nvar k = KEY;', `using System;\nvar k = ${dotnet};`],
    ['swift', 'let k = KEY', `import Foundation\nlet k = ${swift}`],
    [
      'swift',
      '//\n//  Keys.swift\n//\n\nimport Combine\nlet k = KEY',
      `//\n//  Keys.swift\n//\n\nimport Foundation\nimport Combine\nlet k = ${swift}`,
    ],
  ];
  for (const [languageId, before, after] of imports) {
    test(`bring along what they need in ${languageId}: ${JSON.stringify(before)}`, () => {
      assert.equal(fixed(before.replace('KEY', `"${key}"`), languageId), after);
    });
  }

  const untouched: readonly (readonly [languageId: string, text: string])[] = [
    ['vue', `<Picture k="${key}" />`],
    ['php', `<a data-k="${key}">`],
    ['typescript', `html(\`<a k="${key}">\`)`],
    ['python', `b"${key}"`],
    ['python', `"""${key}"""`],
    ['python', `run("echo '${key}'")`],
    ['csharp', `@"${key}"`],
    ['java', `"{\\"key\\": \\"${key}\\"}"`],
    ['go', `const key = "${key}"`],
    ['kotlin', `const val KEY = "${key}"`],
    ['php', `const KEY = '${key}';`],
  ];
  for (const [languageId, text] of untouched) {
    test(`stay in ${languageId} where code cannot stand: ${text.replace(key, '…')}`, () => {
      assert.equal(findPrivateKeys(text, languageId).length, 1);
      assert.equal(fixed(text, languageId), undefined);
    });
  }

  test('are found where nothing can be put in their place', () => {
    for (const text of [`IMAGEKIT_PRIVATE_KEY=${key}\n`, `key: ${key} # mine`, `"${key}`]) {
      const [finding, ...others] = findPrivateKeys(text, 'plaintext');
      assert(finding && others.length === 0, text);
      assert.equal(text.slice(finding.start, finding.end), key);
      assert.deepEqual(finding.fixes, []);
      assert(!finding.message.includes(key));
    }
  });

  test('are not names, placeholders or examples', () => {
    for (const text of [
      'private_key = read()',
      'private_helperFunctionForEverything()',
      'private_field1 = 3',
      '"your_private_key"',
      '"private_xxxxxxxxxxxxxxxxxxxxxxxx"',
      '"private_***"',
      `x${key}`,
    ]) {
      assert.deepEqual(findPrivateKeys(text, 'javascript'), [], text);
    }
  });

  test('a file of blank lines takes no longer than its length', () => {
    for (const languageId of ['python', 'go', 'csharp', 'swift']) {
      const text = `${'\n'.repeat(100_000)}"${key}"`;
      assert.match(fixed(text, languageId) ?? '', /IMAGEKIT_PRIVATE_KEY/);
    }
  });
});
