/** The parts of `vscode` that the language features make their answers of, as VS Code has them. */

export class Position {
  readonly line: number;
  readonly character: number;

  constructor(line: number, character: number) {
    this.line = line;
    this.character = character;
  }

  compareTo(other: Position): number {
    return this.line - other.line || this.character - other.character;
  }

  isEqual(other: Position): boolean {
    return this.compareTo(other) === 0;
  }
}

export class Range {
  readonly start: Position;
  readonly end: Position;

  constructor(start: Position, end: Position);
  constructor(line: number, character: number, endLine: number, endCharacter: number);
  constructor(...args: readonly (Position | number)[]) {
    const [first, second, third = 0, fourth = 0] = args;
    this.start = first instanceof Position ? first : new Position(first ?? 0, Number(second));
    this.end = second instanceof Position ? second : new Position(Number(third), Number(fourth));
  }

  isEqual(other: Range): boolean {
    return this.start.isEqual(other.start) && this.end.isEqual(other.end);
  }

  contains(position: Position): boolean {
    return this.start.compareTo(position) <= 0 && position.compareTo(this.end) <= 0;
  }

  intersection(other: Range): Range | undefined {
    const start = this.start.compareTo(other.start) > 0 ? this.start : other.start;
    const end = this.end.compareTo(other.end) < 0 ? this.end : other.end;
    return start.compareTo(end) > 0 ? undefined : new Range(start, end);
  }
}

interface Uri {
  readonly toString: () => string;
}

interface Disposable {
  readonly dispose: () => unknown;
}

const Disposable = {
  from: (...all: readonly Disposable[]): Disposable => ({
    dispose: () => {
      for (const each of all) each.dispose();
    },
  }),
};

class Diagnostic {
  range: Range;
  message: string;
  severity: number;

  constructor(range: Range, message: string, severity: number) {
    this.range = range;
    this.message = message;
    this.severity = severity;
  }
}

class CompletionItem {
  readonly label: unknown;
  readonly kind: number;

  constructor(label: unknown, kind: number) {
    this.label = label;
    this.kind = kind;
  }
}

class Hover {
  readonly contents: readonly unknown[];
  readonly range: Range | undefined;

  constructor(contents: unknown, range?: Range) {
    this.contents = [contents];
    this.range = range;
  }
}

class MarkdownString {
  value: string;

  constructor(value = '') {
    this.value = value;
  }
}

class SnippetString {
  readonly value: string;

  constructor(value = '') {
    this.value = value;
  }
}

type Listener = (event: unknown) => void;

/** An event, and what makes it happen. */
function eventOf(): { on: (listener: Listener) => object; tell: Listener } {
  const listeners = new Set<Listener>();
  return {
    on: (listener) => {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
    tell: (event) => {
      for (const listener of listeners) listener(event);
    },
  };
}

const opened = eventOf();
const changed = eventOf();
const closed = eventOf();

const textDocuments: unknown[] = [];

/** What an editor does, told to whom it concerns. */
export const editor = {
  open: (document: unknown): void => {
    textDocuments.push(document);
    opened.tell(document);
  },
  close: (document: unknown): void => {
    textDocuments.splice(textDocuments.indexOf(document), 1);
    closed.tell(document);
  },
  /** After an edit. */
  change: (document: unknown, change: unknown): void => {
    changed.tell({ document, contentChanges: [change] });
  },
};

/** Of all collections, by the document's address. */
export const publishedDiagnostics = new Map<string, readonly unknown[]>();

const workspace = {
  textDocuments,
  onDidOpenTextDocument: opened.on,
  onDidChangeTextDocument: changed.on,
  onDidCloseTextDocument: closed.on,
  onDidChangeConfiguration: noEvent,
  getWorkspaceFolder: () => undefined,
  /** Every setting has its default. */
  getConfiguration: () => ({
    get: (_key: string, fallback: unknown) => fallback,
    inspect: () => undefined,
  }),
};

const window = {
  activeTextEditor: undefined,
  onDidChangeActiveTextEditor: noEvent,
  onDidChangeWindowState: noEvent,
};

const languages = {
  createDiagnosticCollection: () => ({
    set: (uri: Uri, diagnostics: readonly unknown[]) => {
      publishedDiagnostics.set(uri.toString(), diagnostics);
    },
    delete: (uri: Uri) => publishedDiagnostics.delete(uri.toString()),
    dispose: () => publishedDiagnostics.clear(),
  }),
};

/** For the places of the names in `vscode`. */
export const vscodeParts = {
  Position,
  Range,
  Disposable,
  Diagnostic,
  CompletionItem,
  Hover,
  MarkdownString,
  SnippetString,
  workspace,
  window,
  languages,
};

function noEvent(): { dispose: () => void } {
  return { dispose: () => undefined };
}
