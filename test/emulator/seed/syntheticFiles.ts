import type { DatabaseSync } from 'node:sqlite';
import { seededRandom } from '../server/seededRandom.ts';
import type { SyntheticBlob } from './syntheticBlobs.ts';
import { archive, firstDay, nameWords, smallFolders, tagSets } from './syntheticPlan.ts';
import type { SyntheticPlan } from './syntheticPlan.ts';

/** What files are put together from, found by position. */
const partTables = `
  CREATE TEMP TABLE words (position INTEGER PRIMARY KEY, value TEXT);
  CREATE TEMP TABLE folders (position INTEGER PRIMARY KEY, value TEXT);
  CREATE TEMP TABLE tagSets (position INTEGER PRIMARY KEY, value TEXT);
  CREATE TEMP TABLE blobs (
    position INTEGER PRIMARY KEY, extension, blob, size, mime, format, fileType, width, height,
    hasAlpha, duration, bitRate, videoCodec, audioCodec
  );
`;

/** A prime; each of the factors below leads through all numbers under it, so none comes twice. */
const modulus = 2 ** 31 - 1;

/**
 * One statement for all files: a million rows that JavaScript makes one by one would take several
 * times as long. `a`, `b` and `c` are random numbers of the file.
 */
const insertFiles = `
  INSERT INTO asset (
    kind, id, versionId, versionNumber, name, folder, path, size, mime, format, fileType, width,
    height, hasAlpha, duration, bitRate, videoCodec, audioCodec, tags, isPrivate, isPublished,
    createdBy, blob, uploadFields, createdAt, updatedAt
  )
  WITH RECURSIVE
  state (number, a) AS (
    SELECT 0, :start UNION ALL
    SELECT number + 1, a * 48271 % ${modulus} FROM state WHERE number < :assets - 1
  ),
  random AS (
    SELECT number, a, a * 16807 % ${modulus} AS b, a * 69621 % ${modulus} AS c FROM state
  ),
  file AS (
    SELECT number, a, b, c, blobs.*, tagSets.value AS tags,
      words.value || '-' || printf('%07d', number) || '.' || extension AS name,
      iif(number % 10 = 0, '${archive}', folders.value) AS folder,
      :firstDay + CAST(c * 1.0 / ${modulus} * (:now - :firstDay) AS INTEGER) AS createdAt
    FROM random
    CROSS JOIN blobs ON blobs.position = b % :blobs
    CROSS JOIN words ON words.position = a % :words
    CROSS JOIN folders ON folders.position = c % :folders
    CROSS JOIN tagSets ON tagSets.position = b / :blobs % :tagSets
  )
  SELECT
    'file', printf('%08x%08x%08x', a, b, c), printf('%08x%08x%08x', c, a, b), 1, name, folder,
    folder || '/' || name, size, mime, format, fileType, width, height, hasAlpha, duration, bitRate,
    videoCodec, audioCodec, tags, number % 50 = 0, 1, 'synthetic@emulator.test', blob, '{}',
    createdAt, createdAt + CAST(b * 1.0 / ${modulus} * (:now - createdAt) AS INTEGER)
  FROM file
`;

/** Adds the files of the plan to the table `asset`; their folders are not looked for. */
export function insertSyntheticFiles(
  database: DatabaseSync,
  plan: SyntheticPlan,
  blobs: readonly SyntheticBlob[],
): void {
  const random = seededRandom(plan.seed);
  const facts = blobs.map(({ media, ...blob }) => ({
    ...blob,
    ...media,
    hasAlpha: media.hasAlpha === null ? null : Number(media.hasAlpha),
  }));
  const folders = smallFolders(plan);
  const sets = tagSets(random).map((set) => set && JSON.stringify(set));
  database.exec(partTables);
  insertParts(database, 'words', ['value'], nameWords.map(asValue));
  insertParts(database, 'folders', ['value'], folders.map(asValue));
  insertParts(database, 'tagSets', ['value'], sets.map(asValue));
  insertParts(database, 'blobs', Object.keys(facts[0] ?? {}), facts);
  database.prepare(insertFiles).run({
    start: 1 + Math.floor(random() * (modulus - 1)),
    assets: plan.assets,
    firstDay: firstDay(plan),
    now: plan.now,
    blobs: facts.length,
    words: nameWords.length,
    folders: folders.length,
    tagSets: sets.length,
  });
  database.exec('DROP TABLE words; DROP TABLE folders; DROP TABLE tagSets; DROP TABLE blobs;');
}

function asValue(value: string | null): object {
  return { value };
}

function insertParts(
  database: DatabaseSync,
  table: string,
  columns: readonly string[],
  rows: readonly object[],
): void {
  const values = columns.map((column) => `value ->> '$.${column}'`);
  database
    .prepare(
      `INSERT INTO ${table} (position, ${columns.join(', ')})
       SELECT key, ${values.join(', ')} FROM json_each(:rows)`,
    )
    .run({ rows: JSON.stringify(rows) });
}
