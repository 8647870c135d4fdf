/**
 * The arguments of a `command:` link, for the query of a URI that is made of its parts. VS Code
 * decodes it once more before it reads the JSON.
 */
export function encodeCommandArguments(args: readonly unknown[]): string {
  return encodeAll(JSON.stringify(args));
}

/**
 * The address of a link in Markdown that runs a command. VS Code decodes it twice, when it reads the
 * address and when it reads the arguments: encoded once, a `%2F` in an argument would become `/`.
 */
export function commandLink(command: string, args: readonly unknown[]): string {
  return `command:${command}?${encodeURIComponent(encodeCommandArguments(args))}`;
}

/** Also the brackets and quotes that end a link in Markdown. */
function encodeAll(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
