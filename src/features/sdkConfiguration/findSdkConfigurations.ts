import * as vscode from 'vscode';
import { findPrivateKeys } from '../../core/lint/privateKeys.ts';
import {
  mergeSdkConfigurations,
  type EndpointCandidate,
} from '../../core/sdkConfiguration/mergeSdkConfigurations.ts';
import { readEnvironment, type Environment } from '../../core/sdkConfiguration/readEnvironment.ts';
import {
  readSdkConfiguration,
  type SdkConfiguration,
} from '../../core/sdkConfiguration/readSdkConfiguration.ts';
import { t } from '../../core/text/l10n.ts';

/** Where variables stand, which the set-ups refer to. */
const environmentFiles = '**/{.env,.env.*,*.env}';
const sdkFiles =
  '**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx,vue,svelte,astro,py,php,rb,java,kt,go,cs,swift,dart,json,yml,yaml,toml,properties}';
const excluded = '**/{node_modules,vendor,dist,build,out,target,.git,.next,.venv}/**';

/** More files and larger ones are no set-up, and a person waits. */
const mostFiles = 3000;
const mostBytes = 200_000;
const atOnce = 16;

/** A place in the workspace, with a line from 0. */
export interface SdkPlace {
  readonly uri: vscode.Uri;
  readonly line: number;
}

/** What a workspace says of its ImageKit account. */
export interface FoundInWorkspace {
  readonly candidates: readonly EndpointCandidate<SdkPlace>[];
  /** Where the first private key stands; the key itself is not read. */
  readonly privateKey: (SdkPlace & { readonly offset: number }) | undefined;
}

interface SdkFile {
  readonly uri: vscode.Uri;
  readonly text: string;
}

/**
 * Looks through the workspace for URL endpoints and public keys, and for places with a private key.
 * @returns `undefined` when the person cancelled.
 */
export function findSdkConfigurations(): Thenable<FoundInWorkspace | undefined> {
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: t('ImageKit: looking for the set-up of an SDK'),
      cancellable: true,
    },
    async (_progress, token) => {
      const environment = new Map<string, string>();
      const found: FoundConfiguration[] = [];
      let privateKey: FoundInWorkspace['privateKey'];
      const use = (file: SdkFile, variables?: Environment): void => {
        found.push(...configurationsOf(file, variables));
        privateKey ??= privateKeyIn(file);
      };
      await eachFile(environmentFiles, token, (file) => {
        // The shortest path comes first and wins.
        for (const [name, value] of readEnvironment(file.text)) {
          if (!environment.has(name)) environment.set(name, value);
        }
        use(file);
      });
      await eachFile(sdkFiles, token, (file) => use(file, environment));
      if (token.isCancellationRequested) return undefined;
      return { candidates: mergeSdkConfigurations(found), privateKey };
    },
  );
}

type FoundConfiguration = SdkConfiguration & { readonly source: SdkPlace };

/** Which keys and endpoints a file tells, and on which lines. */
function configurationsOf({ uri, text }: SdkFile, environment?: Environment): FoundConfiguration[] {
  const fileName = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return readSdkConfiguration(text, fileName, environment).map((configuration) => ({
    ...configuration,
    source: { uri, line: lineAt(text, configuration.offset) },
  }));
}

function privateKeyIn({ uri, text }: SdkFile): FoundInWorkspace['privateKey'] {
  // Only the place is wanted, which is the same in every language.
  const [key] = findPrivateKeys(text, '');
  return key && { uri, line: lineAt(text, key.start), offset: key.start };
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length - 1;
}

/** The readable files of a pattern, in order of their paths' lengths. */
async function eachFile(
  pattern: string,
  token: vscode.CancellationToken,
  use: (file: SdkFile) => void,
): Promise<void> {
  const uris = await vscode.workspace.findFiles(pattern, excluded, mostFiles, token);
  uris.sort((a, b) => a.path.length - b.path.length || (a.path < b.path ? -1 : 1));
  for (let index = 0; index < uris.length; index += atOnce) {
    if (token.isCancellationRequested) return;
    const files = await Promise.all(uris.slice(index, index + atOnce).map(read));
    for (const file of files) if (file) use(file);
  }
}

/** A file that cannot be read tells nothing. */
async function read(uri: vscode.Uri): Promise<SdkFile | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > mostBytes) return undefined;
    return { uri, text: new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)) };
  } catch {
    return undefined;
  }
}
