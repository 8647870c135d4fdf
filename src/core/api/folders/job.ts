import * as v from 'valibot';
import type { RequestOptions } from '../apiRequest.ts';
import { endpoint, type ApiCaller } from '../endpoint.ts';
import { textOrNull } from '../schemaParts.ts';

const jobSchema = v.looseObject({
  jobId: textOrNull,
  /** `COPY_FOLDER`, `MOVE_FOLDER` or `RENAME_FOLDER`. */
  type: textOrNull,
  /** `Partial success`: done, but the old URLs could not be purged. */
  status: v.picklist(['Pending', 'Completed', 'Partial success']),
  purgeRequestId: textOrNull,
  message: textOrNull,
});

/** What became of copying, moving or renaming a folder; there is no progress figure. */
export type FolderJobStatus = v.InferOutput<typeof jobSchema>;

export interface FolderJob {
  get(jobId: string, options?: RequestOptions): Promise<FolderJobStatus>;
}

const get = endpoint('GET', '/v1/bulkJobs/{jobId}', 'status of the job', jobSchema);

export function createFolderJob(call: ApiCaller): FolderJob {
  return { get: (jobId, { signal } = {}) => call(get, { path: { jobId }, signal }) };
}
