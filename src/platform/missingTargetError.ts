/**
 * A command was run without the thing that it works on, as a key binding can do. The message is
 * shown as it is and says where to choose one.
 */
export class MissingTargetError extends Error {
  override readonly name = 'MissingTargetError';
}
