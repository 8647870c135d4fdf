import type { ExtensionConfig } from '../account/extensionSchemas.ts';
import type { FileAsset } from '../store/assetRow.ts';

type Task = Extract<ExtensionConfig, { name: 'ai-tasks' }>['tasks'][number];

/**
 * Carries out `ai-tasks` without looking at the picture: selections take the first words of their
 * vocabulary, questions stay unanswered.
 */
export function runAiTasks(file: FileAsset, tasks: readonly Task[]): Partial<FileAsset> {
  const tags = new Set(file.tags);
  const metadata: Record<string, unknown> = { ...file.customMetadata };
  for (const task of tasks) {
    if (task.type === 'yes_no') {
      const { add_tags, remove_tags, set_metadata, unset_metadata } = task.on_unknown ?? {};
      for (const tag of add_tags ?? []) tags.add(tag);
      for (const tag of remove_tags ?? []) tags.delete(tag);
      for (const { field, value } of set_metadata ?? []) metadata[field] = value;
      for (const { field } of unset_metadata ?? []) delete metadata[field];
      continue;
    }
    const count = Math.max(1, Math.min(task.min_selections ?? 1, task.max_selections ?? 1));
    const chosen = (task.vocabulary ?? []).slice(0, count);
    if (task.type === 'select_tags') for (const word of chosen) tags.add(String(word));
    else if (chosen.length > 0) metadata[task.field] = chosen.length === 1 ? chosen[0] : chosen;
  }
  return { tags: tags.size === 0 ? null : [...tags], customMetadata: metadata };
}
