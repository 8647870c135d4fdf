import { imageKitOrigins, type Account } from '../../core/account.ts';
import { isLoopbackUrl, parseUrlEndpoint } from '../../core/url/urlEndpoint.ts';
import { askSteps } from '../../platform/askSteps.ts';
import { connect, type ConnectDependencies } from './connect.ts';

const title = 'Connect an ImageKit Account';
const whereKeysAre = 'imagekit.io/dashboard/developer/api-keys';

/** Asks for endpoint and keys until the API accepts them or the person gives up. */
export async function connectAccount(dependencies: ConnectDependencies): Promise<void> {
  let answers: readonly string[] = [];
  for (;;) {
    const given = await askSteps(questions(answers));
    if (!given) return;
    answers = given;
    const outcome = await connect(dependencies, toAccount(given));
    if (outcome !== 'askAgain') return;
  }
}

function questions([urlEndpoint = '', publicKey = '', privateKey = '']: readonly string[]) {
  return [
    {
      title,
      prompt: `URL endpoint, from ${whereKeysAre}`,
      placeholder: 'https://ik.imagekit.io/your_imagekit_id',
      value: urlEndpoint,
      validate: endpointProblem,
    },
    {
      title,
      prompt: `Public key, from ${whereKeysAre}`,
      placeholder: 'public_…',
      value: publicKey,
      validate: (key: string) => keyProblem(key, 'public', 'private'),
    },
    {
      title,
      prompt: 'Private key. It is kept in VS Code’s secret storage and sent only to ImageKit.',
      placeholder: 'private_…',
      value: privateKey,
      password: true,
      validate: (key: string) => keyProblem(key, 'private', 'public'),
    },
  ];
}

function endpointProblem(value: string): string | undefined {
  const endpoint = parseUrlEndpoint(value);
  return endpoint.kind === 'invalid' ? endpoint.message : undefined;
}

/** Only the mix-up of the two is refused: ImageKit's own SDKs do not insist on the prefixes. */
function keyProblem(key: string, wanted: string, other: string): string | undefined {
  if (key === '') return `Paste the ${wanted} key of your account.`;
  if (/\s/.test(key)) return 'A key has no spaces: copy it again.';
  if (key.startsWith(`${other}_`)) return `This is the ${other} key: paste the ${wanted} key here.`;
  return undefined;
}

function toAccount([input = '', publicKey = '', privateKey = '']: readonly string[]): Account {
  const endpoint = parseUrlEndpoint(input);
  // The question was validated with the same function, so this cannot happen in use.
  if (endpoint.kind === 'invalid') throw new TypeError(endpoint.message);
  const { name, urlEndpoint } = endpoint;
  return { name, urlEndpoint, publicKey, privateKey, ...originsOf(urlEndpoint) };
}

/** An endpoint on this computer is an emulator's, which answers for the API hosts as well. */
function originsOf(urlEndpoint: string): Pick<Account, 'apiOrigin' | 'uploadOrigin'> {
  if (!isLoopbackUrl(urlEndpoint)) return imageKitOrigins;
  const { origin } = new URL(urlEndpoint);
  return { apiOrigin: origin, uploadOrigin: origin };
}
