import { format } from 'node:util';

/**
 * Starts of what the workbench itself logs in every run. It arrives in one stream with what the
 * tests print and bears no mark, so it is known by its words.
 */
const workbenchNoise = [
  '[AccountPolicyGate]',
  '[AgentHost',
  '[ChatModelSelection]',
  '[RemoteAgentHostProtocol]',
  '[Service Worker]',
  '[reconnection-grace-time]',
  'Canceled: Canceled',
  'Creating a socket (',
  'Ignoring fetching additional builtin extensions',
  'Resolved connection token (',
  'Resolving connection token (',
  "Timed out waiting for authentication provider 'github'",
  'Updating additional builtin extensions cache',
];

/**
 * Prints one entry of VS Code's automation log: its level and the arguments of the console call,
 * the first of which may have `%c` and a style argument for each coloured part.
 */
export function relayWorkbenchLog(level: unknown, values: unknown): void {
  const [first, ...rest]: unknown[] = Array.isArray(values) ? values : [values];
  const text = typeof first === 'string' ? first : format(first);
  const styles = text.match(/%c/g)?.length ?? 0;
  const line = format(text.replaceAll('%c', ''), ...rest.slice(styles)).trimEnd();
  if (workbenchNoise.some((start) => line.startsWith(start))) return;
  const out = level === 'error' || level === 'warn' ? process.stderr : process.stdout;
  out.write(`${line}\n`);
}
