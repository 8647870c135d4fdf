import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hoverAt, open, type OpenedDocument } from './support/documents.ts';
import { emulator, urlEndpoint, type RecordedRequest } from './support/emulatorControls.ts';
import { eventually } from './support/eventually.ts';
import { account, connectToEmulator, handles } from './support/extension.ts';
import { pixel } from './support/uploads.ts';

const chain = 'w-120,h-80,fo-auto:rt-90:e-grayscale';

/** Requests for pictures; the library is asked for what it knows of an original, too. */
async function deliveries(): Promise<readonly RecordedRequest[]> {
  return (await emulator.requests()).filter(({ path }) => path.startsWith('/demo/'));
}

/** Until there is one, as often as a deliverer may answer; every test has its own URL. */
async function deliveredPaths(): Promise<readonly string[]> {
  const requests = await eventually(async () => {
    const found = await deliveries();
    return found.length > 0 && found;
  }, 'the request for the picture');
  return requests.map(({ path }) => path);
}

/** What the account knows may come later than the text, and is there the next time. */
async function hoverWith(opened: OpenedDocument, pattern: RegExp): Promise<string> {
  let last = '';
  try {
    return await eventually(async () => {
      last = await hoverAt(opened);
      return pattern.test(last) && last;
    }, `a hover with ${pattern.source}`);
  } catch (error) {
    throw new Error(`The last hover was: ${last}`, { cause: error });
  }
}

/** Behind its address stands how large one of unknown size is shown. */
const picture = /!\[\]\(data:image\/[a-z]+;base64,[\w+/=]+[|)]/;

async function allowSigning(isAllowed: boolean | undefined): Promise<void> {
  await vscode.workspace
    .getConfiguration()
    .update('imagekit.hover.signPrivateFiles', isAllowed, vscode.ConfigurationTarget.Global);
}

suite('hover', () => {
  suiteSetup(connectToEmulator);
  setup(() => emulator.clearRequests());

  const documents: readonly (readonly [language: string, text: (url: string) => string])[] = [
    ['html', (url) => `<img alt="" src="${url}">`],
    ['css', (url) => `a { background: url(${url}) }`],
    ['markdown', (url) => `![A picture](${url})`],
    ['typescriptreact', (url) => `const a = <img src={'${url}'} />;`],
    ['python', (url) => `url = "${url}"`],
    ['php', (url) => `<?php $url = '${url}'; ?>`],
    ['json', (url) => `{ "url": "${url}" }`],
    ['json', (url) => `{ "url": "${url.replaceAll('/', '\\/')}" }`],
    ['plaintext', (url) => `See ${url}.`],
  ];

  for (const [language, text] of documents) {
    test(`in ${text('…/a')} of ${language} it shows the transformed picture and each step`, async () => {
      const url = `${urlEndpoint}/tr:${chain}/default-image.jpg`;
      const content = text(url).replace('tr:', 't|r:');
      const markdown = await hoverWith(await open(content, language), picture);
      assert.match(markdown, /120 × 80/);
      assert.match(markdown, /90/);
      assert.match(markdown, /gr[ae]y/i);
      assert.match(markdown, /command:imagekit\.copyUrl/);
      assert.match(markdown, /command:imagekit\.openUrl/);
    });
  }

  test('the picture is that of exactly this URL, asked for without credentials', async () => {
    const path = `/demo/default-image.jpg?v=2&tr=w-90%2Ch-60`;
    await hoverAt(await open(`"${new URL(path, urlEndpoint).href}|"`));
    assert.deepEqual(await deliveredPaths(), [path]);
    const [request] = await deliveries();
    assert.equal(request?.headers['authorization'], undefined);
  });

  test('a picture that takes its time comes behind the text, in a part of its own', async () => {
    await emulator.addFaults({ match: { path: '/demo/' }, times: 1, delayMs: 1500 });
    const { document, position } = await open(`"${urlEndpoint}/tr:w-77/default-image.jpg|"`);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    );
    // In the order in which they arrive; where they are shown the journey `hover-links` tells.
    const [first = '', second = ''] = hovers.map(({ contents: [content] }) =>
      typeof content === 'string' ? content : (content?.value ?? ''),
    );
    assert.match(first, /77 px wide/);
    assert.doesNotMatch(first, picture);
    assert.match(second, picture);
    assert.match(second, /77 × 77 JPEG, /);
  });

  test('in HTML the & of a query is written &amp; and asked for as &', async () => {
    const html = `<img src="${urlEndpoint}/default-image.jpg?v=3&amp;tr=w-9|1">`;
    assert.match(await hoverAt(await open(html, 'html')), /91 px wide/);
    assert.deepEqual(await deliveredPaths(), ['/demo/default-image.jpg?v=3&tr=w-91']);
  });

  test('a picture on https that cannot be asked for is offered, never shown broken', async () => {
    const url = 'https://pictures.invalid/a%2Fb%20c.jpg?x=%2B&ik-s=abc';
    const configuration = vscode.workspace.getConfiguration();
    const set = (value: readonly string[] | undefined): Thenable<void> =>
      configuration.update('imagekit.urlEndpoints', value, vscode.ConfigurationTarget.Global);
    await set(['https://pictures.invalid']);
    try {
      const opened = await open(`"${url}|"`);
      const markdown = await hoverWith(opened, /its server cannot be reached from here/);
      assert.doesNotMatch(markdown, /!\[/);
      const [, query = ''] = /openUrl\?([^)]+)\)/.exec(markdown) ?? [];
      // VS Code decodes the address of a command twice, and that of a picture once.
      assert.equal(decodeURIComponent(decodeURIComponent(query)), JSON.stringify([url]));
      const [, encoded = ''] = /command:imagekit\.loadPreview\?([^)]+)\)/.exec(markdown) ?? [];
      const [argument] = JSON.parse(decodeURIComponent(decodeURIComponent(encoded))) as [unknown];
      await vscode.commands.executeCommand('imagekit.loadPreview', argument);
      const shown = await hoverWith(opened, /!\[\]\(/);
      const [, address = ''] = /!\[\]\((.*?)\|/.exec(shown) ?? [];
      assert.equal(decodeURIComponent(address), url);
    } finally {
      await set(undefined);
    }
    assert.deepEqual(await deliveries(), []);
  });

  test('tells size, format and the saving against the original', async () => {
    const opened = await open(`"${urlEndpoint}/tr:w-320,f-webp/products/ceramic-mug.jpg|"`);
    const line = /320 × \d+ WebP, [\d.]+ kB: \d+ % less than the original’s [\d.]+ [kM]B/;
    await eventually(async () => {
      // Without the backslashes of what is escaped.
      return line.test((await hoverAt(opened)).replaceAll(/\\(?=\W)/g, ''));
    }, 'the line of facts');
  });

  test('signs and reveals files of the connected account', async () => {
    const url = `${urlEndpoint}/products/ceramic-mug.jpg`;
    const opened = await open(`"${url}|"`);
    const linkOf = (command: string, markdown: string): unknown => {
      const query = new RegExp(`command:imagekit\\.${command}\\?([^)]+)\\)`).exec(markdown)?.[1];
      return query && (JSON.parse(decodeURIComponent(decodeURIComponent(query))) as unknown);
    };
    await eventually(
      async () => linkOf('revealInLibrary', await hoverAt(opened)) !== undefined,
      'the link to the library',
    );
    const markdown = await hoverAt(opened);
    assert.deepEqual(linkOf('revealInLibrary', markdown), ['/products/ceramic-mug.jpg']);
    assert.deepEqual(linkOf('copySignedUrl', markdown), [url]);
    await vscode.commands.executeCommand('imagekit.copySignedUrl', url);
    const signed = await vscode.env.clipboard.readText();
    assert.match(signed, /\?ik-s=[0-9a-f]{40}$/);
    assert.equal((await fetch(signed)).status, 200);
    const ofOther = await hoverAt(await open('"https://ik.imagekit.io/other/a.jpg|"'));
    assert.doesNotMatch(ofOther, /copySignedUrl|revealInLibrary/);
  });

  test('knows the files of the account at its other endpoints, too', async () => {
    const { store } = await handles();
    const connected = await account();
    assert(connected);
    await store.save({ ...connected, otherUrlEndpoints: ['https://pictures.test'] });
    try {
      const url = 'https://pictures.test/tr:w-300/products/ceramic-mug.jpg';
      const opened = await open(`"${url}|"`);
      await eventually(
        async () => (await hoverAt(opened)).includes('command:imagekit.revealInLibrary'),
        'the link to the library',
      );
      const opening = [
        ...(await hoverAt(opened)).matchAll(/command:imagekit\.openUrl\?([^)]+)\)/g),
      ];
      const addresses = opening.map(([, query]) =>
        decodeURIComponent(decodeURIComponent(query ?? '')),
      );
      assert.match(
        addresses.join(' '),
        /"https:\/\/imagekit\.io\/dashboard\/media-library\/detail\/\w+"/,
      );
      await vscode.commands.executeCommand('imagekit.copySignedUrl', url);
      assert.match(await vscode.env.clipboard.readText(), /ceramic-mug\.jpg\?ik-s=[0-9a-f]{40}$/);
    } finally {
      await store.save(connected);
    }
  });

  test('knows the URLs of endpoints in user settings, and of no workspace', async () => {
    const marked = '"https://pictures.test/tr:w-3|00/a.jpg"';
    const opened = await open(marked);
    assert.equal(await hoverAt(opened), '');
    const set = async (
      value: readonly string[] | undefined,
      target: vscode.ConfigurationTarget,
    ): Promise<void> => {
      await vscode.workspace.getConfiguration().update('imagekit.urlEndpoints', value, target);
    };
    const inWorkspace = set(['https://pictures.test'], vscode.ConfigurationTarget.Workspace);
    await assert.rejects(inWorkspace, /Workspace Settings/);
    try {
      await set(['https://pictures.test/', 'no endpoint'], vscode.ConfigurationTarget.Global);
      await eventually(async () => /300 px wide/.test(await hoverAt(opened)), 'the explanation');
      assert.doesNotMatch(await hoverAt(opened), /copySignedUrl|revealInLibrary/);
    } finally {
      await set(undefined, vscode.ConfigurationTarget.Global);
    }
  });

  test('tells what a calculated value comes to', async () => {
    const opened = await open(`"${urlEndpoint}/tr:w-iw_div|_2/products/ceramic-mug.jpg"`);
    await eventually(
      async () => /Here: `iw_div_2` = \*\*\d+\*\*/.test(await hoverAt(opened)),
      'the resolved value',
    );
  });

  test('shows the picture of the layer under the mouse', async () => {
    const layer = 'l-image,i-brand@@logo.png,w-4|0,l-end';
    const opened = await open(`"${urlEndpoint}/tr:w-200,${layer}/products/ceramic-mug.jpg"`);
    await hoverWith(opened, /The layer alone:\s+!\[\]\(data:image/);
    assert((await deliveries()).some(({ path }) => path === '/demo/tr:w-40/brand/logo.png'));
  });

  test('a private file needs a signature, which hovers may make when that is allowed', async () => {
    const opened = await open(`"${urlEndpoint}/tr:w-60/drafts/unreleased-poster.jpg|"`);
    await eventually(
      async () => (await hoverAt(opened)).includes('This file is private'),
      'the sentence about the private file',
    );
    assert.doesNotMatch(await hoverAt(opened), /!\[\]/);
    try {
      await allowSigning(true);
      await eventually(async () => /!\[\]\(data:image/.test(await hoverAt(opened)), 'the picture');
      const markdown = await hoverAt(opened);
      assert.doesNotMatch(markdown, /ik-s/);
      assert((await deliveries()).some(({ path }) => /[?&]ik-t=\d+&ik-s=/.test(path)));
    } finally {
      await allowSigning(undefined);
    }
  });

  test('a named transformation is loaded unasked only if what is behind its name is free', async () => {
    const { client } = await (await handles()).session.require();
    await client.namedTransformations.create({ name: 'tiny', transformation: 'w-31' });
    await client.namedTransformations.create({ name: 'cutout', transformation: 'e-bgremove' });
    await vscode.commands.executeCommand('imagekit.refreshLibrary');
    await hoverWith(await open(`"${urlEndpoint}/tr:n-tiny/default-image.jpg|"`), picture);
    await emulator.clearRequests();
    for (const name of ['cutout', 'of_nobody']) {
      const opened = await open(`"${urlEndpoint}/tr:n-${name}/default-image.jpg|"`);
      await hoverWith(opened, /command:imagekit\.loadPreview/);
      // Also once the names have arrived.
      const known = name === 'cutout' ? /AI effects cost/ : /what it costs is not known/;
      assert.doesNotMatch(await hoverWith(opened, known), /!\[\]/);
    }
    assert.deepEqual(await deliveries(), []);
  });

  test('a file that was missing is there once the library is read again', async () => {
    const opened = await open(`"${urlEndpoint}/later.png|"`);
    await hoverWith(opened, /There is no file at this path/);
    const { client } = await (await handles()).session.require();
    await client.files.upload({
      file: new Blob([pixel]),
      fileName: 'later.png',
      useUniqueFileName: false,
    });
    await vscode.commands.executeCommand('imagekit.refreshLibrary');
    assert.doesNotMatch(await hoverAt(opened), /There is no file at this path/);
    await hoverWith(opened, picture);
  });

  test('a missing file becomes a sentence', async () => {
    await hoverWith(
      await open(`"${urlEndpoint}/no/such/file.jpg|"`),
      /There is no file at this path/,
    );
  });

  test('a refused transformation says what ImageKit said', async () => {
    await emulator.addFaults({
      match: { path: '/demo/' },
      times: 1,
      status: 400,
      headers: { 'ik-error': 'EINVAL - bad width' },
    });
    await hoverWith(await open(`"${urlEndpoint}/tr:w-7/default-image.jpg|"`), /bad width/);
  });

  for (const [what, path] of [
    ['an AI effect', '/tr:e-bgremove/default-image.jpg'],
    ['a video', '/tr:w-300/some-video.mp4'],
  ] as const) {
    test(`${what} is not loaded unasked`, async () => {
      const markdown = await hoverAt(await open(`"${urlEndpoint}${path}|"`));
      assert.doesNotMatch(markdown, /!\[\]/);
      assert.match(markdown, /command:imagekit\.loadPreview/);
      assert.deepEqual(await deliveries(), []);
    });
  }

  test('its link loads what was not loaded unasked, and only that', async () => {
    const opened = await open(`"${urlEndpoint}/tr:e-bgremove,w-50/default-image.jpg|"`);
    const before = await hoverAt(opened);
    const [, encoded] = /command:imagekit\.loadPreview\?([^)]+)\)/.exec(before) ?? [];
    // VS Code decodes the query of a link twice.
    const [argument] = JSON.parse(decodeURIComponent(decodeURIComponent(encoded ?? ''))) as [
      unknown,
    ];
    await vscode.commands.executeCommand('imagekit.loadPreview', argument);
    assert.match(await hoverAt(opened), /!\[\]\(data:image/);
  });

  test('a parameter of a transformation without URL is explained', async () => {
    const markdown = await hoverAt(await open("const chain = 'tr:w-3|00,f-webp';", 'javascript'));
    assert.match(markdown, /width/i);
    assert.match(markdown, /https:\/\/imagekit\.io\/docs\//);
  });

  test('so is one that is so by its place in a document that speaks of ImageKit', async () => {
    const code =
      "import { buildSrc } from '@imagekit/javascript';\nconst step = { raw: 'w-3|00' };";
    assert.match(await hoverAt(await open(code, 'typescript')), /\*\*w\*\* · width/);
    const other = "const step = { raw: 'w-3|00' };";
    assert.doesNotMatch(await hoverAt(await open(other, 'typescript')), /width/);
  });

  test('a URL that code goes on with is explained, but not shown', async () => {
    const code = `const a = '${urlEndpoint}/tr:w-|120/default-image.jpg' +\n  suffix;`;
    const markdown = await hoverAt(await open(code, 'javascript'));
    assert.match(markdown, /complete/);
    assert.doesNotMatch(markdown, /!\[/);
  });

  test('a URL of another host is none of ours', async () => {
    assert.equal(await hoverAt(await open('"https://example.com/tr:w-300/a.jpg|"')), '');
  });
});
