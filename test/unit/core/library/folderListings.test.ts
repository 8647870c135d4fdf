import assert from 'node:assert/strict';
import type { AssetListParams } from '../../../../src/core/api/assets.ts';
import type { ImageKitAsset } from '../../../../src/core/api/assetSchemas.ts';
import type { ListAssets } from '../../../../src/core/api/assetPages.ts';
import { isImageKitError } from '../../../../src/core/api/imageKitError.ts';
import { FolderListings } from '../../../../src/core/library/folderListings.ts';

function file(name: string): ImageKitAsset {
  return {
    type: 'file',
    fileId: name,
    name,
    filePath: `/x/${name}`,
    url: `https://ik.imagekit.io/demo/x/${name}`,
  };
}

/** A folder that records what it was asked. */
function library(names: readonly string[]) {
  const calls: AssetListParams[] = [];
  const list: ListAssets = async (params, options) => {
    calls.push(params);
    await Promise.resolve();
    options?.signal?.throwIfAborted();
    const prefix = /name : "(.*?)"/.exec(params.searchQuery ?? '')?.[1] ?? '';
    return names
      .filter((name) => name.startsWith(prefix))
      .map(file)
      .slice(0, params.limit);
  };
  return { list, calls };
}

suite('folder listings', () => {
  test('asks a small folder once, whatever is typed', async () => {
    const { list, calls } = library(['a.jpg', 'b.jpg']);
    const listings = new FolderListings({ list, pageSize: 3 });
    for (const prefix of ['', 'a', 'ab', 'b']) {
      const { items, isComplete } = await listings.find('/x', prefix);
      assert.equal(items.length, 2);
      assert(isComplete);
    }
    assert.deepEqual(calls, [{ path: '/x', sort: 'ASC_NAME', limit: 3, type: 'all' }]);
  });

  test('asks a large folder again for what is typed, until that is all', async () => {
    const { list, calls } = library(['a1', 'a2', 'a3', 'b1', 'b22', 'b23', 'b24']);
    const listings = new FolderListings({ list, pageSize: 3 });
    assert(!(await listings.find('/x', '')).isComplete);
    const { items, isComplete } = await listings.find('/x', 'b2');
    assert.deepEqual(
      items.map(({ name }) => name),
      ['b22', 'b23', 'b24'],
    );
    assert(!isComplete);
    assert((await listings.find('/x', 'b22')).isComplete);
    assert((await listings.find('/x', 'b22x')).isComplete);
    assert.equal(calls.length, 3);
    assert.match(calls[1]?.searchQuery ?? '', /name : "b2"/);
  });

  test('asks again after a minute', async () => {
    const { list, calls } = library(['a']);
    let time = 0;
    const listings = new FolderListings({ list, now: () => time });
    await listings.find('/x', '');
    time = 59_000;
    await listings.find('/x', '');
    assert.equal(calls.length, 1);
    time = 61_000;
    await listings.find('/x', '');
    assert.equal(calls.length, 2);
  });

  test('callers share a question, and one of them may give up', async () => {
    const { list, calls } = library(['a']);
    const listings = new FolderListings({ list });
    const controller = new AbortController();
    const first = listings.find('/x', '', controller.signal);
    const second = listings.find('/x', '');
    controller.abort();
    await assert.rejects(first, (error) => isImageKitError(error, 'cancelled'));
    assert.equal((await second).items.length, 1);
    assert.equal(calls.length, 1);
  });

  test('what was cancelled is asked again', async () => {
    const { list, calls } = library(['a']);
    const listings = new FolderListings({ list });
    const controller = new AbortController();
    const cancelled = listings.find('/x', '', controller.signal);
    controller.abort();
    await assert.rejects(cancelled, (error) => isImageKitError(error, 'cancelled'));
    assert.equal((await listings.find('/x', '')).items.length, 1);
    assert.equal(calls.length, 2);
  });
});
