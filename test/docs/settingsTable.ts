import { format, resolveConfig } from 'prettier';
import * as v from 'valibot';
import { projectPaths } from '../host/projectPaths.ts';
import { readManifest } from '../l10n/readManifest.ts';

export const readmePath = `${projectPaths.root}/README.md`;

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

const begin = '<!-- settings: written by npm run docs -->';
const end = '<!-- end of settings -->';

/**
 * README.md with a table, between two marks, of the settings that package.json contributes.
 * @throws where a mark is lost.
 */
export async function withSettingsTable(readme: string): Promise<string> {
  const { contributes } = v.parse(manifestSchema, readManifest(projectPaths.root));
  const rows = Object.entries(contributes.configuration.properties).map(
    ([key, setting]) =>
      `| \`${key}\` | ${shown(setting.default)} | ${meaning(setting).replaceAll('|', String.raw`\|`)} |`,
  );
  const table = ['| setting | default | meaning |', '| --- | --- | --- |', ...rows].join('\n');
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end);
  if (from === -1 || to < from) throw new Error(`README.md has lost ${begin} or ${end}.`);
  const text = `${readme.slice(0, from + begin.length)}\n\n${table}\n\n${readme.slice(to)}`;
  return format(text, { ...(await resolveConfig(readmePath)), parser: 'markdown' });
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
