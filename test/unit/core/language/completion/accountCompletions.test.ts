import assert from 'node:assert/strict';
import { getAccountCompletions } from '../../../../../src/core/language/completion/accountCompletions.ts';
import type { AccountContent } from '../../../../../src/core/language/accountContent.ts';
import { getAccountContext } from '../../../../../src/core/language/completion/accountContext.ts';
import type { CompletionEntry } from '../../../../../src/core/language/completion/completionEntry.ts';
import { applyTextEdits } from '../../../../../src/core/text/textEdit.ts';
import { getUrlCompletions } from '../../../../../src/core/language/completion/urlCompletions.ts';
import type { ImageKitAsset } from '../../../../../src/core/api/assetSchemas.ts';
import { toLibraryItem } from '../../../../../src/core/library/libraryItem.ts';
import { atCursor } from '../cursor.ts';

const base = 'https://ik.imagekit.io/demo';

function file(path: string, fileType: string, more: object = {}): ImageKitAsset {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return { type: 'file', fileId: path, name, filePath: path, url: base + path, fileType, ...more };
}

function folder(path: string): ImageKitAsset {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return { type: 'folder', folderId: path, name, folderPath: path };
}

const library: Readonly<Record<string, readonly ImageKitAsset[]>> = {
  '/': [folder('/blog'), folder('/my photos'), file('/logo.png', 'image')],
  '/blog': [
    folder('/blog/2024'),
    file('/blog/müde katze.jpg', 'image', { width: 1600, height: 900, size: 204_000 }),
    file('/blog/clip.mp4', 'non-image', { mime: 'video/mp4' }),
    file('/blog/de.srt', 'non-image'),
    file('/blog/Brand.ttf', 'non-image'),
    file('/blog/secret.jpg', 'image', { isPrivateFile: true, width: 10, height: 10 }),
  ],
  '/my photos': [file('/my photos/a, b.jpg', 'image')],
};

/** Also that of another account. */
const endpoints = [base, 'https://pictures.example.com', 'https://ik.imagekit.io/blog'];

const asked: string[] = [];
const content: AccountContent = {
  urlEndpoints: [base, 'https://pictures.example.com'],
  async namedTransformations() {
    return [
      { name: 'thumb', transformation: 'tr:w-100,h-100', enabled: true },
      { name: 'old', transformation: 'w-1', enabled: false },
    ];
  },
  async folder(path, prefix) {
    asked.push(`${path} ${prefix}`);
    return { items: (library[path] ?? []).map(toLibraryItem), isComplete: path !== '/' };
  },
};

async function entriesAt(marked: string): Promise<readonly CompletionEntry[]> {
  const { text, offset } = atCursor(marked);
  const context = getAccountContext(text, offset, endpoints, content.urlEndpoints);
  const none = new AbortController().signal;
  const found = context && (await getAccountCompletions(context, content, none));
  return [...(found?.entries ?? []), ...getUrlCompletions(text, offset, endpoints)];
}

async function accept(marked: string, label: string): Promise<string> {
  const entries = await entriesAt(marked);
  const entry = entries.find((each) => each.label === label);
  assert(entry, `${label} is offered at ${marked}: ${entries.map((each) => each.label).join(' ')}`);
  const { text } = atCursor(marked);
  return text.slice(0, entry.replace.start) + entry.insertText + text.slice(entry.replace.end);
}

suite('completion from the account', () => {
  const edits: readonly (readonly [before: string, label: string, after: string])[] = [
    // Named transformations
    [`"${base}/tr:n-|/a.jpg"`, 'thumb', `"${base}/tr:n-thumb/a.jpg"`],
    [`"${base}/a.jpg?tr=w-1,n-th|umbs,q-5"`, 'thumb', `"${base}/a.jpg?tr=w-1,n-thumb,q-5"`],
    ["'tr:n-|'", 'old', "'tr:n-old'"],
    // Paths of a URL
    [`"${base}/|"`, 'blog/', `"${base}/blog/"`],
    [`"${base}/bl|"`, 'blog/', `"${base}/blog/"`],
    [`"${base}/bl|og/a.jpg"`, 'my photos/', `"${base}/my%20photos/a.jpg"`],
    [`"${base}/|?tr=w-1"`, 'logo.png', `"${base}/logo.png?tr=w-1"`],
    [`"${base}/blog/|"`, 'müde katze.jpg', `"${base}/blog/m%C3%BCde%20katze.jpg"`],
    [`"${base}/tr:w-300/blog/cl|"`, 'clip.mp4', `"${base}/tr:w-300/blog/clip.mp4"`],
    [`"${base}/my%20photos/|"`, 'a, b.jpg', `"${base}/my%20photos/a%2C%20b.jpg"`],
    // Inside layers and as the default image
    ["'tr:l-image,i-|,l-end'", 'blog/', "'tr:l-image,i-blog@@,l-end'"],
    ["'tr:l-image,i-blog@@s|,l-end'", 'secret.jpg', "'tr:l-image,i-blog@@secret.jpg,l-end'"],
    ["'tr:l-video,i-blog@@|,l-end'", 'clip.mp4', "'tr:l-video,i-blog@@clip.mp4,l-end'"],
    ["'tr:l-subtitles,i-blog@@|,l-end'", 'de.srt', "'tr:l-subtitles,i-blog@@de.srt,l-end'"],
    ["'tr:l-text,i-a,ff-blog@@|,l-end'", 'Brand.ttf', "'tr:l-text,i-a,ff-blog@@Brand.ttf,l-end'"],
    ["'tr:di-|'", 'logo.png', "'tr:di-logo.png'"],
    // Where a URL begins
    ['"https://|"', `${base}/`, `"${base}/"`],
    ['<img src="https://ik.|">', `${base}/`, `<img src="${base}/">`],
    ['"https://p|"', 'https://pictures.example.com/', '"https://pictures.example.com/"'],
    ['"https://|"', 'https://ik.imagekit.io/blog/', '"https://ik.imagekit.io/blog/"'],
    // At its custom domain
    ['"https://Pictures.example.com/bl|"', 'blog/', '"https://Pictures.example.com/blog/"'],
    // What every account has
    [`"${base}/|"`, 'tr:', `"${base}/tr:"`],
    [`"${base}/a.jpg?|"`, 'tr', `"${base}/a.jpg?tr="`],
    [`"${base}/a.jpg?v=1&t|"`, 'tr', `"${base}/a.jpg?v=1&tr="`],
    [
      `<a href="${base}/a.jpg?v=1&amp;|">`,
      'ik-attachment',
      `<a href="${base}/a.jpg?v=1&amp;ik-attachment=true">`,
    ],
    [`"${base}/a.jpg?i|k-x=1&v=2"`, 'ik-attachment', `"${base}/a.jpg?ik-attachment=1&v=2"`],
    [`"${base}/a.mp4/|"`, 'ik-thumbnail.jpg', `"${base}/a.mp4/ik-thumbnail.jpg"`],
    [
      `"${base}/a.mp4/ik-th|umbnail.jpg?tr=w-1"`,
      'ik-master.m3u8',
      `"${base}/a.mp4/ik-master.m3u8?tr=w-1"`,
    ],
    [`"${base}/a.pdf/|"`, 'ik-thumbnail.jpg', `"${base}/a.pdf/ik-thumbnail.jpg"`],
    [`"${base}/a.gif/|"`, 'ik-gif-video.mp4', `"${base}/a.gif/ik-gif-video.mp4"`],
    [`"${base}/v/ik-video.mp4/|"`, 'ik-thumbnail.jpg', `"${base}/v/ik-video.mp4/ik-thumbnail.jpg"`],
  ];
  for (const [before, label, after] of edits) {
    test(`${before} with ${label} becomes ${after}`, async () => {
      assert.equal(await accept(before, label), after);
    });
  }

  for (const marked of [
    '"https://example.com/|"',
    '"https://x|"',
    'https://|',
    `"https://|ik.imagekit.io/demo"`,
    `"https://ik.imagekit.io/other/blog/|"`,
    `"${base}/a.jpg/|"`,
    `"${base}/blog/a.jpg?tr=w-1&v=|"`,
    `"${base}/blog/a.jpg#?|"`,
    `"${base}/a.jpg?v=|"`,
    '`' + base + '/${folder}/|`',
    "'tr:l-text,i-|,l-end'",
    "'tr:l-image,i-a@|@b,l-end'",
    "'tr:w-|'",
    'no|thing',
  ]) {
    test(`has nothing at ${marked}`, async () => assert.deepEqual(await entriesAt(marked), []));
  }

  test('offers the endpoints of the account in force before those of others', async () => {
    const entries = await entriesAt('"https://|"');
    assert.deepEqual(
      entries
        .toSorted((a, b) => (a.sortText < b.sortText ? -1 : 1))
        .map(({ label, detail }) => `${label} ${detail}`),
      [
        `${base}/ URL endpoint of the account`,
        'https://pictures.example.com/ URL endpoint of the account',
        'https://ik.imagekit.io/blog/ another URL endpoint',
      ],
    );
  });

  const openings: readonly (readonly [marked: string, after: string | undefined])[] = [
    [`"${base}/|"`, `"${base}/tr:"`],
    [`"${base}/t|"`, `"${base}/tr:"`],
    [`"${base}/|a.jpg"`, `"${base}/tr:$1/a.jpg"`],
    [`"${base}/t|blog/a.jpg"`, `"${base}/tr:$1/blog/a.jpg"`],
    [`"${base}/tr|/a.jpg"`, `"${base}/tr:/a.jpg"`],
    [`"${base}/|tr:w-300/a.jpg"`, undefined],
    [`"${base}/b|log/a.jpg"`, undefined],
    [`"${base}/blog/|a.jpg"`, undefined],
  ];
  for (const [marked, after] of openings) {
    test(`${after === undefined ? 'begins no' : 'begins a'} transformation at ${marked}`, () => {
      const { text, offset } = atCursor(marked);
      const entry = getUrlCompletions(text, offset, []).find(({ label }) => label === 'tr:');
      const edit = entry && { ...entry.replace, newText: entry.insertText };
      assert.equal(edit && applyTextEdits(text, [edit]), after);
    });
  }

  test('offers no key of the query twice', async () => {
    const entries = await entriesAt(`"${base}/a.jpg?tr=w-1&|"`);
    const labels = new Set(entries.map(({ label }) => label));
    assert(labels.has('ik-attachment'));
    assert(!labels.has('tr'));
  });

  test('offers only files that fit', async () => {
    const labels = async (marked: string): Promise<readonly string[]> =>
      (await entriesAt(marked)).map(({ label }) => label);
    assert.deepEqual(await labels("'tr:l-image,i-blog@@|,l-end'"), ['2024/', 'secret.jpg']);
    assert.deepEqual(await labels("'tr:l-video,i-blog@@|,l-end'"), ['2024/', 'clip.mp4']);
    assert.deepEqual(await labels("'tr:l-text,i-a,ff-blog@@|,l-end'"), ['2024/', 'Brand.ttf']);
    assert.equal((await labels(`"${base}/blog/|"`)).length, 6);
  });

  test('asks for the folder of the cursor and what its name begins with', async () => {
    asked.length = 0;
    await entriesAt(`"${base}/my%20photos/m%C3%BC|x.jpg"`);
    await entriesAt("'tr:l-image,i-blog@@20|24@@a.jpg,l-end'");
    assert.deepEqual(asked, ['/my photos mü', '/blog 20']);
  });

  test('says what a file and a named transformation are', async () => {
    const details = new Map(
      [...(await entriesAt(`"${base}/blog/|"`)), ...(await entriesAt("'tr:n-|'"))].map((entry) => [
        entry.label,
        entry.detail,
      ]),
    );
    assert.equal(details.get('müde katze.jpg'), '1600 × 900 · 204 kB');
    assert.equal(details.get('secret.jpg'), '10 × 10 · private');
    assert.equal(details.get('clip.mp4'), 'video/mp4');
    assert.equal(details.get('thumb'), 'tr:w-100,h-100');
    assert.equal(details.get('old'), 'disabled');
  });

  test('shows a picture of a public image alone', async () => {
    const entries = await entriesAt(`"${base}/blog/|"`);
    const documentation = (label: string): string =>
      entries.find((entry) => entry.label === label)?.documentation ?? '';
    assert.match(documentation('müde katze.jpg'), /^!\[\]\(https:.*\?tr=n-ik_ml_thumbnail\)/);
    assert.doesNotMatch(documentation('secret.jpg'), /!\[/);
    assert.doesNotMatch(documentation('clip.mp4'), /!\[/);
  });
});
