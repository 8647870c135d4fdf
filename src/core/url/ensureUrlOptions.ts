import type { CreateUrlOptions } from './createUrl.ts';
import { UrlError } from './urlError.ts';
import { t } from '../text/l10n.ts';

type Accepts = (value: unknown) => boolean;

const isText: Accepts = (value) => typeof value === 'string';
const orNothing =
  (accepts: Accepts): Accepts =>
  (value) =>
    value === undefined || accepts(value);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the URL says by options of its own, or what only signing may add. */
const reservedParameters = ['tr', 'ik-s', 'ik-t'];

const accepted: Readonly<Record<keyof CreateUrlOptions, Accepts>> = {
  urlEndpoint: isText,
  path: isText,
  transformation: orNothing(isText),
  position: orNothing((value) => value === 'path' || value === 'query'),
  queryParameters: orNothing(
    (value) =>
      isRecord(value) &&
      Object.values(value).every(isText) &&
      reservedParameters.every((name) => !Object.hasOwn(value, name)),
  ),
  sign: orNothing((value) => isRecord(value) && isText(value['privateKey'])),
  now: orNothing(Number.isFinite),
};

/**
 * Options come from settings and other people's code, whatever their types say.
 * @throws UrlError that names the first option with a value it does not take.
 */
export function ensureUrlOptions(options: CreateUrlOptions): void {
  const given = new Map<string, unknown>(Object.entries(options));
  for (const [option, accepts] of Object.entries(accepted)) {
    if (!accepts(given.get(option))) {
      throw new UrlError(
        'invalidOption',
        option,
        t('A URL cannot be made with this value of {option}; correct it.', { option }),
      );
    }
  }
}
