import * as vscode from 'vscode';

/** One question of a sequence; `validate` gives the sentence that says what to type instead. */
export interface TextStep {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value?: string;
  readonly password?: boolean;
  readonly validate?: (value: string) => string | undefined;
}

const back = Symbol('back');

/**
 * Asks one question after the other with a Back button; answers stay when the person goes back.
 * `undefined` when the person gave up. Leaving the window does not lose what was typed.
 */
export async function askSteps(steps: readonly TextStep[]): Promise<string[] | undefined> {
  const answers = steps.map((step) => step.value ?? '');
  let index = 0;
  while (index < steps.length) {
    const step = steps[index];
    if (!step) break;
    const answer = await askText(step, answers[index] ?? '', index + 1, steps.length);
    if (answer === undefined) return undefined;
    if (answer === back) index--;
    else answers[index++] = answer;
  }
  return answers;
}

async function askText(
  step: TextStep,
  value: string,
  position: number,
  total: number,
): Promise<string | typeof back | undefined> {
  const input = vscode.window.createInputBox();
  input.title = step.title;
  input.prompt = step.prompt;
  input.placeholder = step.placeholder;
  input.value = value;
  input.password = step.password ?? false;
  input.ignoreFocusOut = true;
  if (total > 1) {
    input.step = position;
    input.totalSteps = total;
  }
  if (position > 1) input.buttons = [vscode.QuickInputButtons.Back];

  try {
    return await new Promise((resolve) => {
      input.onDidAccept(() => {
        const answer = input.value.trim();
        input.validationMessage = step.validate?.(answer);
        if (!input.validationMessage) resolve(answer);
      });
      input.onDidChangeValue(() => {
        input.validationMessage = undefined;
      });
      input.onDidTriggerButton(() => resolve(back));
      input.onDidHide(() => resolve(undefined));
      input.show();
    });
  } finally {
    input.dispose();
  }
}
