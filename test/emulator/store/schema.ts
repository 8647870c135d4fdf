/** Counts the forms of the saved library; a library of another form is dropped. */
export const schemaVersion = 3;

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

interface Index {
  readonly name: string;
  readonly columns: string;
  readonly where?: string;
  readonly isUnique?: boolean;
}

const lookups: readonly Index[] = [
  { name: 'asset_id', columns: 'id' },
  { name: 'asset_versionId', columns: 'versionId' },
  // Any number of older versions lie at the path of their file, but only one file and one folder.
  {
    name: 'asset_path',
    columns: "path, iif(kind = 'file-version', versionId, kind)",
    isUnique: true,
  },
];

/** What lists are ordered by. */
const orders = [
  'name COLLATE NOCASE',
  'createdAt',
  'updatedAt',
  'height',
  'width',
  'size',
] as const;

/** The condition of every list without versions; an index is used only if it is written this way. */
export const withoutVersions = "kind <> 'file-version'";

/** Each order is found in an index, in one folder and in all; the kind is there to be skipped by. */
const pages: readonly Index[] = orders.flatMap((order) => {
  const name = order.split(' ', 1).join('');
  const columns = `${order}, sequence, kind`;
  return [
    // That of sizes also finds who else uses the bytes of a file, which may be an older version.
    order === 'size'
      ? { name: `all_${name}`, columns }
      : { name: `all_${name}`, columns, where: withoutVersions },
    { name: `folder_${name}`, columns: `folder, ${columns}`, where: withoutVersions },
  ];
});

/** There are few of these among many files. */
const rareKinds: readonly Index[] = ['folder', 'file-version'].map((kind) => ({
  name: kind.replace('-', '_'),
  columns: 'folder, name',
  where: `kind = '${kind}'`,
}));

const indexes = [...lookups, ...pages, ...rareKinds];

const createIndexes = indexes
  .map(
    ({ name, columns, where, isUnique = false }) =>
      `CREATE ${isUnique ? 'UNIQUE ' : ''}INDEX IF NOT EXISTS ${name} ON asset (${columns})${
        where === undefined ? '' : ` WHERE ${where}`
      };`,
  )
  .join('\n');

export const schema = tables + triggers + createIndexes;

/**
 * Before and after very many rows are added: without a log of what would be undone, and with a second
 * thread for sorting, which needs files for what it sorts.
 */
export const bulkSettings = `
  PRAGMA journal_mode = DELETE; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;
  PRAGMA temp_store = FILE; PRAGMA threads = 2; PRAGMA analysis_limit = 1000;
`;
export const usualSettings = `
  PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -8192;
`;

/** What would have to be kept up with every row. */
export const beforeBulk = [
  'DROP TRIGGER wordsAdded;',
  ...indexes.map(({ name }) => `DROP INDEX ${name};`),
].join('\n');

/** @param sequence of the last row that was there before. */
export const afterBulk = (sequence: number): string => `
  INSERT INTO assetWords (rowid, name, tags)
    SELECT sequence, ${wordsOf('asset')} FROM asset WHERE sequence > ${String(sequence)};
  ${schema}
  ANALYZE;
`;
