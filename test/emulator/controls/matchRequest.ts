import * as v from 'valibot';
import type { Exchange } from '../server/exchange.ts';

/** Which requests a control is about; without a member, all of them. */
export const matchSchema = v.object({
  method: v.optional(v.string()),
  /** The beginning of the path with the query, as it comes over the wire. */
  path: v.optional(v.string(), '/'),
});

type Match = v.InferOutput<typeof matchSchema>;

export function matches({ method, path }: Match, exchange: Exchange): boolean {
  return exchange.target.startsWith(path) && (method === undefined || method === exchange.method);
}
