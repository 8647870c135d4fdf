/** More are not looked through. */
const mostColours = 8;

/** An account that was not used for as long as this many others were is forgotten. */
const mostAccounts = 20;

/** The colours that were picked last, by account; both the last one first. */
export type RecentColours = readonly (readonly [accountId: string, colours: readonly string[]])[];

/** @param accountId Of the account in force, or nothing. */
export function withColour(
  recent: RecentColours,
  accountId: string,
  colour: string,
): RecentColours {
  const others = recent.filter(([id]) => id !== accountId);
  const colours = coloursFor(recent, accountId).filter((each) => each !== colour);
  const own = [accountId, [colour, ...colours].slice(0, mostColours)] as const;
  return [own, ...others].slice(0, mostAccounts);
}

export function coloursFor(recent: RecentColours, accountId: string): readonly string[] {
  return recent.find(([id]) => id === accountId)?.[1] ?? [];
}
