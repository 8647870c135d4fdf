import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundlePath, languages, root, templatePath } from './bundles.ts';
import { collectMessages } from './collectMessages.ts';
import { readTexts } from './readManifest.ts';

/** Brings media/l10n up to date: new messages come in English, those that are gone go. */
const messages = collectMessages();

async function write(path: string, known: Readonly<Record<string, string>>): Promise<void> {
  const texts = Object.fromEntries(messages.map((message) => [message, known[message] ?? message]));
  await writeFile(join(root, path), `${JSON.stringify(texts, null, 2)}\n`);
}

await write(templatePath, {});
for (const language of languages) {
  const path = bundlePath(language);
  await write(path, existsSync(join(root, path)) ? readTexts(root, path) : {});
}
