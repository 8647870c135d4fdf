import { parseUrlEndpoint } from '../url/urlEndpoint.ts';

/** What code may refer to, by the name of the variable. */
export type Environment = ReadonlyMap<string, string>;

const line = /^[ \t]*(?:export[ \t]+)?(?<name>\w{1,100})[ \t]*=[ \t]*(?<rest>.{1,1000})$/gm;
const quoted = /^(?<quote>["'`])(?<value>.*?)\k<quote>/;

/**
 * The variables of a `.env` file that hold a URL endpoint or a public key. All others, private keys
 * among them, are left where they are.
 */
export function readEnvironment(text: string): Environment {
  const variables = new Map<string, string>();
  for (const { groups } of text.matchAll(line)) {
    const { name = '', rest = '' } = groups ?? {};
    const value = quoted.exec(rest)?.groups?.['value'] ?? rest.replace(/(?:^|\s)#.*$/, '').trim();
    if (!variables.has(name) && isPublic(value)) variables.set(name, value);
  }
  return variables;
}

/** Whether a value is an endpoint or a public key, and nothing that somebody mixed up with them. */
function isPublic(value: string): boolean {
  if (/private/i.test(value)) return false;
  return /^public_[\w+/=.-]+$/.test(value) || parseUrlEndpoint(value).kind === 'endpoint';
}
