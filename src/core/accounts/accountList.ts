import type { AccountFacts } from './account.ts';

/** The accounts of a person in the order in which they were connected. */
export interface AccountList {
  readonly accounts: readonly AccountFacts[];
  /** The one in force wherever a folder does not choose its own. */
  readonly activeId: string | undefined;
}

export const noAccounts: AccountList = { accounts: [], activeId: undefined };

/** Adds the account, or changes what is known of it; either way it becomes the active one. */
export function withAccount(list: AccountList, account: AccountFacts): AccountList {
  const isKnown = list.accounts.some(({ id }) => id === account.id);
  const { accounts } = isKnown
    ? withChanged(list, account)
    : { accounts: [...list.accounts, account] };
  return { accounts, activeId: account.id };
}

/** Changes what is known of an account; the active one stays. An id that none has changes nothing. */
export function withChanged(list: AccountList, account: AccountFacts): AccountList {
  const accounts = list.accounts.map((known) => (known.id === account.id ? account : known));
  return { ...list, accounts };
}

/** Without the account; where it was the active one, the first of the others takes its place. */
export function withoutAccount(list: AccountList, id: string): AccountList {
  const accounts = list.accounts.filter((account) => account.id !== id);
  return { accounts, activeId: list.activeId === id ? accounts[0]?.id : list.activeId };
}

/** An id that no account has changes nothing. */
export function withActive(list: AccountList, id: string): AccountList {
  return list.accounts.some((account) => account.id === id) ? { ...list, activeId: id } : list;
}

/** The account in force: that of the wanted name where one is wanted, else the active one. */
export function accountInForce(list: AccountList, wantedName: string): AccountFacts | undefined {
  return wantedName === ''
    ? list.accounts.find(({ id }) => id === list.activeId)
    : list.accounts.find(({ name }) => name === wantedName);
}

/** `wanted`, or with a number behind it where another account has that name. */
export function freeName(list: AccountList, wanted: string, ownId?: string): string {
  const isTaken = (name: string): boolean =>
    list.accounts.some((account) => account.name === name && account.id !== ownId);
  let name = wanted;
  for (let number = 2; isTaken(name); number++) name = `${wanted} ${number}`;
  return name;
}
