import { formEncode } from './formEncode.ts';

type QueryParameters = Readonly<Record<string, unknown>> | undefined;

/** The SDKs' `queryParameters` behind what a URL has already. */
export function appendTo(searchParams: URLSearchParams, parameters: QueryParameters): void {
  for (const name of Object.keys(parameters ?? {})) {
    searchParams.append(name, String(parameters?.[name]));
  }
}

/** The same, with its question mark, where there was no query before. */
export function queryOf(parameters: QueryParameters): string {
  let query = '';
  for (const name of Object.keys(parameters ?? {})) {
    const value = String(parameters?.[name]);
    query += `${query === '' ? '?' : '&'}${formEncode(name)}=${formEncode(value)}`;
  }
  return query;
}
