/** Counts the forms of the saved library; a library of another form is dropped. */
export const schemaVersion = 2;

/**
 * One table holds files, their older versions and folders, because a listing or a search may
 * return all three, sorted and paged together. Lists and objects are JSON text.
 */
const tables = `
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
    createdBy TEXT,
    blob TEXT,
    uploadFields TEXT,
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX IF NOT EXISTS currentPath ON asset (kind, path) WHERE kind <> 'file-version';
  CREATE TABLE IF NOT EXISTS record (
    collection TEXT NOT NULL,
    id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (collection, id)
  ) STRICT;
  CREATE VIRTUAL TABLE IF NOT EXISTS assetWords USING fts5 (
    name, tags, content = '', contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N*'"
  );
`;

const aiTagNames = (row: string): string =>
  `(SELECT group_concat(value ->> '$.name', ' ') FROM json_each(${row}.aiTags))`;
const wordsOf = (row: string): string =>
  `${row}.name, concat_ws(' ', ${row}.tags, ${aiTagNames(row)})`;

/** Keeps the words of names and tags, as HAS looks for them. */
const triggers = `
  CREATE TRIGGER IF NOT EXISTS wordsAdded AFTER INSERT ON asset BEGIN
    INSERT INTO assetWords (rowid, name, tags) VALUES (new.sequence, ${wordsOf('new')});
  END;
  CREATE TRIGGER IF NOT EXISTS wordsChanged AFTER UPDATE OF name, tags, aiTags ON asset BEGIN
    UPDATE assetWords SET (name, tags) = (SELECT ${wordsOf('new')}) WHERE rowid = new.sequence;
  END;
  CREATE TRIGGER IF NOT EXISTS wordsRemoved AFTER DELETE ON asset BEGIN
    DELETE FROM assetWords WHERE rowid = old.sequence;
  END;
`;

const lookups = { id: 'id', versionId: 'versionId', path: 'path', blob: 'blob' } as const;

/** What lists are ordered by; each order is found in an index, in one folder and in all. */
const orders = [
  'name COLLATE NOCASE',
  'createdAt',
  'updatedAt',
  'height',
  'width',
  'size',
] as const;

const indexes = [
  ...Object.entries(lookups).map(([name, column]) => ({ name: `asset_${name}`, columns: column })),
  ...orders.flatMap((order) => {
    const name = order.split(' ', 1).join('');
    return [
      { name: `kind_${name}`, columns: `kind, ${order}` },
      { name: `folder_${name}`, columns: `folder, kind, ${order}` },
    ];
  }),
];

const createIndexes = indexes
  .map(({ name, columns }) => `CREATE INDEX IF NOT EXISTS ${name} ON asset (${columns});`)
  .join('\n');

export const schema = tables + triggers + createIndexes;
