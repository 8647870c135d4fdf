import { ensure, ensureCount, ensureIntegerBetween, ensureLength } from '../ensure.ts';
import { limits } from '../limits.ts';
import type { AITask, Extension } from './extensionConfig.ts';
import { t } from '../../text/l10n.ts';

/** @throws ImageKitError with `invalidInput`, its subject `extensions` or the member's name. */
export function ensureExtensions(extensions: readonly Extension[]): void {
  for (const extension of extensions) ensureExtension(extension);
}

export function ensureExtension(extension: Extension): void {
  if (extension.name === 'google-auto-tagging' || extension.name === 'aws-auto-tagging') {
    ensureIntegerBetween(extension.minConfidence, 'minConfidence', 0, 100);
    ensureIntegerBetween(extension.maxTags, 'maxTags', 1, Number.MAX_SAFE_INTEGER);
  } else if (extension.name === 'ai-tasks') {
    ensureCount(extension.tasks, 'tasks', limits.aiTasks);
    for (const task of extension.tasks) ensureTask(task);
  } else if (extension.name === 'saved-extension') {
    ensure(extension.id.trim() !== '', 'extensions', t('A saved extension needs its id.'));
  }
}

function ensureTask(task: AITask): void {
  ensureLength(task.instruction, 'instruction', limits.aiTaskInstruction);
  if (task.type === 'yes_no') return;
  if (task.vocabulary) ensureCount(task.vocabulary, 'vocabulary', limits.aiTaskVocabulary);
  ensureIntegerBetween(task.min_selections, 'min_selections', 0, Number.MAX_SAFE_INTEGER);
  ensureIntegerBetween(task.max_selections, 'max_selections', 1, Number.MAX_SAFE_INTEGER);
}
