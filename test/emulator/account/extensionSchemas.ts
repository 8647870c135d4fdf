import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const atLeastOne = v.pipe(v.number(), v.integer(), v.minValue(1));
const instruction = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));
const tags = v.optional(v.array(v.string()));
const fieldValue = v.union([
  v.string(),
  v.number(),
  v.boolean(),
  v.array(v.union([v.string(), v.number(), v.boolean()])),
]);

const outcome = v.optional(
  v.strictObject({
    add_tags: tags,
    remove_tags: tags,
    set_metadata: v.optional(v.array(v.strictObject({ field: v.string(), value: fieldValue }))),
    unset_metadata: v.optional(v.array(v.strictObject({ field: v.string() }))),
  }),
);

const selection = {
  instruction,
  vocabulary: v.optional(
    v.pipe(
      v.array(v.union([v.string(), v.number(), v.boolean()])),
      v.minLength(1),
      v.maxLength(30),
    ),
  ),
  min_selections: v.optional(count),
  max_selections: v.optional(atLeastOne),
};

const task = v.variant('type', [
  v.strictObject({ type: v.literal('select_tags'), ...selection }),
  v.strictObject({ type: v.literal('select_metadata'), field: v.string(), ...selection }),
  v.strictObject({
    type: v.literal('yes_no'),
    instruction,
    on_yes: outcome,
    on_no: outcome,
    on_unknown: outcome,
  }),
]);

const autoTagging = { minConfidence: count, maxTags: atLeastOne };

const baseExtensions = [
  v.strictObject({
    name: v.literal('remove-bg'),
    options: v.optional(
      v.strictObject({
        add_shadow: v.optional(v.boolean()),
        semitransparency: v.optional(v.boolean()),
        bg_color: v.optional(v.string()),
        bg_image_url: v.optional(v.string()),
      }),
    ),
  }),
  v.strictObject({ name: v.literal('google-auto-tagging'), ...autoTagging }),
  v.strictObject({ name: v.literal('aws-auto-tagging'), ...autoTagging }),
  v.strictObject({ name: v.literal('ai-auto-description') }),
  v.strictObject({
    name: v.literal('ai-tasks'),
    tasks: v.pipe(v.array(task), v.minLength(1), v.maxLength(10)),
  }),
] as const;

/** One extension with its settings; a saved extension cannot refer to another one. */
export const extensionConfig = v.variant('name', [...baseExtensions]);

/** The `extensions` of an upload or an update. */
export const extensionList = v.array(
  v.variant('name', [
    ...baseExtensions,
    v.strictObject({ name: v.literal('saved-extension'), id: v.string() }),
  ]),
);

export type ExtensionConfig = v.InferOutput<typeof extensionConfig>;
