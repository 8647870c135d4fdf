import * as vscode from 'vscode';
import { escapeMarkdown } from '../../core/text/escapeMarkdown.ts';
import { formatBytes } from '../../core/text/formatBytes.ts';
import { commandIds, contextValues } from '../../constants.ts';
import type {
  FailureNode,
  FileNode,
  FolderNode,
  LibraryNode,
  LoadMoreNode,
} from './libraryNode.ts';
import { t } from '../../core/text/l10n.ts';

/** How a node looks. `account` keeps the ids of two accounts apart. */
export function toTreeItem(node: LibraryNode, account: string): vscode.TreeItem {
  switch (node.kind) {
    case 'folder':
      return folderItem(node, account);
    case 'file':
      return fileItem(node, account);
    case 'loadMore':
      return loadMoreItem(node, account);
    case 'failure':
      return failureItem(node, account);
    default:
      return node satisfies never;
  }
}

function folderItem({ name, path }: FolderNode, account: string): vscode.TreeItem {
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `${account}${path}/`;
  item.iconPath = vscode.ThemeIcon.Folder;
  item.resourceUri = libraryUri(path);
  item.contextValue = contextValues.folder;
  return item;
}

function fileItem({ name, path, file }: FileNode, account: string): vscode.TreeItem {
  const item = new vscode.TreeItem(name);
  item.id = `${account}${path}`;
  item.iconPath = vscode.ThemeIcon.File;
  item.resourceUri = libraryUri(path);
  item.description = typeof file.size === 'number' ? formatBytes(file.size) : '';
  item.contextValue = contextValues.file;
  return item;
}

function loadMoreItem({ folder }: LoadMoreNode, account: string): vscode.TreeItem {
  const item = new vscode.TreeItem(t('Load More…'));
  item.id = `${account}${folder}#loadMore`;
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.command = { command: commandIds.loadMore, title: t('Load More'), arguments: [folder] };
  return item;
}

function failureItem({ folder, message }: FailureNode, account: string): vscode.TreeItem {
  const item = new vscode.TreeItem(message);
  item.id = `${account}${folder}#failure`;
  item.tooltip = t('{message} Select this row to try again; the log behind it says more.', {
    message,
  });
  item.contextValue = contextValues.failure;
  item.iconPath = new vscode.ThemeIcon('warning');
  item.command = { command: commandIds.refreshLibrary, title: t('Try Again'), arguments: [folder] };
  return item;
}

/** Details that are made only for the row under the mouse. */
export function fileTooltip({ path, file }: FileNode): vscode.MarkdownString {
  const dimensions =
    typeof file.width === 'number' && typeof file.height === 'number'
      ? `${file.width} × ${file.height} px`
      : undefined;
  const size = typeof file.size === 'number' ? formatBytes(file.size) : undefined;
  const lines = [
    `**${escapeMarkdown(path)}**`,
    [dimensions, size, file.mime].filter((part) => part !== undefined).join(', '),
    file.isPrivateFile === true ? t('$(lock) Private: opens only with a signed URL') : '',
    file.tags && file.tags.length > 0 ? `$(tag) ${escapeMarkdown(file.tags.join(', '))}` : '',
  ];
  return new vscode.MarkdownString(lines.filter((line) => line !== '').join('\n\n'), true);
}

/** Gives each row the icon that the person's icon theme has for its name. */
function libraryUri(path: string): vscode.Uri {
  return vscode.Uri.from({ scheme: 'imagekit', path });
}
