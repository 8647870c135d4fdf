import { ensure } from '../ensure.ts';
import { limits } from '../limits.ts';
import { t } from '../../text/l10n.ts';

/** Days of the calendar in UTC, `YYYY-MM-DD`, fewer than 90 apart. */
export interface DayRange {
  readonly startDate: string;
  readonly endDate: string;
}

const millisecondsOfDay = 86_400_000;

/** @throws ImageKitError with `invalidInput` */
export function ensureDayRange(
  { startDate, endDate }: DayRange,
  { isLastDayIncluded }: { readonly isLastDayIncluded: boolean },
): void {
  const start = dayOf(startDate, 'startDate');
  const end = dayOf(endDate, 'endDate');
  ensure(
    isLastDayIncluded ? start <= end : start < end,
    'endDate',
    isLastDayIncluded
      ? t('The last day {endDate} must be the first one or later.', { endDate })
      : t('The last day {endDate} must be after the first one.', { endDate }),
  );
  ensure(
    end - start < limits.usageDays,
    'endDate',
    t('The two days are {days} days apart; ImageKit takes fewer than {limit}.', {
      days: end - start,
      limit: limits.usageDays,
    }),
  );
}

function dayOf(text: string, subject: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  ensure(isDay, subject, t('"{text}" is not a day of the form YYYY-MM-DD.', { text }));
  return time / millisecondsOfDay;
}
