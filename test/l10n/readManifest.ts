import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * package.json with its texts in place of their keys, as VS Code reads it.
 * @param language As in `package.nls.<language>.json`; absent: English.
 */
export function readManifest(root: string, language?: string): unknown {
  const texts = {
    ...readTexts(root, 'package.nls.json'),
    ...(language !== undefined && readTexts(root, `package.nls.${language}.json`)),
  };
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'), (_, value: unknown) => {
    const key = typeof value === 'string' ? /^%([\w.]+)%$/.exec(value)?.[1] : undefined;
    return key === undefined ? value : texts[key];
  });
}

/** A file of texts by their keys. */
export function readTexts(root: string, file: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<string, string>;
}
