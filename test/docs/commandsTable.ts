import * as v from 'valibot';
import { projectPaths } from '../host/projectPaths.ts';
import { readManifest } from '../l10n/readManifest.ts';

/** What a command of the palette does, in the words of the README; its title comes from package.json. */
const meanings: Readonly<Record<string, string>> = {
  openWalkthrough: 'opens the walkthrough',
  connectAccount: 'asks for URL endpoint and keys and checks them against ImageKit',
  importSdkConfiguration: 'finds endpoint and public key in `.env` files and SDK set-ups',
  connectEmulator: 'connects to an emulator on this computer',
  switchAccount: 'switches to another account, or does something with accounts',
  editAccount: 'changes URL endpoints and keys',
  renameAccount: 'changes the name',
  changeAccountKeys: 'asks for new keys and checks them',
  makeAccountReadOnly: 'takes away and refuses what could change it',
  allowAccountChanges: 'the opposite',
  useAccountInFolder: 'lets the folder work with one account',
  checkConnection: 'tells whether the key is valid, refused, or ImageKit unreachable',
  disconnectAccount: 'removes the account and its keys from this computer',
  disconnectAllAccounts: 'removes all of them',
  movePrivateKey: 'connects by the key of a file or setting and takes it out of there',
  uploadFile: 'uploads files that you choose',
  uploadFromUrl: 'lets ImageKit fetch a file itself',
  editTransformation:
    'changes the transformation under the cursor in lists of parameters and values',
  pauseUploads: 'keeps what is not sent yet waiting',
  resumeUploads: 'goes on with it',
  refreshLibrary: 'reads the library again',
  reportIssue: 'opens a report with versions and changed settings, without keys',
  showLog: 'opens the log, from which keys and signatures are removed',
};

const manifestSchema = v.object({
  contributes: v.object({
    commands: v.array(v.object({ command: v.string(), title: v.string(), category: v.string() })),
    menus: v.object({
      commandPalette: v.array(v.object({ command: v.string(), when: v.string() })),
    }),
  }),
});

/**
 * The commands of the palette, in the order of the meanings.
 * @throws where one has no meaning, or a meaning no command.
 */
export function commandsTable(): string {
  const { commands, menus } = v.parse(manifestSchema, readManifest(projectPaths.root)).contributes;
  const hidden = menus.commandPalette.filter(({ when }) => when === 'false');
  const titles = new Map(commands.map((each) => [each.command, `${each.category}: ${each.title}`]));
  for (const { command } of hidden) titles.delete(command);
  const rows = Object.entries(meanings).map(([id, meaning]) => {
    const title = titles.get(`imagekit.${id}`);
    if (title === undefined) throw new Error(`package.json has no command imagekit.${id}.`);
    titles.delete(`imagekit.${id}`);
    return `| ${title} | ${meaning} |`;
  });
  if (titles.size > 0) {
    throw new Error(`Say in test/docs/commandsTable.ts what ${[...titles.keys()].join()} does.`);
  }
  return ['| command | does |', '| --- | --- |', ...rows].join('\n');
}
