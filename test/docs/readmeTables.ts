import { format, resolveConfig } from 'prettier';
import { projectPaths } from '../host/projectPaths.ts';
import { commandsTable } from './commandsTable.ts';
import { settingsTable } from './settingsTable.ts';

export const readmePath = `${projectPaths.root}/README.md`;

const tables = { commands: commandsTable, settings: settingsTable };

/**
 * README.md with the tables that are made of package.json, each between two marks.
 * @throws where a mark is lost.
 */
export async function withTables(readme: string): Promise<string> {
  let text = readme;
  for (const [name, table] of Object.entries(tables)) {
    const begin = `<!-- ${name}: written by npm run docs -->`;
    const end = `<!-- end of ${name} -->`;
    const from = text.indexOf(begin);
    const to = text.indexOf(end);
    if (from === -1 || to < from) throw new Error(`README.md has lost ${begin} or ${end}.`);
    text = `${text.slice(0, from + begin.length)}\n\n${table()}\n\n${text.slice(to)}`;
  }
  return format(text, { ...(await resolveConfig(readmePath)), parser: 'markdown' });
}
