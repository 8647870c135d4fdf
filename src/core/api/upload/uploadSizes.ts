import { formatBytes } from '../../text/formatBytes.ts';
import { isVideo } from '../../url/assetKind.ts';
import { ensure } from '../ensure.ts';
import type { FileUploadParams } from './uploadParams.ts';
import { t } from '../../text/l10n.ts';

/** The plans whose limits are published; an enterprise's are agreed upon. */
export const plans = ['free', 'lite', 'pro'] as const;
export type Plan = (typeof plans)[number];

export interface UploadSizes {
  /** Bytes of a video. */
  readonly video: number;
  /** Bytes of an image, a sound or any other file. */
  readonly other: number;
}

/** The larger reading of "MB", so that nothing is refused which ImageKit may take. */
const megabyte = 1024 * 1024;

/** Largest uploads. Source: https://imagekit.io/docs/api-reference/upload-file/upload-file */
export const uploadSizes: Readonly<Record<Plan, UploadSizes>> = {
  free: { video: 100 * megabyte, other: 25 * megabyte },
  lite: { video: 300 * megabyte, other: 40 * megabyte },
  pro: { video: 2048 * megabyte, other: 50 * megabyte },
};

const tooLarge = {
  video:
    'The {plan} plan of ImageKit takes videos of up to {limit} MB, and {fileName} has {size}; make it smaller.',
  other:
    'The {plan} plan of ImageKit takes such files of up to {limit} MB, and {fileName} has {size}; make it smaller.',
} as const;

/** @throws ImageKitError with `invalidInput` for bytes that the plan does not take. */
export function ensureUploadSize(plan: Plan, { file, fileName }: FileUploadParams): void {
  // A text is base64 or an address; what it stands for is measured by the service.
  if (typeof file === 'string') return;
  const assetPath = { text: fileName, start: 0, end: fileName.length };
  const kind = file.type.startsWith('video/') || isVideo({ assetPath }) ? 'video' : 'other';
  const largest = uploadSizes[plan][kind];
  ensure(
    file.size <= largest,
    'file',
    t(tooLarge[kind], { fileName, size: formatBytes(file.size), plan, limit: largest / megabyte }),
  );
}
