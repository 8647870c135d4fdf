import * as vscode from 'vscode';
import { eventually } from './eventually.ts';

/** The lines of the log that have some text, as a person reads them; waits for the first. */
export async function logLinesWith(text: string): Promise<readonly string[]> {
  await vscode.commands.executeCommand('imagekit.showLog');
  return await eventually(() => {
    const lines = vscode.window.visibleTextEditors
      .filter(({ document }) => document.uri.scheme === 'output')
      .flatMap(({ document }) => document.getText().split('\n'))
      .filter((line) => line.includes(text));
    return lines.length > 0 && lines;
  }, `a line with ${text} in the log`);
}
