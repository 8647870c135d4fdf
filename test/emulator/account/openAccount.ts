import type { DatabaseSync } from 'node:sqlite';
import { Purges } from '../cache/purges.ts';
import { JobRunner } from '../jobs/jobRunner.ts';
import { Background } from '../server/background.ts';
import { BlobStore } from '../store/blobStore.ts';
import { LibraryStore } from '../store/libraryStore.ts';
import type { Account } from './account.ts';
import { clearRecords, openRecords } from './records.ts';
import { Settings } from './settings.ts';
import { Traffic } from './traffic.ts';

/** @param urlEndpoint `http://127.0.0.1:<port>/demo`, known once the server listens. */
export function openAccount(
  database: DatabaseSync,
  dataDir: string,
  urlEndpoint: () => string,
): Account {
  const records = openRecords(database);
  const settings = new Settings();
  const background = new Background();
  return {
    library: { rows: new LibraryStore(database), blobs: new BlobStore(dataDir), urlEndpoint },
    records,
    settings,
    background,
    jobs: new JobRunner(records.jobs, settings, background),
    purges: new Purges(records.purges, settings, urlEndpoint),
    traffic: new Traffic(),
  };
}

/** Makes the account as empty as a new one. */
export async function resetAccount(account: Account): Promise<void> {
  await account.background.cancelAll();
  account.library.rows.clear();
  await account.library.blobs.clear();
  clearRecords(account.records);
  account.settings.reset();
  account.traffic.clear();
}
