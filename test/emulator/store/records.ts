import type { DatabaseSync } from 'node:sqlite';

export interface Identified {
  readonly id: string;
}

/** A small persistent list of objects of one kind, such as the account's origins. */
export class Records<T extends Identified> {
  readonly #database: DatabaseSync;
  readonly #collection: string;

  constructor(database: DatabaseSync, collection: string) {
    this.#database = database;
    this.#collection = collection;
  }

  /** In the order of creation. */
  all(): T[] {
    return this.#database
      .prepare('SELECT value FROM record WHERE collection = ? ORDER BY sequence')
      .all(this.#collection)
      .map((row) => JSON.parse(String(row['value'])));
  }

  get(id: string): T | undefined {
    const row = this.#database
      .prepare('SELECT value FROM record WHERE collection = ? AND id = ?')
      .get(this.#collection, id);
    return row === undefined ? undefined : JSON.parse(String(row['value']));
  }

  /** Adds the object, or replaces the one with the same id. */
  put(value: T): void {
    this.#database
      .prepare(
        `INSERT INTO record (collection, id, sequence, value)
         VALUES (:collection, :id, (SELECT COALESCE(MAX(sequence), 0) + 1 FROM record), :value)
         ON CONFLICT (collection, id) DO UPDATE SET value = excluded.value`,
      )
      .run({ collection: this.#collection, id: value.id, value: JSON.stringify(value) });
  }

  /** @returns whether there was one. */
  delete(id: string): boolean {
    const { changes } = this.#database
      .prepare('DELETE FROM record WHERE collection = ? AND id = ?')
      .run(this.#collection, id);
    return changes > 0;
  }

  clear(): void {
    this.#database.prepare('DELETE FROM record WHERE collection = ?').run(this.#collection);
  }
}
