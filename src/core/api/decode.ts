import * as v from 'valibot';
import type { ApiAnswer } from './apiRequest.ts';
import { ImageKitError } from './imageKitError.ts';

/**
 * The answer's value in its documented shape; members that the schema does not name are kept.
 * @param what What was asked for, for the message: `list of assets`.
 * @throws ImageKitError with `invalidResponse`, naming the first member of a wrong type.
 */
export function decode<Schema extends v.GenericSchema>(
  schema: Schema,
  answer: ApiAnswer,
  what: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, answer.value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const field = v.getDotPath(issue) ?? 'the whole body';
  throw new ImageKitError(
    'invalidResponse',
    `The ${what} has a wrong value in ${field}: expected ${issue.expected ?? 'something else'}, received ${kindOf(issue.input)}`,
    {
      status: answer.status,
      subject: field,
      ...(answer.requestId === undefined ? {} : { requestId: answer.requestId }),
    },
  );
}

/** Not the value itself, which is the service's and may hold anything. */
function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}
