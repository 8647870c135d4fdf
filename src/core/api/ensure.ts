import { ImageKitError } from './imageKitError.ts';

/**
 * Refuses bad input before anything is sent.
 * @param message A whole sentence for the person who gave it.
 * @param subject The field's name.
 * @throws ImageKitError with `invalidInput`.
 */
export function ensure(condition: boolean, subject: string, message: string): asserts condition {
  if (!condition) throw new ImageKitError('invalidInput', message, { subject });
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
    highest === Number.MAX_SAFE_INTEGER ? `of ${lowest} or more` : `from ${lowest} to ${highest}`;
  ensure(
    Number.isInteger(value) && value >= lowest && value <= highest,
    subject,
    `${subject} must be a whole number ${range}, not ${value}.`,
  );
}
