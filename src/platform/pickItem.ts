import * as vscode from 'vscode';

/** A row of a list; without a value it is a heading. */
export interface PickRow<T> extends vscode.QuickPickItem {
  readonly value?: T;
}

export interface PickOptions<T> {
  readonly title: string;
  readonly placeholder: string;
  readonly rows: readonly PickRow<T>[];
}

/** One value of a list; `undefined` when the person gave up. */
export async function pickItem<T>(options: PickOptions<T>): Promise<T | undefined> {
  const picker = vscode.window.createQuickPick<PickRow<T>>();
  picker.title = options.title;
  picker.placeholder = options.placeholder;
  picker.items = options.rows;
  picker.matchOnDescription = true;
  try {
    return await new Promise((resolve) => {
      picker.onDidAccept(() => resolve(picker.activeItems[0]?.value));
      picker.onDidHide(() => resolve(undefined));
      picker.show();
    });
  } finally {
    picker.dispose();
  }
}
