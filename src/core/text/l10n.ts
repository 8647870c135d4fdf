/** What stands in the `{name}` places of a message. */
export type MessageValues = Readonly<Record<string, string | number | undefined>>;

/** The signature of `vscode.l10n.t` that takes values by their names. */
export type Translate = (message: string, values: MessageValues) => string;

let translate: Translate = fillIn;

/** Where translations come from; until then, and for what has none, messages stay English. */
export function setTranslate(own: Translate): void {
  translate = own;
}

/**
 * A text for people in the language of the editor. Every such text passes through here exactly
 * once, where it is shown; tables hold the English text. Logs stay English.
 * @param message English, with `{name}` for each value; it is the key of its translation.
 */
export function t(message: string, values: MessageValues = {}): string {
  return translate(message, values);
}

/** The same of a text that a table may lack. */
export function tOf(message: string | undefined): string | undefined {
  return message === undefined ? undefined : t(message);
}

/** A message with its values in their places. */
export function fillIn(message: string, values: MessageValues): string {
  return message.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
