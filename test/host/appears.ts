import type { Locator } from 'playwright-core';

/** Whether something is on the screen within so many milliseconds, for what may have to be done again. */
export function appears(locator: Locator, milliseconds: number): Promise<boolean> {
  return locator.waitFor({ timeout: milliseconds }).then(
    () => true,
    () => false,
  );
}
