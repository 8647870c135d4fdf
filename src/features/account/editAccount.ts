import * as vscode from 'vscode';
import type { Account, AccountFacts } from '../../core/accounts/account.ts';
import { urlEndpointsOf } from '../../core/accounts/accountEndpoints.ts';
import { isPrivateKey } from '../../core/accounts/accountName.ts';
import { freeName } from '../../core/accounts/accountList.ts';
import { findAccountSettings } from '../../platform/accountSetting.ts';
import { askSteps } from '../../platform/askSteps.ts';
import type { AccountDependencies } from './accountDependencies.ts';
import { privateKeyStep, publicKeyStep, toCredentials, urlEndpointsStep } from './accountForm.ts';
import { connect } from './connect.ts';
import { pickAccount } from './pickAccount.ts';
import { t } from '../../core/text/l10n.ts';

/** Changes URL endpoints and keys of an account; what is not typed again stays. */
export async function editAccount(dependencies: AccountDependencies): Promise<void> {
  const facts = await pickAccount(dependencies, t('Edit an ImageKit Account'));
  if (!facts) return;
  const title = t('Edit {name}', { name: facts.name });
  const known = await dependencies.store.get(facts.id);
  let endpoints: readonly string[] = known ? urlEndpointsOf(known) : [];
  let publicKey = known?.publicKey ?? '';
  for (;;) {
    const answers = await askSteps([
      urlEndpointsStep(title, endpoints),
      publicKeyStep(title, publicKey),
      privateKeyStep(title, known !== undefined),
    ]);
    if (!answers) return;
    const [typed = '', newPublicKey = '', newPrivateKey = ''] = answers;
    const account = changed(facts, known, typed, newPublicKey, newPrivateKey);
    if ((await connect(dependencies, account, 'edit')) !== 'askAgain') return;
    endpoints = urlEndpointsOf(account);
    publicKey = newPublicKey;
  }
}

/** Asks for new keys only, after the old ones were rotated at ImageKit. */
export async function changeAccountKeys(dependencies: AccountDependencies): Promise<void> {
  const facts = await pickAccount(dependencies, t('Change the Keys of an ImageKit Account'));
  if (!facts) return;
  const known = await dependencies.store.get(facts.id);
  if (!known) return editAccount(dependencies);
  const title = t('Change the Keys of {name}', { name: facts.name });
  let { publicKey } = known;
  for (;;) {
    const answers = await askSteps([publicKeyStep(title, publicKey), privateKeyStep(title, false)]);
    if (!answers) return;
    const [newPublicKey = '', privateKey = ''] = answers;
    const account = { ...known, publicKey: newPublicKey, privateKey };
    if ((await connect(dependencies, account, 'edit')) !== 'askAgain') return;
    publicKey = newPublicKey;
  }
}

export async function renameAccount({ store }: AccountDependencies): Promise<void> {
  const facts = await pickAccount({ store }, t('Rename an ImageKit Account'));
  if (!facts) return;
  const answers = await askSteps([
    {
      title: t('Rename {name}', { name: facts.name }),
      prompt: t('Name of the account, which folders can name in the setting imagekit.account'),
      value: facts.name,
      validate: (name) => {
        if (name === '') return t('Type a name for the account.');
        if (isPrivateKey(name)) return t('This is the private key: type a name here.');
        const isFree = freeName(store.list(), name, facts.id) === name;
        return isFree ? undefined : t('Another account has this name: type a different one.');
      },
    },
  ]);
  const [name] = answers ?? [];
  if (name === undefined) return;
  await store.change({ ...facts, name });
  if (name !== facts.name) await offerSettings(facts.name, name);
}

/** Settings that name the account by its old name would work with none. They may be shared, so: ask. */
async function offerSettings(before: string, name: string): Promise<void> {
  const settings = findAccountSettings().filter(({ value }) => value === before);
  if (settings.length === 0) return;
  const change = t('Change Setting');
  const answer = await vscode.window.showWarningMessage(
    t('The setting imagekit.account still names “{before}”, which is {name} now.', {
      before,
      name,
    }),
    change,
  );
  if (answer !== change) return;
  for (const { write } of settings) await write(name);
}

/** A key that is kept is sent only where it was sent before, whatever the endpoints are now. */
function changed(
  facts: AccountFacts,
  known: Account | undefined,
  urlEndpoints: string,
  publicKey: string,
  privateKey: string,
): Account {
  const { defaultName: _, ...typed } = toCredentials(urlEndpoints, publicKey, privateKey);
  if (!known || privateKey !== '') return { ...facts, ...typed };
  const { apiOrigin, uploadOrigin } = known;
  return { ...facts, ...typed, privateKey: known.privateKey, apiOrigin, uploadOrigin };
}
