import { parseUrlEndpoint } from '../url/urlEndpoint.ts';

/** What a project says of its account. There is no field for a private key on purpose. */
export interface SdkConfiguration {
  readonly urlEndpoint?: string;
  readonly publicKey?: string;
  /** Where the first of them stands, in UTF-16 characters. */
  readonly offset: number;
}

interface Found {
  readonly value: string;
  readonly offset: number;
}

/** Behind a name: what separates it from its value in all the languages of ImageKit's SDKs. */
const assigned = String.raw`["'\`]?\]?\s*(?:=>|:=|=|:)\s*\{?\s*["'\`]?`;
const address = String.raw`(?<value>https?://[^\s"'\`<>{}()\[\];,]+)`;
const key = String.raw`(?<value>public_[\w+/=.-]+)`;

/**
 * How projects name their URL endpoint: as an option (`urlEndpoint`, `url_endpoint`, `UrlEndpoint`),
 * as an attribute, as an environment variable with any prefix, or third behind the two keys of a
 * constructor. Source: the quick starts of https://imagekit.io/docs/integration
 */
const urlEndpointForms: readonly RegExp[] = [
  new RegExp(String.raw`url_?end_?point${assigned}${address}`, 'gi'),
  new RegExp(String.raw`imagekit_?(?:base_?)?(?:url|end_?point)${assigned}${address}`, 'gi'),
  new RegExp(String.raw`ImageKit\w*\s*\([^)]{0,500}?["'\`]${address}["'\`]`, 'gi'),
];

const publicKeyForms: readonly RegExp[] = [
  new RegExp(String.raw`public_?key${assigned}${key}`, 'gi'),
  new RegExp(String.raw`ImageKit\w*\s*\([^)]{0,500}?["'\`]${key}["'\`]`, 'gi'),
];

/** The ImageKit id alone, from which the endpoint follows. */
const idForm = new RegExp(String.raw`imagekit_?id${assigned}(?<value>[\w-]+)`, 'gi');

/** What documentation writes where a person's own value belongs. */
const placeholder = /your_|your-|_here|xxx|\.\.\./i;

/**
 * Reads public key and URL endpoint from a `.env` file or the initialisation of an SDK.
 * @returns `undefined` where the text tells neither.
 */
export function readSdkConfiguration(text: string): SdkConfiguration | undefined {
  if (!/imagekit|url_?end_?point/i.test(text)) return undefined;
  const endpoint = firstEndpoint(text);
  const publicKey = firstOf(publicKeyForms, text, isOwnValue);
  const [first] = [endpoint, publicKey].flatMap((found) => (found ? [found.offset] : []));
  if (first === undefined) return undefined;
  return {
    ...(endpoint && { urlEndpoint: endpoint.value }),
    ...(publicKey && { publicKey: publicKey.value }),
    offset: first,
  };
}

function firstEndpoint(text: string): Found | undefined {
  const found = firstOf(urlEndpointForms, text, isUsableEndpoint);
  if (found) {
    const parsed = parseUrlEndpoint(found.value);
    return parsed.kind === 'endpoint' ? { ...found, value: parsed.urlEndpoint } : undefined;
  }
  const id = firstOf([idForm], text, isOwnValue);
  return id && { ...id, value: `https://ik.imagekit.io/${id.value}` };
}

function isOwnValue(value: string): boolean {
  return !placeholder.test(value);
}

function isUsableEndpoint(value: string): boolean {
  return isOwnValue(value) && parseUrlEndpoint(value).kind === 'endpoint';
}

function firstOf(
  forms: readonly RegExp[],
  text: string,
  isUsable: (value: string) => boolean,
): Found | undefined {
  for (const form of forms) {
    for (const match of text.matchAll(form)) {
      const value = match.groups?.['value'] ?? '';
      if (isUsable(value)) return { value, offset: match.index };
    }
  }
  return undefined;
}
