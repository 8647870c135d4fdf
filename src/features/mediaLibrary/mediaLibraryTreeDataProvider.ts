import * as vscode from 'vscode';
import type { Account } from '../../core/accounts/account.ts';
import { describeError } from '../../core/api/describeError.ts';
import { isImageKitError } from '../../core/api/imageKitError.ts';
import { FolderPager } from '../../core/library/folderPager.ts';
import type { LibraryItem } from '../../core/library/libraryItem.ts';
import { createUrl } from '../../core/url/createUrl.ts';
import { contextKeys, type libraryStates } from '../../constants.ts';
import type { AccountSession, ConnectedAccount } from '../../platform/accountSession.ts';
import type { Logger } from '../../platform/outputLogger.ts';
import { parentPathOf, type FileNode, type FolderNode, type LibraryNode } from './libraryNode.ts';
import { fileTooltip, toTreeItem } from './libraryTreeItem.ts';

type LibraryState = (typeof libraryStates)[number];

/** The media library of the connected account: folders first, a page at a time. */
export class MediaLibraryTreeDataProvider implements vscode.TreeDataProvider<LibraryNode> {
  readonly #session: AccountSession;
  readonly #logger: Logger;
  readonly #changed: vscode.EventEmitter<LibraryNode | undefined>;
  /** By folder path; a folder that is not here is read from the service when it is next shown. */
  readonly #pagers = new Map<string, FolderPager>();
  /** By path, so that a folder stays the same element for VS Code. */
  readonly #folders = new Map<string, FolderNode>();
  #connected: ConnectedAccount | undefined;

  /** @param changed What VS Code is told of rows by. */
  constructor(
    session: AccountSession,
    logger: Logger,
    changed: vscode.EventEmitter<LibraryNode | undefined>,
  ) {
    this.#session = session;
    this.#logger = logger;
    this.#changed = changed;
  }

  /** Whose rows are shown. */
  get account(): Account | undefined {
    return this.#connected?.account;
  }

  getTreeItem(node: LibraryNode): vscode.TreeItem {
    return toTreeItem(node, this.#connected?.account.urlEndpoint ?? '');
  }

  resolveTreeItem(item: vscode.TreeItem, node: LibraryNode): vscode.TreeItem {
    if (node.kind === 'file') item.tooltip = fileTooltip(node);
    return item;
  }

  getParent(node: LibraryNode): FolderNode | undefined {
    const parent = parentPathOf(node);
    return parent === undefined ? undefined : this.#folderNode(parent);
  }

  async getChildren(node?: LibraryNode): Promise<LibraryNode[]> {
    if (node && node.kind !== 'folder') return [];
    const folder = node?.path ?? '/';
    const state = await this.#session.state();
    if (state.kind !== 'connected') {
      this.#connected = undefined;
      await setState(state.kind);
      return [];
    }
    const connected = await this.#session.connected(state.account);
    // Another account meanwhile: VS Code asks again for its rows.
    if (!this.#session.isInForce(connected.account)) return [];
    this.#connected = connected;
    const pager = this.#pager(connected, folder);
    try {
      if (isUntouched(pager)) await pager.loadNextPage();
    } catch (error) {
      return this.#failed(folder, error);
    }
    // Refreshed or another account meanwhile: VS Code asks again for what is true now.
    if (this.#pagers.get(folder) !== pager) return [];
    const rows: LibraryNode[] = pager.items.map((item) => this.#toNode(item, connected.account));
    if (pager.hasMore) rows.push({ kind: 'loadMore', folder });
    if (folder === '/') await setState(rows.length === 0 ? 'empty' : 'ready');
    return rows;
  }

  /** @returns Whether the folder is one of those that were listed. */
  async loadMore(folder: string): Promise<boolean> {
    const pager = this.#pagers.get(folder);
    await pager?.loadNextPage();
    this.#changed.fire(this.#folders.get(folder));
    return pager !== undefined;
  }

  /** Reads everything that is shown again. */
  refresh(): void {
    for (const pager of this.#pagers.values()) pager.reset();
    this.#pagers.clear();
    this.#folders.clear();
    this.#changed.fire(undefined);
  }

  /** Reads one folder again, and those above it, where it may be new. Others keep their rows. */
  refreshFolder(folder: string): void {
    for (const [path, pager] of this.#pagers) {
      if (path !== folder && path !== '/' && !folder.startsWith(`${path}/`)) continue;
      pager.reset();
      this.#pagers.delete(path);
    }
    this.#changed.fire(undefined);
  }

  /** The row of a stored file, loading pages of its folder until it is there. */
  async find(filePath: string): Promise<FileNode | undefined> {
    const connected = await this.#session.require();
    const folder = filePath.slice(0, filePath.lastIndexOf('/')) || '/';
    const pager = this.#pager(connected, folder);
    const isIt = (item: LibraryItem): boolean => item.kind === 'file' && item.path === filePath;
    if (isUntouched(pager)) await pager.loadNextPage();
    while (!pager.items.some(isIt) && pager.hasMore) await pager.loadNextPage();
    const item = pager.items.find(isIt);
    if (!item) return undefined;
    this.#changed.fire(this.#folders.get(folder));
    const node = this.#toNode(item, connected.account);
    return node.kind === 'file' ? node : undefined;
  }

  #pager({ client }: ConnectedAccount, folder: string): FolderPager {
    let pager = this.#pagers.get(folder);
    if (!pager) {
      pager = new FolderPager({
        list: (params, options) => client.assets.list(params, options),
        path: folder,
      });
      this.#pagers.set(folder, pager);
    }
    return pager;
  }

  #folderNode(path: string): FolderNode {
    let node = this.#folders.get(path);
    if (!node) {
      node = { kind: 'folder', name: path.slice(path.lastIndexOf('/') + 1), path };
      this.#folders.set(path, node);
    }
    return node;
  }

  #toNode(item: LibraryItem, { urlEndpoint }: Account): FolderNode | FileNode {
    if (item.kind === 'folder') return this.#folderNode(item.path);
    const { name, path, file } = item;
    return { kind: 'file', name, path, url: createUrl({ urlEndpoint, path }), file };
  }

  async #failed(folder: string, error: unknown): Promise<LibraryNode[]> {
    // The next time that the folder is shown it is read again.
    this.#pagers.delete(folder);
    if (isImageKitError(error, 'cancelled')) return [];
    this.#logger.error(`Could not list ${folder}`, error);
    if (folder !== '/') return [{ kind: 'failure', folder, message: describeError(error) }];
    await setState(stateOf(error));
    return [];
  }
}

function isUntouched(pager: FolderPager): boolean {
  return pager.items.length === 0 && pager.hasMore;
}

function stateOf(error: unknown): LibraryState {
  if (isImageKitError(error, 'unauthorized') || isImageKitError(error, 'forbidden')) {
    return 'refused';
  }
  return isImageKitError(error, 'unreachable') || isImageKitError(error, 'timedOut')
    ? 'unreachable'
    : 'failed';
}

function setState(state: LibraryState): Thenable<unknown> {
  return vscode.commands.executeCommand('setContext', contextKeys.libraryState, state);
}
