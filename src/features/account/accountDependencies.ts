import type { AccountSession } from '../../platform/accountSession.ts';
import type { AccountStore } from '../../platform/accountStore.ts';
import type { Logger } from '../../platform/outputLogger.ts';

export interface AccountDependencies {
  readonly session: AccountSession;
  readonly store: AccountStore;
  readonly logger: Logger;
}
