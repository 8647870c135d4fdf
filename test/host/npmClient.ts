import { existsSync } from 'node:fs';
import { basename, delimiter, dirname, join, resolve, sep } from 'node:path';

import { projectNode, projectNodeEnv } from './projectNode.ts';

export interface NpmClient {
  readonly command: string;
  /** Come before npm's own arguments. */
  readonly leadingArgs: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** The npm that runs us, else the one on the PATH, running on the project's own Node. */
export function npmClient(env: NodeJS.ProcessEnv = process.env): NpmClient {
  const running = env['npm_execpath'];
  const cleanEnv = nestedNpmEnv(env);
  if (running && basename(running).startsWith('npm') && existsSync(running)) {
    return { command: projectNode(), leadingArgs: [running], env: cleanEnv };
  }
  return {
    command: process.platform === 'win32' ? 'npm.cmd' : 'npm',
    leadingArgs: [],
    env: cleanEnv,
  };
}

/** npm hands its scripts variables that would point a second npm at this project's folder. */
function nestedNpmEnv(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const nested = Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => !/^npm_(?:package_|lifecycle_|config_(?:local_|global_)?prefix$)/i.test(name),
    ),
  );
  const headers = nodeHeaders(env);
  if (headers && !nested['npm_config_nodedir']) nested['npm_config_nodedir'] = headers;
  return projectNodeEnv(nested);
}

/**
 * A prefix with Node's C headers, for native modules. The npm package of Node has none; those of
 * the machine's Node do as well, because the modules use the version-independent Node-API.
 * Without any, node-gyp downloads them.
 */
function nodeHeaders(env: NodeJS.ProcessEnv): string | undefined {
  return (env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder && !folder.split(sep).includes('node_modules'))
    .map((folder) => resolve(dirname(folder)))
    .find((prefix) => existsSync(join(prefix, 'include', 'node', 'node_api.h')));
}
