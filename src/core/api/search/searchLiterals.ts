import { ensure } from '../ensure.ts';
import { t } from '../../text/l10n.ts';

/** A number of bytes, or one with its unit: `10kb`, `1.5mb`. */
export type SearchSize = number | string;

/**
 * A time in UTC: `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM:SS`, a `Date`, or how long ago: `1h`, `2d`, `3w`,
 * `4m` (months), `1y`.
 */
export type SearchDate = string | Date;

const dateText = /^(?:\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2})?|\d+[hdwmy])$/;
const sizeText = /^\d+(?:\.\d+)?\s?(?:b|kb|mb|gb)$/i;

/**
 * How a quote or a backslash is escaped inside a string is not documented, so a text with one is
 * refused: however the service reads strings, no text ends one. Control characters have no place
 * in anything that can be searched for.
 */
const unquotable = /["\\\p{Cc}\u2028\u2029]/u;

/** @throws ImageKitError with `invalidInput` for a text that cannot be said in a query. */
export function textLiteral(text: string, subject: string): string {
  ensure(
    text.trim() !== '',
    subject,
    t('The text to search for in {subject} is empty.', { subject }),
  );
  ensure(
    !unquotable.test(text),
    subject,
    t(
      'ImageKit cannot search {subject} for a text with a quote, a backslash or a control character.',
      { subject },
    ),
  );
  return `"${text}"`;
}

/**
 * The words of what a person typed, each as a string; what separates words cannot be searched for.
 * @throws ImageKitError with `invalidInput` for a text without words: it would find everything.
 */
export function wordLiterals(text: string, subject: string): string[] {
  const words = text.split(/["\\\p{Cc}\p{Z}]+/u).filter((word) => word !== '');
  ensureSomething(words.length > 0, subject);
  return words.map((word) => `"${word}"`);
}

/** @throws ImageKitError with `invalidInput` */
export function numberLiteral(value: number, subject: string): string {
  const text = String(value);
  // Not infinite, and not so large or small that it is written with an exponent.
  ensure(
    /^-?\d+(?:\.\d+)?$/.test(text),
    subject,
    t('{subject} cannot be compared with {text}.', { subject, text }),
  );
  return text;
}

/** @throws ImageKitError with `invalidInput` */
export function sizeLiteral(size: SearchSize, subject: string): string {
  if (typeof size === 'number') return numberLiteral(size, subject);
  ensure(
    sizeText.test(size),
    subject,
    t('"{size}" is not a size such as 500, 10kb or 1.5mb.', { size }),
  );
  return `"${size}"`;
}

/** @throws ImageKitError with `invalidInput` */
export function dateLiteral(date: SearchDate, subject: string): string {
  const text = date instanceof Date ? isoText(date) : date;
  ensure(
    dateText.test(text),
    subject,
    t('"{text}" is not a time such as 2026-01-31 or 7d.', { text }),
  );
  return `"${text}"`;
}

function isoText(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 19);
}

/** @throws ImageKitError with `invalidInput` for a list of nothing. */
export function listLiteral<Item>(
  items: readonly Item[],
  subject: string,
  literal: (item: Item, subject: string) => string,
): string {
  ensureSomething(items.length > 0, subject);
  return `[${items.map((item) => literal(item, subject)).join(', ')}]`;
}

/** @throws ImageKitError with `invalidInput` for a condition that says nothing, so that all fulfil it. */
export function ensureSomething(isSomething: boolean, subject: string): void {
  ensure(isSomething, subject, t('There is nothing to search for in {subject}.', { subject }));
}
