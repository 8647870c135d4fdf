import * as v from 'valibot';
import * as vscode from 'vscode';
import { commandIds, viewIds } from '../../constants.ts';
import type { AccountSession, ConnectedAccount } from '../../platform/accountSession.ts';
import type { CommandRunner } from '../../platform/commandRunner.ts';
import { MissingTargetError } from '../../platform/missingTargetError.ts';
import { OnDemand } from '../../platform/onDemand.ts';
import type { Logger } from '../../platform/outputLogger.ts';
import type { DeletableNode } from './deleteItems.ts';
import { LibraryUriHandler } from './libraryUriHandler.ts';
import type { LibraryNode } from './libraryNode.ts';
import type { MediaLibraryTreeDataProvider } from './mediaLibraryTreeDataProvider.ts';
import { t } from '../../core/text/l10n.ts';

export interface MediaLibraryDependencies {
  readonly session: AccountSession;
  readonly logger: Logger;
  /** Files were deleted, or somebody wants the library read again. */
  readonly onDidChange: () => void;
}

/** What other features may ask of the media library, through extension.ts. */
export interface MediaLibrary extends vscode.Disposable {
  readonly provider: vscode.TreeDataProvider<LibraryNode>;
  refreshFolder(folder: string): void;
  /** Opens the view with the file selected. */
  reveal(filePath: string): Promise<void>;
}

export function registerMediaLibrary(
  commands: CommandRunner,
  { session, logger, onDidChange }: MediaLibraryDependencies,
): MediaLibrary {
  const changed = new vscode.EventEmitter<LibraryNode | undefined>();
  const rows = new OnDemand(async () => {
    const { MediaLibraryTreeDataProvider } = await import('./mediaLibraryTreeDataProvider.ts');
    return new MediaLibraryTreeDataProvider(session, logger, changed);
  });
  const provider = providerOf(rows, changed.event);
  const view = vscode.window.createTreeView(viewIds.mediaLibrary, {
    treeDataProvider: provider,
    canSelectMany: true,
    showCollapseAll: true,
  });

  /** What was never shown is not read yet. */
  const refreshRows = (): void => rows.tell((shown) => shown.refresh());
  const refresh = (): void => {
    refreshRows();
    onDidChange();
  };

  const remove = async (clicked: unknown, selection: unknown): Promise<void> => {
    const inForce = await session.requireWritable();
    const given = Array.isArray(selection) ? (selection as readonly unknown[]) : [clicked];
    const clickedNodes = given.filter(isDeletable);
    const nodes = clickedNodes.length > 0 ? clickedNodes : view.selection.filter(isDeletable);
    if (nodes.length === 0) {
      throw new MissingTargetError(
        t('Choose files or folders in the ImageKit media library first.'),
      );
    }
    // The rows are those of an account that may have been in force a moment ago.
    const account = (await rows.requested)?.account ?? inForce.account;
    const connect = (): Promise<ConnectedAccount> => session.requireStillWritable(account);
    await connect();
    const { deleteItems } = await import('./deleteItems.ts');
    if (await deleteItems(connect, nodes, logger)) refresh();
  };

  const reveal = async (filePath: string): Promise<boolean> => {
    const node = await (await rows.get()).find(filePath);
    await vscode.commands.executeCommand(`${viewIds.mediaLibrary}.focus`);
    if (node) await view.reveal(node, { select: true, focus: true });
    return node !== undefined;
  };

  const registrations = vscode.Disposable.from(
    changed,
    view,
    session.onDidChange(refreshRows),
    vscode.window.registerUriHandler(
      new LibraryUriHandler(session, (filePath) =>
        vscode.commands.executeCommand(commandIds.revealInLibrary, filePath),
      ),
    ),
    commands.register(commandIds.refreshLibrary, async () => {
      await session.require();
      refresh();
    }),
    commands.register(commandIds.loadMore, async (folder) => {
      if (typeof folder === 'string' && (await (await rows.get()).loadMore(folder))) return;
      throw new MissingTargetError(
        t('Use the “Load More…” row at the end of a folder in the ImageKit media library.'),
      );
    }),
    commands.register(commandIds.deleteItem, remove),
    commands.register(commandIds.revealInLibrary, async (filePath) => {
      if (typeof filePath !== 'string' || !filePath.startsWith('/')) {
        throw new MissingTargetError(t('Point at an ImageKit URL and use the link in its hover.'));
      }
      if (!(await reveal(filePath))) {
        throw new MissingTargetError(t('The media library has no file {filePath}.', { filePath }));
      }
    }),
  );

  return {
    provider,
    refreshFolder: (folder) => rows.tell((shown) => shown.refreshFolder(folder)),
    async reveal(filePath) {
      await reveal(filePath);
    },
    dispose: () => registrations.dispose(),
  };
}

/** What is loaded when VS Code shows the view for the first time. */
function providerOf(
  rows: OnDemand<MediaLibraryTreeDataProvider>,
  onDidChangeTreeData: vscode.Event<LibraryNode | undefined>,
): vscode.TreeDataProvider<LibraryNode> {
  return {
    onDidChangeTreeData,
    getTreeItem: async (node) => (await rows.get()).getTreeItem(node),
    resolveTreeItem: async (item, node) => (await rows.get()).resolveTreeItem(item, node),
    getParent: async (node) => (await rows.get()).getParent(node),
    getChildren: async (node) => (await rows.get()).getChildren(node),
  };
}

/** What the two kinds of rows that can be deleted have in common. */
const rowSchema = v.object({ kind: v.string(), name: v.string(), path: v.string() });

/** A row of this tree; a command can be called from anywhere, with anything. */
function isDeletable(node: unknown): node is DeletableNode {
  if (!v.is(rowSchema, node)) return false;
  return node.kind === 'folder' || (node.kind === 'file' && 'file' in node);
}
