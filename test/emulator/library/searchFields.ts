export type SearchFieldKind = 'text' | 'tags' | 'path' | 'number' | 'date' | 'boolean';

export interface SearchField {
  readonly kind: SearchFieldKind;
  /** The SQL expression that gives the field's value. */
  readonly column: string;
  readonly operators: readonly string[];
}

const exact = ['=', 'IN', 'NOT =', 'NOT IN'] as const;
const ordered = [...exact, '<', '<=', '>', '>='] as const;

/** The fields of the query language, with the operators that each one takes. */
export const searchFields: Readonly<Record<string, SearchField>> = {
  name: { kind: 'text', column: 'name', operators: [...exact, ':', 'HAS'] },
  tags: {
    kind: 'tags',
    column: 'tags',
    operators: ['IN', 'NOT IN', 'HAS', 'EXISTS', 'NOT EXISTS'],
  },
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
  path: { kind: 'path', column: 'folder', operators: [...exact, ':'] },
};
