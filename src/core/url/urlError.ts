export type UrlErrorReason =
  | 'invalidOption'
  | 'invalidEndpoint'
  | 'emptyPath'
  | 'emptyKey'
  | 'invalidExpiry'
  | 'notUnderEndpoint'
  | 'notEncodable';

/** A URL is refused rather than made wrong; `option` names what to correct. */
export class UrlError extends Error {
  override readonly name = 'UrlError';
  readonly reason: UrlErrorReason;
  readonly option: string;

  constructor(reason: UrlErrorReason, option: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
    this.option = option;
  }
}
