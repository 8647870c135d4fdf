import type { FindNamed } from '../transformation/namedTransformations.ts';
import type { Account } from './account.ts';

/** Looks among the account's named transformations; a disabled one is not found. */
export function namedFinder({ records }: Account): FindNamed {
  return (name) => {
    const found = records.namedTransformations.all().find((each) => each.name === name);
    return found?.enabled === true ? found.transformation : undefined;
  };
}
