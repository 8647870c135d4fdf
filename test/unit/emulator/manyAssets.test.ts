import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAccount } from '../../emulator/account/openAccount.ts';
import { readListRequest } from '../../emulator/library/listHandler.ts';
import { startEmulator } from '../../emulator/startEmulator.ts';
import type { Emulator } from '../../emulator/startEmulator.ts';
import { listQuery } from '../../emulator/store/listQuery.ts';
import { LibraryStore } from '../../emulator/store/libraryStore.ts';
import { openDatabase } from '../../emulator/store/openDatabase.ts';
import { call, get, list, twoColors, upload } from './emulatorClient.ts';

const search = (query: string): string => `searchQuery=${encodeURIComponent(query)}`;

suite('emulator: very many assets', () => {
  let dataDir: string;
  let emulator: Emulator;
  const plan = { assets: 3000, seed: 7, now: Date.UTC(2026, 0, 1) };

  suiteSetup(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'emulator-test-'));
    emulator = await startEmulator({ dataDir, seed: false, testControls: true });
    assert.equal((await call(emulator, 'POST', '/__emulator/library', plan)).status, 204);
  });
  suiteTeardown(async () => {
    await emulator.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function all(query: string, pageSize: number): Promise<string[]> {
    const ids: string[] = [];
    for (;;) {
      const page = await list(
        emulator,
        `${query}&limit=${String(pageSize)}&skip=${String(ids.length)}`,
      );
      ids.push(...page.map(({ fileId, folderId }) => fileId ?? folderId));
      if (page.length < pageSize) return ids;
    }
  }

  test('pages through all of them in every order, each once', async () => {
    for (const order of ['NAME', 'CREATED', 'UPDATED', 'HEIGHT', 'WIDTH', 'SIZE', 'RELEVANCE']) {
      const up = await all(`sort=ASC_${order}`, 700);
      assert.equal(new Set(up).size, plan.assets, order);
      assert.deepEqual(await all(`sort=DESC_${order}`, 1000), up.toReversed(), order);
    }
    const archive = await all('path=/archive&type=all&sort=ASC_SIZE', 100);
    assert.equal(new Set(archive).size, plan.assets / 10);
  });

  test('are the same for the same seed and others for another', async () => {
    const first = await list(emulator, 'limit=50');
    await call(emulator, 'POST', '/__emulator/library', { ...plan, seed: 8 });
    assert.notDeepEqual(await list(emulator, 'limit=50'), first);
    await call(emulator, 'POST', '/__emulator/library', plan);
    assert.deepEqual(await list(emulator, 'limit=50'), first);
  });

  test('can be delivered, found, changed and deleted like any other', async () => {
    const [file, twin] = await list(emulator, search('format = "jpg" AND width = 1600'));
    assert.ok(file && twin);
    assert.equal((await get(emulator, file.filePath)).bytes.length, file.size);
    const number = /\d{7}/.exec(file.name)?.[0] ?? '';
    const found = await list(emulator, search(`name HAS "${number}"`));
    assert.deepEqual(
      found.map(({ fileId }) => fileId),
      [file.fileId],
    );
    assert.equal((await call(emulator, 'DELETE', `/v1/files/${file.fileId}`)).status, 204);
    assert.deepEqual(await list(emulator, search(`name HAS "${number}"`)), []);
    assert.equal((await get(emulator, twin.filePath)).response.status, 200, 'they share bytes');
    const sent = await upload(emulator, await twoColors(4, 4), { fileName: 'added later.png' });
    assert.equal(sent.status, 200);
    assert.equal((await list(emulator, search('name HAS "later add"'))).length, 1);
    const again = { fileName: twin.name, folder: twin.filePath.slice(0, -twin.name.length) };
    await upload(emulator, await twoColors(4, 4), { ...again, useUniqueFileName: 'false' });
    assert.equal((await list(emulator, 'type=file-version')).length, 1);
  });

  const pages = [
    '',
    ...['NAME', 'CREATED', 'UPDATED', 'HEIGHT', 'WIDTH', 'SIZE'].flatMap((order) => [
      `sort=DESC_${order}`,
      `type=all&sort=ASC_${order}`,
      `path=/archive&sort=ASC_${order}`,
      `path=/archive&type=all&sort=DESC_${order}`,
    ]),
    search('type IN ["file", "folder"]'),
    search('path : "/products"'),
  ];
  test('are listed by an index, without sorting', () => {
    const { database } = openDatabase(join(dataDir, 'library.db'));
    try {
      const account = openAccount(database, dataDir, () => '');
      for (const page of pages) {
        const request = readListRequest(account, new URLSearchParams(page));
        const steps = explain(database, request);
        assert.match(steps, /^(SCAN|SEARCH) asset USING INDEX (all|folder)_\w+/, page);
        assert.doesNotMatch(steps, /TEMP B-TREE/, page);
      }
    } finally {
      database.close();
    }
  });

  function explain(database: DatabaseSync, request: Parameters<typeof listQuery>[0]): string {
    const { sql, values } = listQuery(request);
    const rows = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all({ ...values });
    return rows.map((row) => String(row['detail'])).join('\n');
  }

  test('are all there or none: where adding them fails, everything is as it was', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'emulator-test-'));
    const { database } = openDatabase(join(folder, 'library.db'));
    // Without what ANALYZE adds.
    const parts = (): unknown[] =>
      database
        .prepare(
          "SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY 2",
        )
        .all();
    try {
      const rows = new LibraryStore(database);
      rows.ensureFolder('/before', 1);
      const before = parts();
      const fail = (): never => {
        rows.ensureFolder('/lost', 2);
        throw new Error('no more room');
      };
      assert.throws(() => rows.insertInBulk(fail), /no more room/);
      assert.deepEqual(parts(), before);
      assert.deepEqual(
        rows.below('/').map(({ name }) => name),
        ['before'],
      );
      rows.insertInBulk(() => rows.ensureFolder('/after', 3));
      assert.deepEqual(parts(), before);
      assert.equal(rows.folderByPath('/after')?.createdAt, 3);
    } finally {
      database.close();
      await rm(folder, { recursive: true, force: true });
    }
  });

  test('start anew when the library is of an older form, and say so', async () => {
    const old = await mkdtemp(join(tmpdir(), 'emulator-test-'));
    const database = new DatabaseSync(join(old, 'library.db'));
    database.exec('CREATE TABLE asset (id TEXT NOT NULL); INSERT INTO asset VALUES (1)');
    database.close();
    const lines: string[] = [];
    const { warn } = console;
    console.warn = (line: string) => lines.push(line);
    try {
      const started = await startEmulator({ dataDir: old, seed: false });
      assert.deepEqual(await list(started), []);
      await started.stop();
      await (await startEmulator({ dataDir: old, seed: false })).stop();
    } finally {
      console.warn = warn;
      await rm(old, { recursive: true, force: true });
    }
    assert.deepEqual(lines, [
      `The library in ${old} was saved by an older emulator: it starts anew.`,
    ]);
  });
});
