import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { allAssets, assetPages } from '../../../../src/core/api/assetPages.ts';
import { fileSchema } from '../../../../src/core/api/assetSchemas.ts';
import { isImageKitError } from '../../../../src/core/api/imageKitError.ts';
import {
  answeringClient,
  exampleFile,
  exampleFolder,
  type Recording,
} from './recordingTransport.ts';
import { liveMemory } from '../../platform/liveMemory.ts';

const exampleAsset = v.parse(fileSchema, exampleFile);

const fileOf = (id: number): object => ({ ...exampleFile, fileId: `f${id}` });

/** A service with that many files, listed as the query says. */
function serviceOf(count: number): Recording {
  return answeringClient(({ url }) => {
    const { searchParams } = new URL(url);
    const skip = Number(searchParams.get('skip'));
    const limit = Number(searchParams.get('limit'));
    const ids = Array.from({ length: count }, (_, index) => index);
    return { body: ids.slice(skip, skip + limit).map(fileOf) };
  });
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

suite('asset pages', () => {
  test('give every file once and in order, whatever the sizes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 25 }),
        fc.integer({ min: 0, max: 10 }),
        async (count, pageSize, skip) => {
          const { client, requests } = serviceOf(count);
          const pages = await collect(
            assetPages(client.assets.list.bind(client.assets), { pageSize, skip }),
          );
          assert.deepEqual(
            pages.flat().map((asset) => ('fileId' in asset ? asset.fileId : '')),
            Array.from({ length: Math.max(0, count - skip) }, (_, index) => `f${index + skip}`),
          );
          assert.ok(pages.every((page) => page.length > 0 && page.length <= pageSize));
          assert.equal(requests.length, Math.floor(Math.max(0, count - skip) / pageSize) + 1);
        },
      ),
    );
  });

  test('ask for the API’s largest page, with the search, and only when it is wanted', async () => {
    const { client, requests } = serviceOf(5000);
    const listing = allAssets((...given) => client.assets.list(...given), {
      searchQuery: 'size > 1',
      sort: 'DESC_SIZE',
    });
    assert.equal(requests.length, 0);
    for (let count = 0; count < 1000; count++) await listing.next();
    assert.equal(requests.length, 1);
    await listing.next();
    assert.equal(requests.length, 2);
    await listing.return();
    assert.equal(requests.length, 2);
    assert.deepEqual(Object.fromEntries(new URL(requests[1]?.url ?? '').searchParams), {
      searchQuery: 'size > 1',
      sort: 'DESC_SIZE',
      skip: '1000',
      limit: '1000',
    });
  });

  test('give nothing twice that was moved to the next page', async () => {
    const pages = [[fileOf(1), fileOf(2)], [fileOf(2), fileOf(3)], [fileOf(3)]];
    const { client } = answeringClient((_, index) => ({ body: pages[index] }));
    const ids: string[] = [];
    for await (const asset of allAssets((...given) => client.assets.list(...given), {
      pageSize: 2,
    })) {
      ids.push('fileId' in asset ? String(asset.fileId) : '');
    }
    assert.deepEqual(ids, ['f1', 'f2', 'f3']);
  });

  test('give nothing twice although a page and a half was added to the front', async () => {
    const library = Array.from({ length: 40 }, (_, index) => index);
    const { client } = answeringClient(({ url }, request) => {
      if (request > 0 && request < 3) library.unshift(...[1, 2, 3].map((id) => -10 * request - id));
      const skip = Number(new URL(url).searchParams.get('skip'));
      return { body: library.slice(skip, skip + 4).map(fileOf) };
    });
    const listing = assetPages((...given) => client.assets.list(...given), { pageSize: 4 });
    const ids = (await collect(listing))
      .flat()
      .map((asset) => ('fileId' in asset ? asset.fileId : ''));
    assert.equal(new Set(ids).size, ids.length);
    for (let id = 0; id < 40; id++) assert.ok(ids.includes(`f${id}`), `f${id} is missing`);
  });

  test('remember no more than two pages, however long the walk is', async () => {
    const pageSize = 1000;
    const listing = assetPages(
      async ({ skip = 0 }) =>
        Array.from({ length: skip < 300_000 ? pageSize : 0 }, (_, index) => ({
          ...exampleAsset,
          fileId: `${skip + index}`.padStart(24, '0'),
        })),
      { pageSize },
    );
    let walked = 0;
    let early = 0;
    for await (const page of listing) {
      walked += page.length;
      if (walked === 5 * pageSize) early = liveMemory();
    }
    const growth = liveMemory() - early;
    assert.equal(walked, 300_000);
    // Remembering all of them takes more than 20 MB.
    assert.ok(growth < 5_000_000, `memory grew by ${growth} bytes`);
  });

  test('give every version of a file, and folders', async () => {
    const version = (id: string): object => ({
      ...exampleFile,
      type: 'file-version',
      versionInfo: { id, name: id },
    });
    const body = [exampleFile, version('v1'), version('v2'), exampleFolder];
    const { client } = answeringClient(() => ({ body }));
    const [page] = await collect(
      assetPages((...given) => client.assets.list(...given), { type: 'all', pageSize: 5 }),
    );
    assert.equal(page?.length, 4);
  });

  test('stop with the signal and with the error of a page', async () => {
    const { signal } = new AbortController();
    const { client, requests } = answeringClient((_, index) =>
      index === 0 ? { body: [fileOf(1)] } : { status: 403 },
    );
    const listing = allAssets(
      (...given) => client.assets.list(...given),
      { pageSize: 1 },
      { signal },
    );
    await listing.next();
    assert.equal(requests[0]?.signal, signal);
    await assert.rejects(listing.next(), (error) => isImageKitError(error, 'forbidden'));
  });

  for (const pageSize of [0, 1001, 1.5]) {
    test(`a page of ${pageSize} is refused before anything is sent`, async () => {
      const { client, requests } = serviceOf(1);
      const listing = allAssets((...given) => client.assets.list(...given), { pageSize });
      await assert.rejects(listing.next(), (error) => isImageKitError(error, 'invalidInput'));
      assert.equal(requests.length, 0);
    });
  }
});
