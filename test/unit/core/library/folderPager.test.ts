import assert from 'node:assert/strict';
import { assert as assertProperty, asyncProperty, integer, nat } from 'fast-check';
import type { AssetListParams } from '../../../../src/core/api/assets.ts';
import type { ImageKitAsset } from '../../../../src/core/api/assetSchemas.ts';
import { isImageKitError } from '../../../../src/core/api/imageKitError.ts';
import type { ListAssets } from '../../../../src/core/api/assetPages.ts';
import { FolderPager } from '../../../../src/core/library/folderPager.ts';

function folders(count: number): ImageKitAsset[] {
  return Array.from({ length: count }, (_, index) => ({
    type: 'folder',
    folderId: `d${index}`,
    name: `d${index}`,
    folderPath: `/x/d${index}/`,
  }));
}

function file(id: string): ImageKitAsset {
  return {
    type: 'file',
    fileId: id,
    name: `${id}.jpg`,
    filePath: `/x/${id}.jpg`,
    url: `https://ik.imagekit.io/demo/x/${id}.jpg`,
  };
}

function files(count: number): ImageKitAsset[] {
  return Array.from({ length: count }, (_, index) => file(`f${index}`));
}

/** A library of one folder that records what it was asked. */
function library(content: { folder: ImageKitAsset[]; file: ImageKitAsset[] }) {
  const calls: AssetListParams[] = [];
  const list: ListAssets = async (params) => {
    calls.push(params);
    const { skip = 0, limit = 1000 } = params;
    return content[params.type === 'folder' ? 'folder' : 'file'].slice(skip, skip + limit);
  };
  return { list, calls };
}

/** A library that answers when it is told to, and ignores every signal. */
function slowLibrary(content: ImageKitAsset[]) {
  const { list } = library({ folder: [], file: content });
  let tell: (() => void) | undefined;
  const told = new Promise<void>((resolve) => (tell = resolve));
  const signals: AbortSignal[] = [];
  const slow: ListAssets = async (params, options) => {
    if (options?.signal) signals.push(options.signal);
    await told;
    return list(params, options);
  };
  return { list: slow, answer: () => tell?.(), signals };
}

const ids = (pager: FolderPager): string[] => pager.items.map(({ id }) => id);
const isCancelled = (error: unknown): boolean => isImageKitError(error, 'cancelled');

suite('paging a folder', () => {
  test('the first page has the folders before the files, one request for each', async () => {
    const { list, calls } = library({ folder: folders(2), file: files(3) });
    const pager = new FolderPager({ list, path: '/x' });
    assert.equal(pager.hasMore, true);
    await pager.loadNextPage();
    assert.deepEqual(ids(pager), ['d0', 'd1', 'f0', 'f1', 'f2']);
    assert.equal(pager.hasMore, false);
    assert.deepEqual(calls, [
      { path: '/x', type: 'folder', sort: 'ASC_NAME', skip: 0, limit: 100 },
      { path: '/x', type: 'file', sort: 'ASC_NAME', skip: 0, limit: 98 },
    ]);
  });

  test('gives items with a path in one spelling', async () => {
    const { list } = library({ folder: folders(1), file: files(1) });
    const [first, second] = await new FolderPager({ list, path: '/x' }).loadNextPage();
    assert.deepEqual(first, { kind: 'folder', id: 'd0', name: 'd0', path: '/x/d0' });
    assert.equal(second?.kind, 'file');
    assert.equal(second.path, '/x/f0.jpg');
    assert.equal(second.url, 'https://ik.imagekit.io/demo/x/f0.jpg');
  });

  test('any folder is loaded whole, in order, once, in full pages', async () => {
    await assertProperty(
      asyncProperty(
        nat(12),
        nat(12),
        integer({ min: 1, max: 5 }),
        async (folderCount, fileCount, pageSize) => {
          const { list } = library({ folder: folders(folderCount), file: files(fileCount) });
          const pager = new FolderPager({ list, path: '/x', pageSize });
          for (let loaded = 0; pager.hasMore; loaded = pager.items.length) {
            await pager.loadNextPage();
            assert.ok(!pager.hasMore || pager.items.length === loaded + pageSize);
          }
          const expected = [...folders(folderCount), ...files(fileCount)];
          assert.deepEqual(
            pager.items.map(({ name }) => name),
            expected.map(({ name }) => name),
          );
        },
      ),
    );
  });

  test('a page that is exactly full is followed by an empty one', async () => {
    const { list } = library({ folder: [], file: files(2) });
    const pager = new FolderPager({ list, path: '/x', pageSize: 2 });
    await pager.loadNextPage();
    assert.equal(pager.hasMore, true);
    await pager.loadNextPage();
    assert.equal(pager.hasMore, false);
    assert.deepEqual(ids(pager), ['f0', 'f1']);
  });

  test('a double click loads once, and both get the page', async () => {
    const { list, calls } = library({ folder: folders(1), file: files(1) });
    const pager = new FolderPager({ list, path: '/x' });
    const [first, second] = await Promise.all([pager.loadNextPage(), pager.loadNextPage()]);
    assert.equal(first, second);
    assert.equal(calls.length, 2);
    assert.equal(pager.isLoading, false);
  });

  test('an item that moved to the next page is not shown twice', async () => {
    const content = { folder: [], file: files(4) };
    const { list } = library(content);
    const pager = new FolderPager({ list, path: '/x', pageSize: 2 });
    await pager.loadNextPage();
    // Somebody uploads a file that sorts first, so that everything moves back by one.
    content.file.unshift(file('new'));
    while (pager.hasMore) await pager.loadNextPage();
    assert.deepEqual(ids(pager), ['f0', 'f1', 'f2', 'f3']);
  });

  test('after a delete the next page skips nothing', async () => {
    const content = { folder: [], file: files(4) };
    const { list } = library(content);
    const pager = new FolderPager({ list, path: '/x', pageSize: 2 });
    await pager.loadNextPage();
    content.file.shift();
    pager.remove('f0');
    pager.remove('unknown');
    while (pager.hasMore) await pager.loadNextPage();
    assert.deepEqual(ids(pager), ['f1', 'f2', 'f3']);
  });

  test('a failure keeps what there is, and the next attempt goes on from there', async () => {
    const { list } = library({ folder: folders(1), file: files(1) });
    let failures = 1;
    const pager = new FolderPager({
      path: '/x',
      list: async (params, options) => {
        if (params.type === 'file' && failures-- > 0) throw new Error('down');
        return list(params, options);
      },
    });
    await assert.rejects(pager.loadNextPage(), /down/);
    assert.deepEqual(ids(pager), ['d0']);
    assert.equal(pager.hasMore, true);
    await pager.loadNextPage();
    assert.deepEqual(ids(pager), ['d0', 'f0']);
  });

  test('a reset cancels the callers and drops the answer that comes late', async () => {
    const old = slowLibrary(files(3));
    const fresh = library({ folder: [], file: files(1) });
    let list = old.list;
    const pager = new FolderPager({ path: '/x', list: (...call) => list(...call) });
    const loading = assert.rejects(pager.loadNextPage(), isCancelled);
    pager.reset();
    await loading;
    assert.equal(old.signals[0]?.aborted, true);
    ({ list } = fresh);
    await pager.loadNextPage();
    old.answer();
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(ids(pager), ['f0']);
    assert.equal(pager.hasMore, false);
  });

  test('a caller that gives up leaves the others their page', async () => {
    const { list, answer, signals } = slowLibrary(files(1));
    const pager = new FolderPager({ path: '/x', list });
    const impatient = new AbortController();
    const gone = assert.rejects(pager.loadNextPage(impatient.signal), isCancelled);
    const patient = pager.loadNextPage();
    impatient.abort();
    await gone;
    assert.equal(signals[0]?.aborted, false);
    answer();
    assert.equal((await patient).length, 1);
  });

  test('the request stops when the last caller gives up, and can be made again', async () => {
    const { list, answer, signals } = slowLibrary(files(1));
    const pager = new FolderPager({ path: '/x', list });
    const controller = new AbortController();
    const gone = assert.rejects(pager.loadNextPage(controller.signal), isCancelled);
    controller.abort();
    await gone;
    assert.equal(signals[0]?.aborted, true);
    answer();
    await pager.loadNextPage();
    assert.deepEqual(ids(pager), ['f0']);
  });
});
