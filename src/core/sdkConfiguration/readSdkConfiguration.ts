import { isLoopbackUrl, parseUrlEndpoint } from '../url/urlEndpoint.ts';
import type { Environment } from './readEnvironment.ts';
import { commentLines, placeholder, sdkForms } from './sdkForms.ts';

/** What a project says of its account. There is no field for a private key on purpose. */
export interface SdkConfiguration {
  readonly urlEndpoint?: string;
  readonly publicKey?: string;
  /** Where the endpoint stands, or else the key, in UTF-16 characters. */
  readonly offset: number;
}

interface Found {
  readonly value: string;
  readonly offset: number;
}

type Accept = (value: string) => string | undefined;

/**
 * Reads public key and URL endpoints from a `.env` file or the initialisation of an SDK.
 * @param fileName Tells how comments look.
 * @param environment What the variables that code refers to stand for.
 * @returns One for each endpoint; a key alone where there is none; nothing where there is neither.
 */
export function readSdkConfiguration(
  text: string,
  fileName: string,
  environment: Environment = new Map(),
): SdkConfiguration[] {
  if (!/imagekit|\bIK[A-Z]/i.test(text)) return [];
  const code = withoutComments(text, fileName);
  const variable: Accept = (name) => environment.get(name);
  const endpoints = distinct([
    ...all(sdkForms.urlEndpoint, code, endpointOf),
    ...all(sdkForms.urlEndpointVariable, code, (name) => endpointOf(variable(name) ?? '')),
    ...all(sdkForms.imagekitId, code, (id) => endpointOf(`https://ik.imagekit.io/${id}`)),
  ]);
  const keys = distinct([
    ...all(sdkForms.publicKey, code, ownValue),
    ...all(sdkForms.publicKeyVariable, code, (name) => keyOf(variable(name))),
  ]);
  if (endpoints.length === 0) {
    return keys.slice(0, 1).map(({ value, offset }) => ({ publicKey: value, offset }));
  }
  return endpoints.map(({ value, offset }) => {
    const publicKey = nearest(keys, offset)?.value;
    return { urlEndpoint: value, offset, ...(publicKey !== undefined && { publicKey }) };
  });
}

/** Blanks, so that offsets stay. */
function withoutComments(text: string, fileName: string): string {
  const [, line] = commentLines.find(([file]) => file.test(fileName)) ?? [];
  return line ? text.replace(line, (comment) => ' '.repeat(comment.length)) : text;
}

/** A file must not lead anybody to send a key to a program on this computer. */
function endpointOf(value: string): string | undefined {
  const parsed = parseUrlEndpoint(value);
  if (isLoopbackUrl(value)) return undefined;
  return parsed.kind === 'endpoint' ? ownValue(parsed.urlEndpoint) : undefined;
}

function keyOf(value: string | undefined): string | undefined {
  return value?.startsWith('public_') ? ownValue(value) : undefined;
}

/** Nothing that documentation writes, and no private key that landed in the wrong place. */
function ownValue(value: string): string | undefined {
  return placeholder.test(value) || /private/i.test(value) ? undefined : value;
}

function all(forms: readonly RegExp[], text: string, accept: Accept): Found[] {
  return forms.flatMap((form) =>
    [...text.matchAll(form)].flatMap(({ index, groups = {} }) => {
      const written = Object.values(groups).find((group) => group !== undefined);
      const value = written === undefined ? undefined : accept(written);
      return value === undefined ? [] : [{ value, offset: index }];
    }),
  );
}

function distinct(found: readonly Found[]): Found[] {
  return [...new Map(found.toReversed().map((each) => [each.value, each])).values()].sort(
    (a, b) => a.offset - b.offset,
  );
}

/** Of several set-ups in one file, the key that stands nearest belongs to the endpoint. */
function nearest(found: readonly Found[], offset: number): Found | undefined {
  return found.toSorted((a, b) => Math.abs(a.offset - offset) - Math.abs(b.offset - offset))[0];
}
