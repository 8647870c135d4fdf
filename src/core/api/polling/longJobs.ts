import type { CacheInvalidation, PurgeStatus } from '../cacheInvalidation.ts';
import type { FolderJob, FolderJobStatus } from '../folders/job.ts';
import { pollUntil, type PollingPolicy, type PollOptions } from './pollUntil.ts';

const minute = 60_000;
const passing = ['rateLimited', 'server', 'connectionLost', 'timedOut', 'unreachable'] as const;

/** A job over a hundred thousand items takes minutes, one over a few is done at once. */
export const folderJobPolling: PollingPolicy = {
  firstWaitMs: 500,
  growth: 1.5,
  longestWaitMs: 15_000,
  jitter: 0.25,
  timeLimitMs: 30 * minute,
  passing,
};

/** A purge takes effect within about 15 minutes. Source: https://imagekit.io/docs/cache-purge */
export const purgePolling: PollingPolicy = {
  firstWaitMs: 2000,
  growth: 1.5,
  longestWaitMs: 30_000,
  jitter: 0.25,
  timeLimitMs: 20 * minute,
  passing,
};

const isFinal = ({ status }: { readonly status: string }): boolean => status !== 'Pending';

/**
 * Waits until a copy, move or renaming of a folder is done, if only in part; see `pollUntil` for
 * how it fails. The job goes on where waiting ends early.
 * @param job `client.folders.job`
 */
export function waitForFolderJob(
  job: FolderJob,
  jobId: string,
  options?: PollOptions,
): Promise<FolderJobStatus> {
  return pollUntil((asking) => job.get(jobId, asking), isFinal, folderJobPolling, options);
}

/**
 * Waits until a purge is done; see `pollUntil` for how it fails.
 * @param invalidation `client.cache.invalidation`
 */
export function waitForPurge(
  invalidation: CacheInvalidation,
  requestId: string,
  options?: PollOptions,
): Promise<PurgeStatus> {
  return pollUntil((asking) => invalidation.get(requestId, asking), isFinal, purgePolling, options);
}
