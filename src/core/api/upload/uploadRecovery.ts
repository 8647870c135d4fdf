import type { ImageKitError, ImageKitErrorReason } from '../imageKitError.ts';

/** A failure after which the file may be stored all the same. */
export interface LostAnswer {
  readonly reason: ImageKitErrorReason;
  readonly statuses?: readonly number[];
  /** Whether the file is sent again when it is not found: only where the service is done with it. */
  readonly isSentAgain: boolean;
}

export interface UploadRecovery {
  readonly lostAnswers: readonly LostAnswer[];
  /** Milliseconds before each look into the library. */
  readonly looksAfterMs: readonly number[];
  /** Milliseconds before a file is sent again of which a part was sent; doubles each time. */
  readonly pauseMs: number;
  /** Attempts after the first. */
  readonly resends: number;
}

export const uploadRecovery: UploadRecovery = {
  lostAnswers: [
    { reason: 'connectionLost', isSentAgain: true },
    { reason: 'server', statuses: [502, 503], isSentAgain: true },
    // The service may still be at it, so that a second file could be stored beside the first.
    { reason: 'server', statuses: [504], isSentAgain: false },
    { reason: 'timedOut', isSentAgain: false },
    { reason: 'invalidResponse', isSentAgain: false },
  ],
  looksAfterMs: [500, 1500, 3000],
  pauseMs: 500,
  resends: 2,
};

export function lostAnswerOf(
  { lostAnswers }: UploadRecovery,
  { reason, status }: ImageKitError,
): LostAnswer | undefined {
  return lostAnswers.find(
    (lost) =>
      lost.reason === reason &&
      (lost.statuses === undefined || (status !== undefined && lost.statuses.includes(status))),
  );
}
