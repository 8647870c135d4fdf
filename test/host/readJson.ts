import { readFile } from 'node:fs/promises';

import { parse, type GenericSchema } from 'valibot';

/** @throws {Error} when the file is missing, is no JSON or has another shape. */
export async function readJson<T>(path: string, schema: GenericSchema<unknown, T>): Promise<T> {
  const content: unknown = JSON.parse(await readFile(path, 'utf8'));
  return parse(schema, content);
}
