import { ImageKitError, isImageKitError } from './imageKitError.ts';
import { limits, type Range } from './limits.ts';
import { t } from '../text/l10n.ts';

/**
 * Refuses bad input before anything is sent.
 * @param message A whole sentence for the person who gave it.
 * @param subject The field's name.
 * @throws ImageKitError with `invalidInput`.
 */
export function ensure(condition: boolean, subject: string, message: string): asserts condition {
  if (!condition) throw new ImageKitError('invalidInput', message, { subject });
}

/** What a check says against an input, `undefined` where it says nothing. */
export function problemOf(check: () => void): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (isImageKitError(error, 'invalidInput')) return error.message;
    throw error;
  }
}

/** @throws ImageKitError with `invalidInput` unless the number is absent or whole and in range. */
export function ensureIntegerBetween(
  value: number | undefined,
  subject: string,
  lowest: number,
  highest: number,
): void {
  if (value === undefined) return;
  const range =
    highest === Number.MAX_SAFE_INTEGER
      ? t('of {lowest} or more', { lowest })
      : t('from {lowest} to {highest}', { lowest, highest });
  ensure(
    Number.isInteger(value) && value >= lowest && value <= highest,
    subject,
    t('{subject} must be a whole number {range}, not {value}.', { subject, range, value }),
  );
}

/** @throws ImageKitError with `invalidInput` for a text that is absent where it must not be, or too long. */
export function ensureLength(
  value: string | undefined,
  subject: string,
  { lowest, highest }: Range,
): void {
  if (value === undefined) return;
  ensure(
    value.length >= lowest && (lowest === 0 || value.trim() !== ''),
    subject,
    t('{subject} is empty.', { subject }),
  );
  ensure(
    value.length <= highest,
    subject,
    t('{subject} has {count} characters; ImageKit allows {highest}.', {
      subject,
      count: value.length,
      highest,
    }),
  );
}

/** @throws ImageKitError with `invalidInput` for too few or too many of something. */
export function ensureCount(
  items: readonly unknown[],
  subject: string,
  { lowest, highest }: Range,
): void {
  ensure(items.length >= lowest, subject, t('{subject} is empty.', { subject }));
  ensure(
    items.length <= highest,
    subject,
    t('{subject} has {count} entries; ImageKit takes {highest} at a time.', {
      subject,
      count: items.length,
      highest,
    }),
  );
}

/** @throws ImageKitError with `invalidInput` for tags that are too long together. */
export function ensureTags(tags: readonly string[], subject = 'tags'): void {
  const joined = tags.join(',').length;
  ensure(
    joined <= limits.tagsLength,
    subject,
    t('The tags have {count} characters together; ImageKit allows {limit}.', {
      count: joined,
      limit: limits.tagsLength,
    }),
  );
}
