import { focusObjects } from '../../transformation/catalogue/focusObjects.ts';

const objectNames: ReadonlySet<string> = new Set(focusObjects.map(({ value }) => value));

/** Whether a value of `fo` names something that ImageKit looks for: `dog`, `dog_cat`. */
export function isObject(focus: string | undefined): boolean {
  return focus?.split('_').some((name) => objectNames.has(name)) ?? false;
}
