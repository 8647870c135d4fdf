import * as vscode from 'vscode';
import { describeError } from '../core/api/describeError.ts';
import { isImageKitError } from '../core/api/imageKitError.ts';
import { commandIds } from '../constants.ts';
import { MissingTargetError } from './missingTargetError.ts';
import { NoAccountError } from './noAccountError.ts';
import type { Logger } from './outputLogger.ts';
import { showFailure } from './showFailure.ts';
import { t } from '../core/text/l10n.ts';

type CommandId = (typeof commandIds)[keyof typeof commandIds];

/** A command's work. Its arguments come from anywhere (a menu, a link, a key binding): check them. */
export type CommandHandler = (...args: readonly unknown[]) => unknown;

/**
 * Registers commands so that an error is logged and shown exactly once, as one sentence with a way
 * on, and a cancellation is silent.
 */
export class CommandRunner {
  readonly #logger: Logger;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  register(id: CommandId, handler: CommandHandler): vscode.Disposable {
    return vscode.commands.registerCommand(id, async (...args: readonly unknown[]) => {
      try {
        await handler(...args);
      } catch (error) {
        this.report(id, error);
      }
    });
  }

  /** Shows an error without waiting for the person to answer. */
  report(doing: string, error: unknown): void {
    if (isImageKitError(error, 'cancelled') || error instanceof vscode.CancellationError) return;
    if (error instanceof NoAccountError) {
      this.#logger.warn(`${doing}: ${error.message}`);
      void offer(...wayToAccount(error.state));
      return;
    }
    if (error instanceof MissingTargetError) {
      void vscode.window.showInformationMessage(error.message);
      return;
    }
    this.#logger.error(doing, error);
    void showFailure(describeError(error));
  }
}

/** What is wrong, what to do about it, and the command that does. */
function wayToAccount(state: NoAccountError['state']): Parameters<typeof offer> {
  if (state.kind === 'unknown') {
    return [
      t(
        'This folder uses the ImageKit account “{name}” (setting imagekit.account), which is not connected here.',
        { name: state.name },
      ),
      t('Choose Account'),
      commandIds.switchAccount,
    ];
  }
  if (state.kind === 'keyInSetting') {
    return [
      t(
        'The setting imagekit.account holds a private key in the place of a name, and whoever reads the settings can use it; move it to VS Code’s secret storage, and make a new one if others could see it.',
      ),
      t('Move Private Key'),
      commandIds.movePrivateKey,
    ];
  }
  if (state.kind === 'keysMissing') {
    return [
      t(
        'The keys of the ImageKit account “{name}” were not kept on this computer; enter them again.',
        { name: state.facts.name },
      ),
      t('Enter Keys'),
      commandIds.editAccount,
    ];
  }
  return [t('Connect an ImageKit account first.'), t('Connect Account'), commandIds.connectAccount];
}

async function offer(message: string, action: string, command: CommandId): Promise<void> {
  const chosen = await showFailure(message, action);
  if (chosen === action) await vscode.commands.executeCommand(command);
}
