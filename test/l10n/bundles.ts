import { join } from 'node:path';
import { projectPaths } from '../host/projectPaths.ts';

/** The languages that ImageKit for VS Code speaks besides English. */
export const languages = ['de'] as const;

/** English to English: what a translator begins a language with. */
export const templatePath = join('media', 'l10n', 'bundle.l10n.json');

/** Where VS Code finds the texts of the source in a language, from the root of the project. */
export function bundlePath(language: string): string {
  return join('media', 'l10n', `bundle.l10n.${language}.json`);
}

export const { root } = projectPaths;
