import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { object, parse, string } from 'valibot';

/**
 * The Node that the project brings as a dependency: code-server refuses any other major version,
 * whatever the machine has.
 */
export function projectNode(): string {
  const manifestPath = createRequire(import.meta.url).resolve('node/package.json');
  const manifest = parse(
    object({ bin: object({ node: string() }) }),
    JSON.parse(readFileSync(manifestPath, 'utf8')),
  );
  return join(dirname(manifestPath), manifest.bin.node);
}

/** `env` with the project's Node found first by everything that is started in it. */
export function projectNodeEnv(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const separator = process.platform === 'win32' ? ';' : ':';
  return { ...env, PATH: [dirname(projectNode()), env['PATH'] ?? ''].join(separator) };
}
