import type { AccountFacts } from '../../core/accounts/account.ts';
import { NoAccountError } from '../../platform/noAccountError.ts';
import { pickItem } from '../../platform/pickItem.ts';
import type { AccountDependencies } from './accountDependencies.ts';
import { t } from '../../core/text/l10n.ts';

/**
 * The account that a command is for: the only one, or the one that the person picks.
 * @throws NoAccountError where there is none.
 */
export async function pickAccount(
  { store }: Pick<AccountDependencies, 'store'>,
  title: string,
): Promise<AccountFacts | undefined> {
  const { accounts, activeId } = store.list();
  const [first, ...others] = accounts;
  if (!first) throw new NoAccountError({ kind: 'disconnected' });
  if (others.length === 0) return first;
  const rows = accounts.map((account) => ({
    label: account.name,
    description: account.id === activeId ? t('active') : '',
    value: account,
  }));
  return pickItem({ title, placeholder: t('Choose an account'), rows });
}
