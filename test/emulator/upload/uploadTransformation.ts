import * as v from 'valibot';
import { parseWith } from '../server/parseWith.ts';

const text = v.pipe(v.string(), v.minLength(1));

const post = v.variant('type', [
  v.object({ type: v.literal('transformation'), value: text }),
  v.object({ type: v.literal('gif-to-video'), value: v.optional(v.string()) }),
  v.object({ type: v.literal('thumbnail'), value: v.optional(v.string()) }),
  v.object({ type: v.literal('abs'), value: text, protocol: v.picklist(['hls', 'dash']) }),
]);

const schema = v.pipe(
  v.object({ pre: v.optional(text), post: v.optional(v.array(post)) }),
  v.check(
    (value) => value.pre !== undefined || value.post !== undefined,
    'transformation needs pre or post',
  ),
);

/** What an upload does to its file: `pre` before storing, `post` in advance of the first request. */
export type UploadTransformation = v.InferOutput<typeof schema>;

/** @throws {ApiError} 400. */
export function readTransformation(value: unknown): UploadTransformation {
  return parseWith(schema, value);
}
