/**
 * Reads a property that the object itself has. The SDKs also print what an object inherits, so that
 * a polluted prototype changes every URL.
 */
export function own<Owner extends object, Name extends keyof Owner>(
  owner: Owner,
  name: Name,
): Owner[Name] | undefined {
  return Object.hasOwn(owner, name) ? owner[name] : undefined;
}
