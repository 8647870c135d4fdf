import { ImageKitError, type ImageKitErrorReason } from './imageKitError.ts';
import { redact } from './redact.ts';
import { t } from '../text/l10n.ts';

type Sentence = (error: ImageKitError) => string;

const host = (error: ImageKitError): string => error.subject ?? 'ImageKit';
const file = (error: ImageKitError): string =>
  error.subject === undefined ? t('The file') : t('The file {subject}', { subject: error.subject });

/** What a person is told, one sentence that ends with a way on. */
const sentences: Readonly<Record<ImageKitErrorReason, Sentence>> = {
  badRequest: (error) => t('ImageKit refused the request: {detail}', { detail: said(error) }),
  unauthorized: () =>
    t(
      'ImageKit did not accept the private key; copy it again from Developer options in the ImageKit dashboard.',
    ),
  forbidden: (error) =>
    t(
      'ImageKit does not allow this with the account’s private key ({detail}); use a key that is active and has this permission, and check the plan’s limits.',
      { detail: bare(error) },
    ),
  notFound: (error) =>
    t(
      'ImageKit has no such item (any more): {detail}; refresh the media library to see what is there.',
      { detail: bare(error) },
    ),
  conflict: (error) =>
    t('ImageKit found a conflict: {detail}; choose another name or try again.', {
      detail: bare(error),
    }),
  tooLarge: () =>
    t(
      'The file is larger than your ImageKit plan allows; upload a smaller one or change the plan.',
    ),
  locked: () => t('ImageKit is still working on this folder; try again when that job is done.'),
  rateLimited: (error) =>
    t('ImageKit got too many requests from this account; try again {when}.', {
      when: inSeconds(error.retryAfterMs),
    }),
  server: (error) =>
    error.requestId === undefined
      ? t('ImageKit has a problem of its own (status {status}); try again in a moment.', {
          status: error.status ?? 500,
        })
      : t(
          'ImageKit has a problem of its own (status {status}); try again in a moment, or give its support the id {requestId}.',
          { status: error.status ?? 500, requestId: error.requestId },
        ),
  unreachable: (error) =>
    t('{host} cannot be reached; check your network and VS Code’s proxy settings.', {
      host: host(error),
    }),
  certificate: (error) =>
    t(
      'The certificate of {host} is not trusted, so nothing was sent; check whether a proxy replaces it and whether your system trusts that proxy.',
      { host: host(error) },
    ),
  connectionLost: (error) =>
    t('The connection to {host} broke off; check your network and try again.', {
      host: host(error),
    }),
  timedOut: (error) => t('{host} took too long to answer; try again.', { host: host(error) }),
  stillRunning: () =>
    t(
      'ImageKit is still working on this; refresh the media library in a while to see how it ended.',
    ),
  cancelled: () => t('Cancelled.'),
  invalidResponse: (error) =>
    t(
      'The answer is not one of ImageKit’s ({detail}); check the API address and whether a proxy or a sign-in page stands in between.',
      { detail: bare(error) },
    ),
  readOnly: () =>
    t(
      'This account is read-only in VS Code, so nothing was changed; run “ImageKit: Allow Changes to Account” first.',
    ),
  disconnected: () =>
    t('This account is not connected any more, so nothing was sent; connect it again first.'),
  fileMissing: (error) =>
    t('{file} does not exist (any more); choose another one.', { file: file(error) }),
  fileUnreadable: (error) =>
    t('{file} cannot be read; check that it is a file and that you have permission to read it.', {
      file: file(error),
    }),
  fileChanged: (error) =>
    t('{file} changed while it was sent; upload it again.', { file: file(error) }),
  invalidInput: (error) => asSentence(error.message),
};

/** One clear sentence for a person, with what to do. It never holds a key or a stack. */
export function describeError(error: unknown): string {
  if (!(error instanceof ImageKitError)) {
    const message = error instanceof Error ? error.message : String(error);
    const [firstLine] = redact(message).split('\n', 1);
    return asSentence(
      t('Something went wrong: {detail}', {
        detail: firstLine?.trim() || t('no details are known'),
      }),
    );
  }
  return redact(sentences[error.reason](error));
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
  if (milliseconds === undefined) return t('in a moment');
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  if (seconds > 120) return t('in {minutes} minutes', { minutes: Math.ceil(seconds / 60) });
  return seconds === 1 ? t('in 1 second') : t('in {seconds} seconds', { seconds });
}
