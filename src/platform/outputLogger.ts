import * as vscode from 'vscode';
import { redact } from '../core/api/redact.ts';

/** Levels as in VS Code's own log output channels. */
export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, cause?: unknown): void;
}

/**
 * The output channel "ImageKit". It is made at the first line, because a channel is a file and
 * activation writes none. Every line is redacted here, so that no caller can forget to.
 */
export class OutputLogger implements Logger, vscode.Disposable {
  #channel: vscode.LogOutputChannel | undefined;

  info(message: string): void {
    this.#open().info(redact(message));
  }

  warn(message: string): void {
    this.#open().warn(redact(message));
  }

  error(message: string, cause?: unknown): void {
    this.#open().error(redact(cause === undefined ? message : `${message}: ${detailsOf(cause)}`));
  }

  show(): void {
    this.#open().show();
  }

  dispose(): void {
    this.#channel?.dispose();
  }

  #open(): vscode.LogOutputChannel {
    return (this.#channel ??= vscode.window.createOutputChannel('ImageKit', { log: true }));
  }
}

function detailsOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const below = cause.cause === undefined ? '' : `\n  caused by ${detailsOf(cause.cause)}`;
  return `${cause.stack ?? cause.message}${below}`;
}
