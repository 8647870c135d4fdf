import { askSteps } from '../../platform/askSteps.ts';
import type { AccountDependencies } from './accountDependencies.ts';
import { privateKeyStep, publicKeyStep, toCredentials, urlEndpointsStep } from './accountForm.ts';
import { connect, toAccount } from './connect.ts';
import { t } from '../../core/text/l10n.ts';

/** What is known before anybody is asked. */
export interface KnownCredentials {
  readonly urlEndpoint?: string | undefined;
  readonly publicKey?: string | undefined;
  readonly privateKey?: string | undefined;
}

/**
 * Asks for endpoint and keys until the API accepts them or the person gives up.
 * @returns Whether an account was connected.
 */
export async function connectAccount(
  dependencies: AccountDependencies,
  known: KnownCredentials = {},
): Promise<boolean> {
  let { urlEndpoint = '', publicKey = '', privateKey = '' } = known;
  const title = t('Connect an ImageKit Account');
  for (;;) {
    const answers = await askSteps([
      urlEndpointsStep(title, [urlEndpoint]),
      publicKeyStep(title, publicKey),
      privateKeyStep(title, false, privateKey),
    ]);
    if (!answers) return false;
    [urlEndpoint = '', publicKey = '', privateKey = ''] = answers;
    const { defaultName, ...credentials } = toCredentials(urlEndpoint, publicKey, privateKey);
    const account = await toAccount(dependencies, defaultName, credentials);
    const outcome = await connect(dependencies, account);
    if (outcome !== 'askAgain') return outcome === 'connected';
  }
}
