import type { AccountState } from './accountSession.ts';

/** A command needs an account and none is there; the command runner offers the way to one. */
export class NoAccountError extends Error {
  override readonly name = 'NoAccountError';
  readonly state: Exclude<AccountState, { kind: 'connected' }>;

  constructor(state: Exclude<AccountState, { kind: 'connected' }>) {
    super(`There is no account to work with: ${state.kind}.`);
    this.state = state;
  }
}
