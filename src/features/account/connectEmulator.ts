import type { Credentials } from '../../core/accounts/account.ts';
import { isLoopbackUrl } from '../../core/url/urlEndpoint.ts';
import { askSteps } from '../../platform/askSteps.ts';
import type { AccountDependencies } from './accountDependencies.ts';
import { connect, toAccount } from './connect.ts';
import { t } from '../../core/text/l10n.ts';

/** What `npm run emulator` prints: public knowledge, good on a loopback address only. */
const emulator = {
  address: 'http://127.0.0.1:7480',
  imagekitId: 'demo',
  publicKey: 'public_emulator',
  privateKey: 'private_emulator',
} as const;

/**
 * Asks for the address whatever a link or a task passes along: nobody but the person chooses the
 * account that the next upload goes to.
 */
export async function connectEmulator(dependencies: AccountDependencies): Promise<void> {
  for (;;) {
    const address = await askAddress();
    if (address === undefined) return;
    const { host, origin } = new URL(address);
    const name = t('Emulator ({host})', { host });
    const account = await toAccount(dependencies, name, credentialsAt(origin));
    const outcome = await connect(dependencies, account);
    if (outcome !== 'askAgain') return;
  }
}

async function askAddress(): Promise<string | undefined> {
  const answers = await askSteps([
    {
      title: t('Connect to a Local ImageKit Emulator'),
      prompt: t('Address that the emulator printed when it started (npm run emulator)'),
      // npm start names the emulator that it started; the address is still the person's to accept.
      value: process.env['IMAGEKIT_EMULATOR_ORIGIN'] ?? emulator.address,
      validate: addressProblem,
    },
  ]);
  return answers?.[0];
}

function addressProblem(value: string): string | undefined {
  return isLoopbackUrl(value)
    ? undefined
    : t('Type an address on this computer, such as {address}.', { address: emulator.address });
}

function credentialsAt(origin: string): Credentials {
  return {
    urlEndpoint: `${origin}/${emulator.imagekitId}`,
    otherUrlEndpoints: [],
    publicKey: emulator.publicKey,
    privateKey: emulator.privateKey,
    apiOrigin: origin,
    uploadOrigin: origin,
  };
}
