import type { Purges } from '../cache/purges.ts';
import type { JobRunner } from '../jobs/jobRunner.ts';
import type { Library } from '../store/library.ts';
import type { AccountRecords } from './records.ts';
import type { Settings } from './settings.ts';
import type { Background } from '../server/background.ts';
import type { Traffic } from './traffic.ts';

/** The one account of the emulator: its media library and everything around it. */
export interface Account {
  readonly library: Library;
  readonly records: AccountRecords;
  readonly settings: Settings;
  readonly jobs: JobRunner;
  readonly purges: Purges;
  readonly traffic: Traffic;
  readonly background: Background;
}
