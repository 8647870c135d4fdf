/** A transformation that the service refuses: 400 with the code and text in `ik-error`. */
export class TransformationError extends Error {
  override readonly name = 'TransformationError';
  readonly code: string;

  constructor(message: string, code = 'EINVALID') {
    super(message);
    this.code = code;
  }
}
