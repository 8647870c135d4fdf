import { ensure } from '../ensure.ts';
import { ensureFolderPath } from '../ensurePaths.ts';
import type {
  SearchCriteria,
  SearchMetadataMatch,
  SearchRange,
  SearchTextMatch,
} from './searchCriteria.ts';
import {
  dateLiteral,
  ensureSomething,
  listLiteral,
  numberLiteral,
  sizeLiteral,
  textLiteral,
  wordLiterals,
  type SearchDate,
} from './searchLiterals.ts';

/**
 * The value of `searchQuery`, `undefined` where nothing restricts the search. A text is a query of
 * the caller's own and stays as it is; no text inside of criteria can become more than a value.
 * @throws ImageKitError with `invalidInput`, its subject the field of the query.
 */
export function searchQuery(search: string | SearchCriteria): string | undefined {
  if (typeof search === 'string') return search;
  const conditions = [
    ...given(search.words, anyOfWords),
    ...given(search.name, (match) => textMatch('name', match)),
    ...given(search.type, (types) => [oneOf('type', types)]),
    ...given(search.tags, tagConditions),
    ...given(search.size, (range) => comparisons('size', range, sizeLiteral)),
    ...given(search.created, (range) => comparisons('createdAt', range, dateLiteral)),
    ...given(search.updated, (range) => comparisons('updatedAt', range, dateLiteral)),
    ...given(search.format, (formats) => [oneOf('format', formats)]),
    ...given(search.width, (range) => comparisons('width', range, numberLiteral)),
    ...given(search.height, (range) => comparisons('height', range, numberLiteral)),
    ...given(search.isPrivate, (flag) => [`private = ${flag}`]),
    ...given(search.isPublished, (flag) => [`published = ${flag}`]),
    ...given(search.hasTransparency, (flag) => [`transparency = ${flag}`]),
    ...given(search.createdBy, (addresses) => [oneOf('createdBy', addresses)]),
    ...given(search.below, folderCondition),
    ...Object.entries(search.customMetadata ?? {}).flatMap(([name, match]) =>
      metadataMatch(name, match),
    ),
  ];
  return conditions.length === 0 ? undefined : conditions.join(' AND ');
}

function given<Value>(
  value: Value | undefined,
  print: (value: Value) => readonly string[],
): readonly string[] {
  return value === undefined ? [] : print(value);
}

function anyOfWords(text: string): readonly string[] {
  return wordLiterals(text, 'words').map((word) => `(name HAS ${word} OR tags HAS ${word})`);
}

function tagConditions({
  anyOf,
  allOf = [],
  noneOf,
}: NonNullable<SearchCriteria['tags']>): readonly string[] {
  ensureSomething(anyOf !== undefined || noneOf !== undefined || allOf.length > 0, 'tags');
  return [
    ...given(anyOf, (tags) => [`tags IN ${listLiteral(tags, 'tags', textLiteral)}`]),
    ...allOf.map((tag) => `tags IN [${textLiteral(tag, 'tags')}]`),
    ...given(noneOf, (tags) => [`tags NOT IN ${listLiteral(tags, 'tags', textLiteral)}`]),
  ];
}

function folderCondition(path: string): readonly string[] {
  ensureFolderPath(path, 'below');
  // With the slash at its end it cannot be read as the beginning of another folder's name.
  const parts = path.split('/').filter((part) => part !== '');
  return [`path : ${textLiteral(['', ...parts, ''].join('/'), 'below')}`];
}

function oneOf(field: string, texts: string | readonly string[]): string {
  return typeof texts === 'string'
    ? `${field} = ${textLiteral(texts, field)}`
    : `${field} IN ${listLiteral(texts, field, textLiteral)}`;
}

function textMatch(field: string, match: SearchTextMatch): readonly string[] {
  if (typeof match === 'string' || isList(match)) return [oneOf(field, match)];
  if ('startsWith' in match) return [`${field} : ${textLiteral(match.startsWith, field)}`];
  return wordLiterals(match.words, field).map((word) => `${field} HAS ${word}`);
}

function comparisons<Value>(
  field: string,
  { atLeast, atMost }: SearchRange<Value>,
  literal: (value: Value, subject: string) => string,
): readonly string[] {
  ensureSomething(atLeast !== undefined || atMost !== undefined, field);
  return [
    ...(atLeast === undefined ? [] : [`${field} >= ${literal(atLeast, field)}`]),
    ...(atMost === undefined ? [] : [`${field} <= ${literal(atMost, field)}`]),
  ];
}

function metadataMatch(name: string, match: SearchMetadataMatch): readonly string[] {
  ensure(name.trim() !== '', 'customMetadata', 'A custom metadata field has a name.');
  const field = textLiteral(`customMetadata.${name}`, 'customMetadata');
  if (typeof match !== 'object') return [`${field} = ${valueLiteral(match, name)}`];
  if (isList(match)) return [`${field} IN ${listLiteral(match, name, valueLiteral)}`];
  if ('startsWith' in match || 'words' in match) return textMatch(field, match);
  return comparisons(field, match, boundaryLiteral);
}

function valueLiteral(value: string | number | boolean, subject: string): string {
  if (typeof value === 'string') return textLiteral(value, subject);
  return typeof value === 'number' ? numberLiteral(value, subject) : String(value);
}

function boundaryLiteral(value: number | SearchDate, subject: string): string {
  return typeof value === 'number' ? numberLiteral(value, subject) : dateLiteral(value, subject);
}

/** `Array.isArray` does not know read-only lists. */
function isList<Item>(value: object | readonly Item[]): value is readonly Item[] {
  return Array.isArray(value);
}
