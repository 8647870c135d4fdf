import { printTemplate } from './standIns.ts';

const shortest = 60;

export interface LiteralForm {
  /** Of the line that the value begins in. */
  readonly indentation: string;
  readonly quote: "'" | '"';
  /** What words in its texts stand for; see standIns.ts. */
  readonly expressions: ReadonlyMap<string, string>;
}

/** A value as source text of JavaScript: what is short on one line. */
export function printLiteral(value: unknown, form: LiteralForm): string {
  if (typeof value === 'string') {
    return printTemplate(value, form.expressions) ?? printText(value, form.quote);
  }
  if (typeof value !== 'object' || value === null) return String(value);
  const isList = Array.isArray(value);
  const inner = { ...form, indentation: `${form.indentation}  ` };
  const print = (each: unknown): string => printLiteral(each, inner);
  const members = isList
    ? value.map(print)
    : Object.entries(value).map(([name, each]) => `${printName(name, form.quote)}: ${print(each)}`);
  const [open, close] = isList ? ['[', ']'] : ['{ ', ' }'];
  const line = `${open}${members.join(', ')}${close}`;
  if (members.length === 0) return isList ? '[]' : '{}';
  if (line.length <= shortest && !line.includes('\n')) return line;
  const lines = members.map((each) => `${inner.indentation}${each},\n`).join('');
  return `${open.trim()}\n${lines}${form.indentation}${close.trim()}`;
}

function printName(name: string, quote: "'" | '"'): string {
  return /^[a-z_$][\w$]*$/i.test(name) ? name : printText(name, quote);
}

function printText(text: string, quote: "'" | '"'): string {
  const json = JSON.stringify(text);
  return quote === '"'
    ? json
    : `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
