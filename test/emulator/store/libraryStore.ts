import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Asset, FileAsset, FolderAsset, ListedAsset } from './assetRow.ts';
import { joinPath, normalizeFolder } from './assetRow.ts';
import { listQuery } from './listQuery.ts';
import type { ListRequest } from './listQuery.ts';
import { decodeAsset, decodeListedAsset, encodeAsset } from './rowCodec.ts';
import { afterBulk, beforeBulk, bulkSettings, schema, usualSettings } from './schema.ts';

/** 24 hex digits, as the service's own ids have. */
export function newId(): string {
  return randomBytes(12).toString('hex');
}

const below = 'path > :folder || :slash AND path < :folder || :afterSlash';

/** Every path that starts with the folder's and a slash; found in the index, as a LIKE is not. */
function belowValues(path: string): Record<string, string> {
  return { folder: path === '/' ? '' : path, slash: '/', afterSlash: '0' };
}

/** The rows of the library: files, their versions and folders. */
export class LibraryStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Runs the changes as one: all of them or, when it throws, none. */
  transaction<T>(change: () => T): T {
    if (this.#database.isTransaction) return change();
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const result = change();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  list(request: ListRequest): ListedAsset[] {
    const { sql, values } = listQuery(request);
    return this.#database.prepare(sql).all(values).map(decodeListedAsset);
  }

  fileById(id: string): FileAsset | undefined {
    return asFile(this.#one("kind = 'file' AND id = ?", id));
  }

  fileByPath(path: string): FileAsset | undefined {
    return asFile(this.#one("kind = 'file' AND path = ?", path));
  }

  /** Current or older. */
  versionById(versionId: string): FileAsset | undefined {
    return asFile(this.#one('versionId = ?', versionId));
  }

  /** The current version first, then the others from the newest to the oldest. */
  versionsOf(id: string): FileAsset[] {
    return this.#database
      .prepare("SELECT * FROM asset WHERE id = ? ORDER BY kind <> 'file', versionNumber DESC")
      .all(id)
      .map(decodeAsset)
      .filter((asset) => asset.kind !== 'folder');
  }

  folderByPath(path: string): FolderAsset | undefined {
    const found = this.#one("kind = 'folder' AND path = ?", path);
    return found?.kind === 'folder' ? found : undefined;
  }

  /** Files and folders below, at any depth, without versions; parents come before children. */
  below(path: string): Asset[] {
    return this.#database
      .prepare(`SELECT * FROM asset WHERE ${below} AND kind <> 'file-version' ORDER BY path`)
      .all(belowValues(path))
      .map(decodeAsset);
  }

  /** Files, folders and versions below, at any depth. */
  countBelow(path: string): number {
    const row = this.#database
      .prepare(`SELECT count(*) AS count FROM asset WHERE ${below}`)
      .get(belowValues(path));
    return Number(row?.['count'] ?? 0);
  }

  /** The bytes of all files and versions. */
  totalSize(): number {
    const row = this.#database.prepare('SELECT total(size) AS size FROM asset').get();
    return Number(row?.['size'] ?? 0);
  }

  insert(asset: Asset): void {
    const row = encodeAsset(asset);
    const columns = Object.keys(row);
    const holders = columns.map((column) => `:${column}`);
    this.#database
      .prepare(`INSERT INTO asset (${columns.join(', ')}) VALUES (${holders.join(', ')})`)
      .run(row);
  }

  /**
   * Adds very many rows much faster than one by one; all of them or none.
   * @param insert puts them into the table `asset`; their paths must be new.
   */
  insertInBulk(insert: (database: DatabaseSync) => void): void {
    const last = this.#database.prepare('SELECT max(sequence) AS last FROM asset').get();
    this.#database.exec(bulkSettings);
    try {
      this.transaction(() => {
        this.#database.exec(beforeBulk);
        insert(this.#database);
        this.#database.exec(afterBulk(Number(last?.['last'] ?? 0)));
      });
    } finally {
      this.#database.exec(usualSettings);
    }
  }

  /** Replaces the row of the same version. */
  updateFile(file: FileAsset): void {
    const row = encodeAsset(file);
    const columns = Object.keys(row).map((column) => `${column} = :${column}`);
    this.#database
      .prepare(`UPDATE asset SET ${columns.join(', ')} WHERE versionId = :versionId`)
      .run(row);
  }

  /** Takes a custom metadata field away from every asset. */
  dropCustomMetadata(name: string): void {
    this.#database
      .prepare(
        `UPDATE asset SET customMetadata = json_remove(customMetadata, :path)
         WHERE json_type(customMetadata, :path) IS NOT NULL`,
      )
      .run({ path: `$."${name}"` });
  }

  /** Makes a folder and every missing parent. */
  ensureFolder(path: string, now: number): void {
    let parent = '/';
    for (const name of normalizeFolder(path).split('/').filter(Boolean)) {
      const full = joinPath(parent, name);
      if (this.folderByPath(full) === undefined) {
        this.insert({
          kind: 'folder',
          id: newId(),
          name,
          folder: parent,
          customMetadata: {},
          createdAt: now,
          updatedAt: now,
        });
      }
      parent = full;
    }
  }

  /** With all versions. @returns the blobs that nothing refers to any more. */
  deleteFiles(ids: readonly string[]): string[] {
    return this.#deleteWhere('id IN (SELECT value FROM json_each(:ids))', {
      ids: JSON.stringify(ids),
    });
  }

  /** @returns the blob, if nothing refers to it any more. */
  deleteVersion(versionId: string): string[] {
    return this.#deleteWhere('versionId = :versionId', { versionId });
  }

  /** Deletes a folder and everything below. @returns the blobs that nothing refers to any more. */
  deleteFolder(path: string): string[] {
    return this.#deleteWhere(
      `(kind = 'folder' AND path = :folder) OR (${below})`,
      belowValues(path),
    );
  }

  /** Deletes everything. */
  clear(): void {
    // Made anew, which takes no time however many rows there were.
    this.#database.exec(`DROP TABLE asset; DROP TABLE assetWords; ${schema}`);
  }

  isEmpty(): boolean {
    return this.#database.prepare('SELECT 1 FROM asset LIMIT 1').get() === undefined;
  }

  #one(where: string, value: string): Asset | undefined {
    const row = this.#database.prepare(`SELECT * FROM asset WHERE ${where}`).get(value);
    return row === undefined ? undefined : decodeAsset(row);
  }

  #deleteWhere(where: string, values: Readonly<Record<string, string>>): string[] {
    const gone = this.#database
      .prepare(`DELETE FROM asset WHERE ${where} RETURNING blob, size`)
      .all(values);
    // Bytes of another size are others.
    const used = this.#database.prepare('SELECT 1 FROM asset WHERE size = ? AND blob = ? LIMIT 1');
    const unused = new Set<string>();
    for (const { blob, size = null } of gone) {
      if (typeof blob !== 'string' || unused.has(blob)) continue;
      if (used.get(size, blob) === undefined) unused.add(blob);
    }
    return [...unused];
  }
}

function asFile(asset: Asset | undefined): FileAsset | undefined {
  return asset === undefined || asset.kind === 'folder' ? undefined : asset;
}
