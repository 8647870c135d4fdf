import * as vscode from 'vscode';
import type { Refactoring } from '../../core/language/refactorings/refactoring.ts';

export const refactoringKinds: Readonly<Record<Refactoring['kind'], vscode.CodeActionKind>> = {
  rewrite: vscode.CodeActionKind.RefactorRewrite.append('imagekit'),
  extract: vscode.CodeActionKind.RefactorExtract.append('imagekit'),
};
