import type * as vscode from 'vscode';

/**
 * Every document, and before what VS Code brings itself: it ranks a pattern like a language, above
 * `*`, and of the same rank an extension above its own. Its words of the document and its links,
 * which encode an address again, stand back then.
 */
export const everyDocument: vscode.DocumentSelector = { pattern: '**' };

/** Schemes of documents that show something else than a text of the person's own. */
export const passedOver: ReadonlySet<string> = new Set(['output', 'git', 'vscode-scm', 'comment']);
