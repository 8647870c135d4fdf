import * as vscode from 'vscode';
import {
  mergeSdkConfigurations,
  type EndpointCandidate,
} from '../../core/sdkConfiguration/mergeSdkConfigurations.ts';
import { readSdkConfiguration } from '../../core/sdkConfiguration/readSdkConfiguration.ts';

/** Where set-ups stand, the likeliest first. */
const patterns = [
  '**/{.env,.env.*,*.env}',
  '**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx,vue,svelte,astro,py,php,rb,java,kt,go,cs,swift,dart,json,yml,yaml,toml,properties}',
];
const excluded = '**/{node_modules,vendor,dist,build,out,target,.git,.next,.venv}/**';

/** More files and larger ones are no set-up, and a person waits. */
const mostFiles = 3000;
const mostBytes = 200_000;
const atOnce = 16;

/**
 * Looks through the workspace for URL endpoints and public keys.
 * @returns `undefined` when the person cancelled.
 */
export function findSdkConfigurations(): Thenable<EndpointCandidate<vscode.Uri>[] | undefined> {
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: 'ImageKit: looking for the set-up of an SDK',
      cancellable: true,
    },
    async (_progress, token) => {
      const found = [];
      for (const pattern of patterns) {
        const files = await vscode.workspace.findFiles(pattern, excluded, mostFiles, token);
        files.sort((a, b) => a.path.length - b.path.length || (a.path < b.path ? -1 : 1));
        for (let index = 0; index < files.length; index += atOnce) {
          if (token.isCancellationRequested) return undefined;
          found.push(...(await Promise.all(files.slice(index, index + atOnce).map(read))));
        }
      }
      return mergeSdkConfigurations(found.filter((each) => each !== undefined));
    },
  );
}

/** A file that cannot be read tells nothing. */
async function read(source: vscode.Uri) {
  try {
    const { size } = await vscode.workspace.fs.stat(source);
    if (size > mostBytes) return undefined;
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(source));
    const configuration = readSdkConfiguration(text);
    return configuration && { ...configuration, source };
  } catch {
    return undefined;
  }
}
