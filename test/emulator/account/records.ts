import type { DatabaseSync } from 'node:sqlite';
import { Records } from '../store/records.ts';
import type { Identified } from '../store/records.ts';
import type { CustomMetadataField } from './fieldSchema.ts';

export interface SavedExtension extends Identified {
  readonly name: string;
  readonly description: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface NamedTransformation extends Identified {
  readonly name: string;
  readonly transformation: string;
  readonly enabled: boolean;
  readonly createdAt: string;
}

/** Secrets are not kept: nothing here ever needs them. */
export interface Origin extends Identified {
  readonly type: string;
  readonly name: string;
}

export interface UrlEndpoint extends Identified {
  readonly description: string;
  readonly urlPrefix: string;
  readonly origins: readonly string[];
  readonly urlRewriter?: Readonly<Record<string, unknown>>;
}

export interface Purge extends Identified {
  readonly url: string;
  /** Unix milliseconds. */
  readonly createdAt: number;
  readonly completesAt: number;
}

export interface Job extends Identified {
  readonly type: 'COPY_FOLDER' | 'MOVE_FOLDER' | 'RENAME_FOLDER';
  readonly status: 'Pending' | 'Completed' | 'Partial success';
  readonly purgeRequestId?: string;
  /** Why it is not complete. */
  readonly message?: string;
}

/** A deleted field stays: its name can never be used again. */
export interface StoredField extends CustomMetadataField {
  readonly deleted: boolean;
}

/** Everything of the account that is not in the media library. */
export interface AccountRecords {
  readonly fields: Records<StoredField>;
  readonly savedExtensions: Records<SavedExtension>;
  readonly namedTransformations: Records<NamedTransformation>;
  readonly origins: Records<Origin>;
  readonly urlEndpoints: Records<UrlEndpoint>;
  readonly purges: Records<Purge>;
  readonly jobs: Records<Job>;
}

export function openRecords(database: DatabaseSync): AccountRecords {
  return {
    fields: new Records(database, 'field'),
    savedExtensions: new Records(database, 'savedExtension'),
    namedTransformations: new Records(database, 'namedTransformation'),
    origins: new Records(database, 'origin'),
    urlEndpoints: new Records(database, 'urlEndpoint'),
    purges: new Records(database, 'purge'),
    jobs: new Records(database, 'job'),
  };
}

export function clearRecords(records: AccountRecords): void {
  for (const each of Object.values(records)) each.clear();
}
