import { parseSync } from 'oxc-parser';

/** Where VS Code shows a text: properties of rows, boxes and items, and first arguments of messages. */
const shownProperties =
  /^(?:label|description|detail|title|placeholder|placeHolder|prompt|tooltip|openLabel)$/;
const shownCalls = /^(?:show(?:Information|Warning|Error)Message|setStatusBarMessage|showFailure)$/;

/** What is the same in every language: icons, addresses, keys and the name of the service. */
const sameEverywhere = /\$\([\w-]*\)|https?:\S*|\b(?:public|private)_\S*|ImageKit/g;

interface Node {
  readonly type: string;
  readonly [property: string]: unknown;
}

/** The texts that a source shows to people without passing them through `t`. */
export function findLiteralTexts(path: string, source: string): readonly string[] {
  const found: string[] = [];
  visit(parseSync(path, source).program, (node) => {
    if (node.type === 'Property' && shownProperties.test(nameOf(node['key']))) {
      found.push(...literalsOf(node['value']));
    }
    if (node.type === 'CallExpression' && shownCalls.test(nameOf(node['callee']))) {
      found.push(...literalsOf((node['arguments'] as readonly unknown[])[0]));
    }
  });
  return found.filter((text) => /[a-z]{2}/i.test(text.replaceAll(sameEverywhere, '')));
}

/** The strings that an expression can give by itself; what a call gives is the call's business. */
function literalsOf(value: unknown): readonly string[] {
  if (!isNode(value)) return [];
  if (value.type === 'Literal') return typeof value['value'] === 'string' ? [value['value']] : [];
  if (value.type === 'TemplateLiteral') return literalsOfTemplate(value);
  if (!/^(?:Conditional|Logical|Binary|Parenthesized)Expression$/.test(value.type)) return [];
  const { test: _, ...parts } = value;
  return Object.values(parts).flat().flatMap(literalsOf);
}

/** Its own text, and that of its expressions except for names of icons. */
function literalsOfTemplate({ quasis, expressions }: Node): readonly string[] {
  const own = (quasis as readonly { readonly value: { readonly cooked: string } }[]).map(
    ({ value }) => value.cooked,
  );
  const parts = (expressions as readonly unknown[]).filter((_, i) => !own[i]?.endsWith('$('));
  return [own.join(''), ...parts.flatMap(literalsOf)];
}

function visit(value: unknown, use: (node: Node) => void): void {
  if (Array.isArray(value)) for (const each of value) visit(each, use);
  if (!isNode(value)) return;
  use(value);
  for (const each of Object.values(value)) visit(each, use);
}

function nameOf(node: unknown): string {
  if (!isNode(node)) return '';
  if (node.type === 'MemberExpression') return nameOf(node['property']);
  return typeof node['name'] === 'string' ? node['name'] : '';
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
