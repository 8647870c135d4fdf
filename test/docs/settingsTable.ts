import * as v from 'valibot';
import { projectPaths } from '../host/projectPaths.ts';
import { readManifest } from '../l10n/readManifest.ts';

const settingSchema = v.object({
  default: v.unknown(),
  markdownDescription: v.string(),
  enum: v.optional(v.array(v.string())),
  enumDescriptions: v.optional(v.array(v.string())),
});

type Setting = v.InferOutput<typeof settingSchema>;

const manifestSchema = v.object({
  contributes: v.object({
    configuration: v.object({
      properties: v.record(v.string(), settingSchema),
    }),
  }),
});

/** The settings that package.json contributes. */
export function settingsTable(): string {
  const { contributes } = v.parse(manifestSchema, readManifest(projectPaths.root));
  const rows = Object.entries(contributes.configuration.properties).map(
    ([key, setting]) =>
      `| \`${key}\` | ${shown(setting.default)} | ${meaning(setting).replaceAll('|', String.raw`\|`)} |`,
  );
  return ['| setting | default | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

/** What the setting is for, and what each of its values does. */
function meaning({
  markdownDescription,
  enum: values = [],
  enumDescriptions = [],
}: Setting): string {
  const choices = values.map((value, index) => `\`${value}\`: ${enumDescriptions[index] ?? ''}`);
  return [markdownDescription, ...choices].join(' ');
}

function shown(value: unknown): string {
  return value === '' ? 'empty' : `\`${JSON.stringify(value)}\``;
}
