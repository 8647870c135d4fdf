import { DatabaseSync } from 'node:sqlite';
import { isInside } from '../query/places.ts';
import type { Area } from '../query/places.ts';
import { schema, schemaVersion, usualSettings } from './schema.ts';

export interface OpenDatabase {
  readonly database: DatabaseSync;
  /** Whether the file held a library of another form, which is gone now. */
  readonly dropped: boolean;
}

export function openDatabase(path: string): OpenDatabase {
  const database = new DatabaseSync(path);
  // A crash of the machine may lose the last writes of an emulator; a crash of the process not.
  database.exec(usualSettings);
  const dropped = dropOtherForm(database);
  database.exec(schema);
  database.exec(`PRAGMA user_version = ${String(schemaVersion)}`);
  addFunctions(database);
  return { database, dropped };
}

/** Nothing is released yet, so a library of another form is not worth a migration. */
function dropOtherForm(database: DatabaseSync): boolean {
  const version = database.prepare('PRAGMA user_version').get()?.['user_version'];
  if (version === schemaVersion) return false;
  const names = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT NULL")
    .all()
    .map((row) => String(row['name']));
  for (const name of names) {
    // The tables inside a virtual table go with it.
    if (!name.startsWith('sqlite_')) database.exec(`DROP TABLE IF EXISTS "${name}"`);
  }
  return names.includes('asset');
}

function addFunctions(database: DatabaseSync): void {
  database.function('words', { deterministic: true }, (text) =>
    String(text ?? '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' '),
  );
  database.function('isTakenIn', { deterministic: true }, (metadata, area) => {
    const { GPSLatitude: latitude, GPSLongitude: longitude } = JSON.parse(String(metadata ?? '{}'));
    if (typeof latitude !== 'number' || typeof longitude !== 'number') return 0;
    const where: Area = JSON.parse(String(area));
    return Number(isInside({ latitude, longitude }, where));
  });
}
