/**
 * Text from a document or the service as Markdown that shows exactly this text: no link, no
 * picture, no command, no HTML, no codicon.
 */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]()#+\-.!|<>&~$:]/g, String.raw`\$&`).replaceAll(/\s+/g, ' ');
}
