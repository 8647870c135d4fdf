import { DatabaseSync } from 'node:sqlite';

/**
 * One table holds files, their older versions and folders, because a listing or a search may
 * return all three, sorted and paged together. Lists and objects are JSON text.
 */
const schema = `
  CREATE TABLE IF NOT EXISTS asset (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('file', 'file-version', 'folder')),
    id TEXT NOT NULL,
    versionId TEXT,
    versionNumber INTEGER,
    name TEXT NOT NULL,
    folder TEXT NOT NULL,
    path TEXT NOT NULL,
    size INTEGER,
    mime TEXT,
    format TEXT,
    fileType TEXT,
    width INTEGER,
    height INTEGER,
    hasAlpha INTEGER,
    duration REAL,
    bitRate INTEGER,
    videoCodec TEXT,
    audioCodec TEXT,
    tags TEXT,
    aiTags TEXT,
    customCoordinates TEXT,
    customMetadata TEXT NOT NULL DEFAULT '{}',
    embeddedMetadata TEXT NOT NULL DEFAULT '{}',
    description TEXT,
    isPrivate INTEGER,
    isPublished INTEGER,
    blob TEXT,
    uploadFields TEXT,
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX IF NOT EXISTS current_path ON asset (kind, path) WHERE kind <> 'file-version';
  CREATE INDEX IF NOT EXISTS asset_id ON asset (id);
  CREATE INDEX IF NOT EXISTS asset_folder ON asset (folder, kind);
`;

export function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  // A crash of the machine may lose the last writes of an emulator; a crash of the process not.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  database.exec(schema);
  database.function('words', { deterministic: true }, (text) =>
    String(text ?? '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' '),
  );
  return database;
}
