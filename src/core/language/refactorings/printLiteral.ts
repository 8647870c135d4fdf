const shortest = 60;

/**
 * A value as source text of JavaScript: what is short on one line.
 * @param indentation Of the line that it begins in.
 */
export function printLiteral(value: unknown, indentation: string, quote: "'" | '"'): string {
  if (typeof value === 'string') return printText(value, quote);
  if (typeof value !== 'object' || value === null) return String(value);
  const isList = Array.isArray(value);
  const inner = `${indentation}  `;
  const print = (each: unknown): string => printLiteral(each, inner, quote);
  const members = isList
    ? value.map(print)
    : Object.entries(value).map(([name, each]) => `${printName(name, quote)}: ${print(each)}`);
  const [open, close] = isList ? ['[', ']'] : ['{ ', ' }'];
  const line = `${open}${members.join(', ')}${close}`;
  if (members.length === 0) return isList ? '[]' : '{}';
  if (line.length <= shortest && !line.includes('\n')) return line;
  return `${open.trim()}\n${members.map((each) => `${inner}${each},\n`).join('')}${indentation}${close.trim()}`;
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
