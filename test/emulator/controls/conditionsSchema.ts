import * as v from 'valibot';
import { dropSchema } from './drop.ts';
import { matchSchema } from './matchRequest.ts';

const milliseconds = v.pipe(v.number(), v.minValue(0), v.maxValue(600_000));
const bytesPerSecond = v.pipe(v.number(), v.minValue(1));
const rate = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const atLeastOne = v.pipe(v.number(), v.integer(), v.minValue(1));
const match = v.optional(matchSchema, {});

/** A bad network and a busy service, for every request until it is changed. */
export const conditionsSchema = v.strictObject({
  /** The same seed gives the same failures for the same requests. */
  seed: v.optional(v.pipe(v.number(), v.integer()), 1),
  /** Before every answer; a range is drawn from evenly. */
  latencyMs: v.optional(
    v.union([milliseconds, v.strictObject({ min: milliseconds, max: milliseconds })]),
    0,
  ),
  bandwidth: v.optional(
    v.strictObject({
      upload: v.optional(bytesPerSecond),
      download: v.optional(bytesPerSecond),
    }),
    {},
  ),
  /** Refusals, each of a share of the requests. */
  errors: v.optional(
    v.array(v.strictObject({ match, status: v.pipe(v.number(), v.integer()), rate })),
    [],
  ),
  /** Broken connections, each of a share of the requests. */
  resets: v.optional(v.array(v.strictObject({ match, at: dropSchema, rate })), []),
  /** Windows of the media API; several may hold for one request. */
  rateLimits: v.optional(
    v.array(v.strictObject({ match, limit: atLeastOne, intervalMs: atLeastOne })),
    [],
  ),
});

export type ConditionValues = v.InferOutput<typeof conditionsSchema>;

export const perfect: ConditionValues = v.parse(conditionsSchema, {});
