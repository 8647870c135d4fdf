import { imageKitOrigins, type ApiOrigins, type Credentials } from '../../core/accounts/account.ts';
import { isLoopbackUrl, parseUrlEndpoint } from '../../core/url/urlEndpoint.ts';
import type { TextStep } from '../../platform/askSteps.ts';
import { t } from '../../core/text/l10n.ts';

const whereKeysAre = 'imagekit.io/dashboard/developer/api-keys';

/**
 * All URL endpoints of an account in one line, the one for new URLs first. The API tells prefixes
 * (core/accounts/discoverUrlEndpoints) but no custom domains, so those are asked for.
 */
export function urlEndpointsStep(title: string, value: readonly string[]): TextStep {
  return {
    title,
    prompt: t(
      'URL endpoint, from {whereKeysAre}; behind it, with spaces, your custom domains, which ImageKit does not tell. New URLs get the first.',
      { whereKeysAre },
    ),
    placeholder: 'https://ik.imagekit.io/your_imagekit_id https://images.example.com',
    value: value.join(' '),
    validate: (text) =>
      text === '' ? endpointProblem('') : endpointsIn(text).map(endpointProblem).find(Boolean),
  };
}

export function publicKeyStep(title: string, value: string): TextStep {
  return {
    title,
    prompt: t('Public key, from {whereKeysAre}', { whereKeysAre }),
    placeholder: 'public_…',
    value,
    validate: (key) => keyProblem(key, publicKeyTexts),
  };
}

/** @param canKeep Whether an empty answer keeps the key that is stored. */
export function privateKeyStep(title: string, canKeep: boolean, value = ''): TextStep {
  return {
    title,
    prompt: canKeep
      ? t(
          'Private key, or nothing to keep the one that is stored. It is kept in VS Code’s secret storage and sent only to ImageKit.',
        )
      : t('Private key. It is kept in VS Code’s secret storage and sent only to ImageKit.'),
    placeholder: 'private_…',
    value,
    password: true,
    validate: (key) => (canKeep && key === '' ? undefined : keyProblem(key, privateKeyTexts)),
  };
}

/** Credentials of the answers to the questions above. */
export function toCredentials(
  urlEndpoints: string,
  publicKey: string,
  privateKey: string,
): Credentials & { readonly defaultName: string } {
  const [first, ...others] = endpointsIn(urlEndpoints).map((text) => {
    const endpoint = parseUrlEndpoint(text);
    // The question was validated with the same function, so this cannot happen in use.
    if (endpoint.kind === 'invalid') throw new TypeError(endpoint.message);
    return endpoint;
  });
  if (!first) throw new TypeError('An account has a URL endpoint.');
  return {
    defaultName: first.name,
    urlEndpoint: first.urlEndpoint,
    otherUrlEndpoints: others.map(({ urlEndpoint }) => urlEndpoint),
    publicKey,
    privateKey,
    ...originsOf(first.urlEndpoint),
  };
}

function endpointsIn(text: string): string[] {
  return text.split(/[\s,]+/).filter((part) => part !== '');
}

function endpointProblem(value: string): string | undefined {
  const endpoint = parseUrlEndpoint(value);
  return endpoint.kind === 'invalid' ? endpoint.message : undefined;
}

interface KeyTexts {
  /** How the other key begins. */
  readonly other: string;
  readonly missing: string;
  readonly mixedUp: string;
}

const publicKeyTexts: KeyTexts = {
  other: 'private_',
  missing: 'Paste the public key of your account.',
  mixedUp: 'This is the private key: paste the public key here.',
};

const privateKeyTexts: KeyTexts = {
  other: 'public_',
  missing: 'Paste the private key of your account.',
  mixedUp: 'This is the public key: paste the private key here.',
};

/** Only the mix-up of the two is refused: ImageKit's own SDKs do not insist on the prefixes. */
function keyProblem(key: string, { other, missing, mixedUp }: KeyTexts): string | undefined {
  if (key === '') return t(missing);
  if (/\s/.test(key)) return t('A key has no spaces: copy it again.');
  return key.startsWith(other) ? t(mixedUp) : undefined;
}

/** An endpoint on this computer is an emulator's, which answers for the API hosts as well. */
function originsOf(urlEndpoint: string): ApiOrigins {
  if (!isLoopbackUrl(urlEndpoint)) return imageKitOrigins;
  const { origin } = new URL(urlEndpoint);
  return { apiOrigin: origin, uploadOrigin: origin };
}
