/** A query or condition text that does not parse; the message says what is wrong with it. */
export class QuerySyntaxError extends Error {
  override readonly name = 'QuerySyntaxError';
}
