import * as vscode from 'vscode';
import { describeError } from '../../core/api/describeError.ts';
import { sanitizeFolder } from '../../core/api/sanitize.ts';
import type { AccountClient } from '../../platform/accountClient.ts';
import { commandIds } from '../../constants.ts';
import type { Logger } from '../../platform/outputLogger.ts';
import { t } from '../../core/text/l10n.ts';

type FolderChoice = vscode.QuickPickItem &
  ({ readonly choose: string } | { readonly browse: string } | { readonly choose?: never });

/**
 * Lets the person browse the folders of the library or type a new one; the upload makes it.
 * @returns The folder's path with a leading slash, `undefined` when the person gave up.
 */
export async function pickFolder(
  client: AccountClient,
  title: string,
  logger: Logger,
): Promise<string | undefined> {
  const picker = vscode.window.createQuickPick<FolderChoice>();
  picker.title = title;
  picker.placeholder = t('Choose a folder, or type the name of a new one');
  picker.ignoreFocusOut = true;

  let folder = '/';
  let folders: readonly FolderChoice[] = [];
  let loading = new AbortController();

  // While a name is typed only what it names is offered, so that Enter never takes another folder.
  const render = (): void => {
    const typed = picker.value.trim();
    const path = sanitizeFolder(joinPath(folder, typed));
    const isKnown = folders.some((row) => row.description === path);
    if (path === folder) picker.items = [...fixedRows(folder), ...folders];
    else picker.items = isKnown ? folders : [...folders, newFolderRow(path)];
  };

  const browse = async (path: string): Promise<void> => {
    loading.abort();
    const current = (loading = new AbortController());
    folder = path;
    picker.value = '';
    picker.busy = true;
    folders = [];
    render();
    try {
      const listed = await client.assets.list(
        { path, type: 'folder', sort: 'ASC_NAME' },
        { signal: current.signal },
      );
      if (current.signal.aborted) return;
      folders = listed.flatMap((item) =>
        item.type === 'folder' ? [folderRow(item.folderPath)] : [],
      );
    } catch (error) {
      if (current.signal.aborted) return;
      // Uploading to a folder that is known by name still works.
      logger.error(`Could not list ${path}`, error);
      folders = [failureRow(error)];
    }
    picker.busy = false;
    render();
  };

  try {
    return await new Promise<string | undefined>((resolve) => {
      picker.onDidChangeValue(render);
      picker.onDidTriggerItemButton(() => {
        void vscode.commands.executeCommand(commandIds.showLog);
      });
      picker.onDidHide(() => resolve(undefined));
      picker.onDidAccept(() => {
        const [row] = picker.selectedItems;
        if (!row) return;
        if ('browse' in row) void browse(row.browse);
        else if (row.choose !== undefined) resolve(row.choose);
      });
      picker.show();
      void browse('/');
    });
  } finally {
    loading.abort();
    picker.dispose();
  }
}

function fixedRows(folder: string): readonly FolderChoice[] {
  const here: FolderChoice = {
    label: t('$(check) Upload to {folder}', { folder }),
    choose: folder,
  };
  if (folder === '/') return [here];
  const parent = folder.slice(0, folder.lastIndexOf('/')) || '/';
  return [
    here,
    { label: '$(arrow-up) ..', detail: t('Back to {parent}', { parent }), browse: parent },
  ];
}

function folderRow(path: string): FolderChoice {
  return {
    label: `$(folder) ${path.slice(path.lastIndexOf('/') + 1)}`,
    description: path,
    browse: path,
  };
}

/** Its button, the only one of the list, opens the log. */
function failureRow(error: unknown): FolderChoice {
  return {
    label: `$(warning) ${describeError(error)}`,
    alwaysShow: true,
    buttons: [{ iconPath: new vscode.ThemeIcon('output'), tooltip: t('Show Log') }],
  };
}

function newFolderRow(path: string): FolderChoice {
  return {
    label: t('$(new-folder) Upload to new folder {path}', { path }),
    choose: path,
    alwaysShow: true,
  };
}

function joinPath(folder: string, name: string): string {
  return name.startsWith('/') ? name : `${folder === '/' ? '' : folder}/${name}`;
}
