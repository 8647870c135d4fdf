import * as v from 'valibot';

const milliseconds = v.pipe(v.number(), v.minValue(0), v.maxValue(3_600_000));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What tests can change about the account and about work that takes time. */
const settingsSchema = v.strictObject({
  /** Sets the upload limits; drafts need enterprise. */
  plan: v.picklist(['free', 'lite', 'pro', 'enterprise']),
  /** Bytes; uploads that would go beyond are refused with 403. */
  storageLimit: v.nullable(count),
  /** How long a folder job takes. */
  jobMs: milliseconds,
  /** A folder job stops for good after that many files and folders. */
  jobFailsAfter: v.nullable(count),
  /** How long a purge takes. */
  purgeMs: milliseconds,
  /** Purge requests a month. */
  purgeQuota: count,
  /** How long an extension, or a video upload with a pre-transformation, takes. */
  processingMs: milliseconds,
  /** Files that bulk operations fail on. */
  failingFileIds: v.array(v.string()),
  /** Stands for the transformations of uploads that are set in the dashboard: `n-name,w-100`. */
  uploadTransformations: v.array(v.string()),
});

type SettingValues = v.InferOutput<typeof settingsSchema>;

const defaults: SettingValues = {
  plan: 'enterprise',
  storageLimit: null,
  jobMs: 400,
  jobFailsAfter: null,
  purgeMs: 400,
  purgeQuota: 1000,
  processingMs: 400,
  failingFileIds: [],
  uploadTransformations: [],
};

/** A member that is not sent stays. */
export const settingsChange = v.partial(settingsSchema);

export class Settings {
  #values = defaults;

  get values(): SettingValues {
    return this.#values;
  }

  change(values: v.InferOutput<typeof settingsChange>): void {
    const sent = Object.entries(values).filter(([, value]) => value !== undefined);
    this.#values = { ...this.#values, ...Object.fromEntries(sent) };
  }

  reset(): void {
    this.#values = defaults;
  }
}
