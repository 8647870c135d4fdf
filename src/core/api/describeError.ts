import { ImageKitError, type ImageKitErrorReason } from './imageKitError.ts';
import { redact } from './redact.ts';

type Sentence = string | ((error: ImageKitError) => string);

const host = (error: ImageKitError): string => error.subject ?? 'ImageKit';
const file = (error: ImageKitError): string =>
  error.subject === undefined ? 'The file' : `The file ${error.subject}`;

/** What a person is told, one sentence that ends with a way on. */
const sentences: Readonly<Record<ImageKitErrorReason, Sentence>> = {
  badRequest: (error) => `ImageKit refused the request: ${said(error)}`,
  unauthorized:
    'ImageKit did not accept the private key; copy it again from Developer options in the ImageKit dashboard.',
  forbidden: (error) =>
    `ImageKit does not allow this with the account’s private key (${bare(error)}); use a key that is active and has this permission, and check the plan’s limits.`,
  notFound: (error) =>
    `ImageKit has no such item (any more): ${bare(error)}; refresh the media library to see what is there.`,
  conflict: (error) =>
    `ImageKit found a conflict: ${bare(error)}; choose another name or try again.`,
  tooLarge:
    'The file is larger than your ImageKit plan allows; upload a smaller one or change the plan.',
  locked: 'ImageKit is still working on this folder; try again when that job is done.',
  rateLimited: (error) =>
    `ImageKit got too many requests from this account; try again ${inSeconds(error.retryAfterMs)}.`,
  server: (error) =>
    `ImageKit has a problem of its own (status ${error.status ?? 500}); try again in a moment${requestId(error)}.`,
  unreachable: (error) =>
    `${host(error)} cannot be reached; check your network and VS Code’s proxy settings.`,
  certificate: (error) =>
    `The certificate of ${host(error)} is not trusted, so nothing was sent; check whether a proxy replaces it and whether your system trusts that proxy.`,
  connectionLost: (error) =>
    `The connection to ${host(error)} broke off; check your network and try again.`,
  timedOut: (error) => `${host(error)} took too long to answer; try again.`,
  stillRunning:
    'ImageKit is still working on this; refresh the media library in a while to see how it ended.',
  cancelled: 'Cancelled.',
  invalidResponse: (error) =>
    `The answer is not one of ImageKit’s (${bare(error)}); check the API address and whether a proxy or a sign-in page stands in between.`,
  readOnly:
    'This account is read-only in VS Code, so nothing was changed; run “ImageKit: Allow Changes to Account” first.',
  fileMissing: (error) => `${file(error)} does not exist (any more); choose another one.`,
  fileUnreadable: (error) =>
    `${file(error)} cannot be read; check that it is a file and that you have permission to read it.`,
  fileChanged: (error) => `${file(error)} changed while it was sent; upload it again.`,
  invalidInput: (error) => asSentence(error.message),
};

/** One clear sentence for a person, with what to do. It never holds a key or a stack. */
export function describeError(error: unknown): string {
  if (!(error instanceof ImageKitError)) {
    const message = error instanceof Error ? error.message : String(error);
    const [firstLine] = redact(message).split('\n', 1);
    return asSentence(`Something went wrong: ${firstLine?.trim() || 'no details are known'}`);
  }
  const sentence = sentences[error.reason];
  return redact(typeof sentence === 'string' ? sentence : sentence(error));
}

/** The service's own words, and what it adds to help, as sentences. */
function said(error: ImageKitError): string {
  return asSentence(bare(error));
}

function bare(error: ImageKitError): string {
  return error.message
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/[.!]+$/, '');
}

function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function inSeconds(milliseconds: number | undefined): string {
  if (milliseconds === undefined) return 'in a moment';
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  return seconds === 1 ? 'in 1 second' : `in ${seconds} seconds`;
}

function requestId(error: ImageKitError): string {
  return error.requestId === undefined ? '' : `, or give its support the id ${error.requestId}`;
}
