export type SearchKind =
  'text' | 'tags' | 'path' | 'number' | 'date' | 'boolean' | 'scalar' | 'list' | 'place';

export interface SearchField {
  readonly kind: SearchKind;
  /** The SQL expression that gives the field's value. */
  readonly column: string;
  /** With `NOT ` before the ones that can be negated. */
  readonly operators: readonly string[];
  /** The column of the word index that HAS looks in; without one the words are cut on the fly. */
  readonly words?: 'name' | 'tags';
}

export type FieldType =
  'Text' | 'Textarea' | 'Number' | 'Date' | 'Boolean' | 'SingleSelect' | 'MultiSelect';

const exact = ['=', 'IN', 'NOT =', 'NOT IN'] as const;
const ordered = [...exact, '<', '<=', '>', '>='] as const;
const present = ['EXISTS', 'NOT EXISTS'] as const;
const listed = ['IN', 'NOT IN'] as const;

/** The bare fields of the query language, with the operators that each one takes. */
export const plainFields: Readonly<Record<string, SearchField>> = {
  name: { kind: 'text', column: 'name', operators: [...exact, ':', 'HAS'], words: 'name' },
  tags: { kind: 'tags', column: 'tags', operators: [...listed, 'HAS', ...present], words: 'tags' },
  type: { kind: 'text', column: 'kind', operators: exact },
  id: { kind: 'text', column: 'id', operators: exact },
  createdAt: { kind: 'date', column: 'createdAt', operators: ordered },
  updatedAt: { kind: 'date', column: 'updatedAt', operators: ordered },
  width: { kind: 'number', column: 'width', operators: ordered },
  height: { kind: 'number', column: 'height', operators: ordered },
  size: { kind: 'number', column: 'size', operators: ordered },
  format: { kind: 'text', column: 'format', operators: ['=', 'IN'] },
  private: { kind: 'boolean', column: 'isPrivate', operators: ['='] },
  published: { kind: 'boolean', column: 'isPublished', operators: ['='] },
  transparency: { kind: 'boolean', column: 'hasAlpha', operators: ['='] },
  createdBy: { kind: 'text', column: 'createdBy', operators: exact },
  path: { kind: 'path', column: 'folder', operators: [...exact, ':'] },
};

/** What `"embeddedMetadata.…"` can be asked for. */
export const embeddedFields: Readonly<Record<string, SearchField>> = {
  Keywords: {
    kind: 'list',
    column: "json_extract(embeddedMetadata, '$.Keywords')",
    operators: [...listed, ...present],
  },
  DateTimeOriginal: {
    kind: 'date',
    column: "unixepoch(embeddedMetadata ->> '$.DateTimeOriginal', 'subsec') * 1000",
    operators: ordered,
  },
  LocationTaken: { kind: 'place', column: 'embeddedMetadata', operators: ['='] },
};

interface TypeRule {
  readonly kind: SearchKind;
  readonly operators: readonly string[];
}

const text: TypeRule = { kind: 'text', operators: [...exact, ':', 'HAS', ...present] };

const byType: Readonly<Record<FieldType, TypeRule>> = {
  Text: text,
  Textarea: text,
  Number: { kind: 'number', operators: ordered },
  Date: { kind: 'date', operators: ordered },
  Boolean: { kind: 'boolean', operators: ['='] },
  SingleSelect: { kind: 'scalar', operators: [...ordered, ':'] },
  MultiSelect: { kind: 'list', operators: listed },
};

/**
 * A custom metadata field as a search sees it.
 * @param path the SQL placeholder of the field's JSON path.
 */
export function customField(type: FieldType, path: string): SearchField {
  const value = `json_extract(customMetadata, ${path})`;
  const column = type === 'Date' ? `unixepoch(${value}, 'subsec') * 1000` : value;
  return { ...byType[type], column };
}
