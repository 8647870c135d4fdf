import * as vscode from 'vscode';
import { describeError } from '../../core/api/describeError.ts';
import type { AccountClient } from '../../platform/accountClient.ts';
import type { ConnectedAccount } from '../../platform/accountSession.ts';
import { toAbortSignal } from '../../platform/cancellation.ts';
import type { Logger } from '../../platform/outputLogger.ts';
import { showFailure } from '../../platform/showFailure.ts';
import type { FileNode, FolderNode } from './libraryNode.ts';
import { t } from '../../core/text/l10n.ts';

export type DeletableNode = FileNode | FolderNode;

/**
 * Deletes after one question that names what goes. One failure stops nothing, and what could not
 * be deleted is told.
 * @param connect Asked once the question is answered, which may be an hour later.
 * @returns Whether anything was tried, so that the tree has to be read again.
 */
export async function deleteItems(
  connect: () => Promise<ConnectedAccount>,
  nodes: readonly DeletableNode[],
  logger: Logger,
): Promise<boolean> {
  if (!(await confirm(nodes))) return false;
  const { client } = await connect();

  const failures: string[] = [];
  let deleted = 0;
  await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: t('ImageKit: deleting {what}', { what: nameOf(nodes) }),
      cancellable: true,
    },
    async (progress, token) => {
      const signal = toAbortSignal(token);
      for (const node of nodes) {
        if (signal.aborted) return;
        try {
          await deleteItem(client, node, signal);
          deleted++;
          logger.info(`Deleted ${node.path}.`);
        } catch (error) {
          if (signal.aborted) return;
          logger.error(`Could not delete ${node.path}`, error);
          failures.push(
            t('{name} was not deleted: {reason}', {
              name: node.name,
              reason: describeError(error),
            }),
          );
        }
        progress.report({ increment: 100 / nodes.length });
      }
    },
  );
  report(deleted, nodes.length, failures);
  return true;
}

function deleteItem(
  client: AccountClient,
  node: DeletableNode,
  signal: AbortSignal,
): Promise<void> {
  return node.kind === 'folder'
    ? client.folders.delete({ folderPath: node.path }, { signal })
    : client.files.delete(node.file.fileId, { signal });
}

async function confirm(nodes: readonly DeletableNode[]): Promise<boolean> {
  const action = t('Delete');
  const answer = await vscode.window.showWarningMessage(
    t('Delete {what} from ImageKit?', { what: nameOf(nodes) }),
    {
      modal: true,
      detail: nodes.some(({ kind }) => kind === 'folder')
        ? t(
            'Folders go with everything in them, files with all their versions. This cannot be undone.',
          )
        : t(
            'All versions go with it. This cannot be undone. Copies in the CDN’s cache stay until they are purged.',
          ),
    },
    action,
  );
  return answer === action;
}

function nameOf(nodes: readonly DeletableNode[]): string {
  const [first] = nodes;
  return nodes.length === 1 && first ? first.path : t('{count} items', { count: nodes.length });
}

function report(deleted: number, wanted: number, failures: readonly string[]): void {
  if (failures.length > 0) {
    void showFailure(
      [
        ...(wanted > 1 ? [t('Deleted {deleted} of {wanted} items.', { deleted, wanted })] : []),
        ...failures,
      ].join(' '),
    );
  } else if (deleted < wanted) {
    void vscode.window.showInformationMessage(
      t('Cancelled: {deleted} of {wanted} items had been deleted before.', { deleted, wanted }),
    );
  }
}
