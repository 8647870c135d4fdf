import * as vscode from 'vscode';
import { milestoneKeys } from '../constants.ts';

const reached = new Set<string>();

/** Ticks a step of the walkthrough off; the context keys last for the session of the window. */
export function reach(milestone: keyof typeof milestoneKeys): void {
  const key = milestoneKeys[milestone];
  if (reached.has(key)) return;
  reached.add(key);
  void vscode.commands.executeCommand('setContext', key, true);
}
