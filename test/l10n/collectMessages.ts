import { globSync, readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import { queryKeys } from '../../src/core/url/queryKeys.ts';
import { pathTokens } from '../../src/core/url/pathTokens.ts';
import { snippets } from '../../src/core/language/completion/snippets.ts';
import { applicabilityRows } from '../../src/core/lint/rules/applicabilityRows.ts';
import { catalogue, enumValuesOf } from '../../src/core/transformation/catalogue/catalogue.ts';
import type { ValueKind } from '../../src/core/transformation/catalogue/parameterDefinition.ts';
import {
  conditionConnectives,
  conditionOperators,
  conditionProperties,
} from '../../src/core/transformation/value/condition.ts';
import { variables } from '../../src/core/transformation/value/expression.ts';
import { projectPaths } from '../host/projectPaths.ts';

/** Every English text that `t` can be asked for: those of its calls, and those of the tables. */
export function collectMessages(): readonly string[] {
  const messages = new Set(tableMessages());
  for (const path of globSync('src/**/*.ts', { cwd: projectPaths.root }).toSorted()) {
    const source = readFileSync(`${projectPaths.root}/${path}`, 'utf8');
    if (!/\btO?f?\(/.test(source) || !source.includes('text/l10n.ts')) continue;
    visit(parseSync(path, source).program, [], (message) => messages.add(message));
  }
  return [...messages].toSorted();
}

function tableMessages(): readonly string[] {
  const values = catalogue.flatMap((definition) => enumValuesOf(definition));
  const kinds = catalogue.flatMap((definition) => definition.values.flatMap(withParts));
  return [
    'integer',
    'number',
    ...catalogue.flatMap(({ summary, phrase, flagPhrase, note, openQuestion }) => [
      summary,
      phrase,
      flagPhrase,
      note,
      openQuestion,
    ]),
    ...values.flatMap(({ summary, phrase, wholePhrase }) => [summary, phrase, wholePhrase]),
    ...kinds.flatMap((kind) => [
      'phrase' in kind ? kind.phrase : undefined,
      ...(kind.kind === 'enum' ? kind.values : []).flatMap(({ summary, phrase }) => [
        summary,
        phrase,
      ]),
    ]),
    ...[...pathTokens, ...queryKeys].map(({ summary }) => summary),
    ...applicabilityRows.map(({ message }) => message),
    ...pathTokens.map(({ price }) => price),
    ...snippets.map(({ detail }) => detail),
    ...[...conditionProperties, ...conditionOperators, ...conditionConnectives].map(
      ([, text]) => text,
    ),
    ...[...variables.values()].map(({ meaning }) => meaning),
  ]
    .filter((text) => text !== undefined)
    .filter((text) => /[a-z]{2}/.test(text.replaceAll(/\{\w+\}/g, '')));
}

/** A kind of value, and those of its parts. */
function withParts(kind: ValueKind): readonly ValueKind[] {
  const parts = 'parts' in kind ? Object.values(kind.parts).flat() : [];
  return [kind, ...parts.flatMap(withParts)];
}

interface Node {
  readonly type: string;
  readonly [property: string]: unknown;
}

/**
 * The texts of the calls of `t`, and the sentences of tables beside them: every string with a
 * space outside of functions.
 */
function visit(value: unknown, above: readonly Node[], found: (message: string) => void): void {
  if (Array.isArray(value)) for (const each of value) visit(each, above, found);
  if (!isNode(value)) return;
  if (value.type === 'ImportDeclaration' || isKeptInEnglish(value)) return;
  if (value.type === 'Literal' && typeof value['value'] === 'string') {
    const text = value['value'];
    const isInFunction = above.some(({ type }) => type.includes('Function'));
    if (isInFunction ? isMessageOf(above.at(-1), value) : / |…$/.test(text.trim())) found(text);
  }
  if (value.type === 'TemplateLiteral' && isMessageOf(above.at(-1), value)) {
    throw new Error('A message for t is a plain string, so that it has one translation.');
  }
  for (const each of Object.values(value)) visit(each, [...above, value], found);
}

function isMessageOf(call: Node | undefined, message: Node): boolean {
  if (call?.type !== 'CallExpression') return false;
  const name = nameOf(call['callee']);
  return (name === 't' || name === 'tOf') && (call['arguments'] as readonly Node[])[0] === message;
}

function isKeptInEnglish(node: Node): boolean {
  const callee = node.type === 'CallExpression' ? node['callee'] : undefined;
  // Names of answers, for the log.
  if (nameOf(callee) === 'endpoint') return true;
  // Words in one string, taken apart when they are loaded.
  return isNode(callee) && isNode(callee['property']) && nameOf(callee['property']) === 'split';
}

function nameOf(node: unknown): string | undefined {
  return isNode(node) && node.type === 'Identifier' ? (node['name'] as string) : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
