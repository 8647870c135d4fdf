import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { randomBytes } from 'node:crypto';
import type { Asset, FileAsset, FolderAsset } from './assetRow.ts';
import { joinPath, normalizeFolder } from './assetRow.ts';
import { decodeAsset, encodeAsset } from './rowCodec.ts';

/** A SQL condition with its named values. */
export interface Condition {
  readonly sql: string;
  readonly values: Readonly<Record<string, SQLInputValue>>;
}

export interface ListRequest {
  readonly conditions: readonly Condition[];
  /** A column of the table. */
  readonly orderBy: string;
  readonly descending: boolean;
  readonly skip: number;
  readonly limit: number;
}

/** 24 hex digits, as the service's own ids have. */
export function newId(): string {
  return randomBytes(12).toString('hex');
}

/** The rows of the library: files, their versions and folders. */
export class LibraryStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  list(request: ListRequest): Asset[] {
    const where = request.conditions.map(({ sql }) => `(${sql})`).join(' AND ') || '1';
    const direction = request.descending ? 'DESC' : 'ASC';
    const values: Record<string, SQLInputValue> = {};
    for (const condition of request.conditions) Object.assign(values, condition.values);
    return this.#database
      .prepare(
        `SELECT * FROM asset WHERE ${where}
         ORDER BY ${request.orderBy} ${direction}, sequence ${direction}
         LIMIT :limit OFFSET :skip`,
      )
      .all({ ...values, limit: request.limit, skip: request.skip })
      .map(decodeAsset);
  }

  fileById(id: string): FileAsset | undefined {
    return asFile(this.#one("kind = 'file' AND id = ?", id));
  }

  fileByPath(path: string): FileAsset | undefined {
    return asFile(this.#one("kind = 'file' AND path = ?", path));
  }

  versionById(versionId: string): FileAsset | undefined {
    return asFile(this.#one("kind <> 'folder' AND versionId = ?", versionId));
  }

  folderByPath(path: string): FolderAsset | undefined {
    const found = this.#one("kind = 'folder' AND path = ?", path);
    return found?.kind === 'folder' ? found : undefined;
  }

  /** Adds a file; a current file of the same path becomes its older version. */
  addFile(file: FileAsset): void {
    this.#database
      .prepare("UPDATE asset SET kind = 'file-version' WHERE kind = 'file' AND path = ?")
      .run(joinPath(file.folder, file.name));
    this.#insert(file);
  }

  /** Replaces the row of the same version. */
  updateFile(file: FileAsset): void {
    const row = encodeAsset(file);
    const columns = Object.keys(row).map((column) => `${column} = :${column}`);
    this.#database
      .prepare(`UPDATE asset SET ${columns.join(', ')} WHERE versionId = :versionId`)
      .run(row);
  }

  /** Makes a folder and every missing parent. */
  ensureFolder(path: string, now: number): void {
    let parent = '/';
    for (const name of normalizeFolder(path).split('/').filter(Boolean)) {
      const full = joinPath(parent, name);
      if (this.folderByPath(full) === undefined) {
        this.#insert({
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

  /** @returns the blobs that nothing refers to any more. */
  deleteFiles(ids: readonly string[]): string[] {
    return this.#deleteWhere('id IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)]);
  }

  /** Deletes a folder and everything below. @returns the blobs that nothing refers to any more. */
  deleteFolder(path: string): string[] {
    return this.#deleteWhere('path = ? OR substr(path, 1, length(?)) = ?', [
      path,
      `${path}/`,
      `${path}/`,
    ]);
  }

  /** @returns every blob, all of them unreferenced now. */
  clear(): string[] {
    return this.#deleteWhere('1', []);
  }

  isEmpty(): boolean {
    return this.#database.prepare('SELECT 1 FROM asset LIMIT 1').get() === undefined;
  }

  #insert(asset: Asset): void {
    const row = encodeAsset(asset);
    const columns = Object.keys(row);
    const holders = columns.map((column) => `:${column}`);
    this.#database
      .prepare(`INSERT INTO asset (${columns.join(', ')}) VALUES (${holders.join(', ')})`)
      .run(row);
  }

  #one(where: string, value: string): Asset | undefined {
    const row = this.#database.prepare(`SELECT * FROM asset WHERE ${where}`).get(value);
    return row === undefined ? undefined : decodeAsset(row);
  }

  #deleteWhere(where: string, values: readonly string[]): string[] {
    const gone = this.#database
      .prepare(`DELETE FROM asset WHERE ${where} RETURNING blob`)
      .all(...values)
      .map((row) => row['blob'])
      .filter((blob) => typeof blob === 'string');
    const used = this.#database.prepare('SELECT 1 FROM asset WHERE blob = ? LIMIT 1');
    return [...new Set(gone)].filter((blob) => used.get(blob) === undefined);
  }
}

function asFile(asset: Asset | undefined): FileAsset | undefined {
  return asset === undefined || asset.kind === 'folder' ? undefined : asset;
}
