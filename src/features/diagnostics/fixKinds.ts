import * as vscode from 'vscode';

/** All fixes at once, for `editor.codeActionsOnSave`. */
export const fixAll = vscode.CodeActionKind.SourceFixAll.append('imagekit');

export const fixKinds = [vscode.CodeActionKind.QuickFix, fixAll];
