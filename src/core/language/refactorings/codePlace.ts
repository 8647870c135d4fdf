import { opensAttribute } from '../../text/markupAttribute.ts';
import type { OffsetRange } from '../../text/offsetRange.ts';
import type { TextEdit } from '../../text/textEdit.ts';
import { importInCode, importInComponent } from './importEdits.ts';

/** A string in whose place an expression can stand. */
export interface CodePlace {
  /** What a hole in the string begins with. */
  readonly holeOpening: '${' | '{';
  /** Of the strings in the expression. */
  readonly quote: "'" | '"';
  /** @returns `undefined` for an expression that cannot be written there. */
  readonly replaceBy: (expression: string) => readonly TextEdit[] | undefined;
}

/** How a language puts an expression in the place of an attribute’s text; see `attributeForms`. */
type AttributeForm = 'braces' | 'binding';

interface CodeLanguage {
  /** Absent where attributes stand in strings only, as in plain JavaScript. */
  readonly attribute?: AttributeForm;
  /** Whether code stands in `<script>` and in few other places. */
  readonly isComponent?: true;
  /** What stands before a string that is code although it is not in `<script>`. */
  readonly before?: RegExp;
}

const languages: Readonly<Record<string, CodeLanguage>> = {
  javascript: {},
  typescript: {},
  javascriptreact: { attribute: 'braces' },
  typescriptreact: { attribute: 'braces' },
  svelte: { attribute: 'braces', isComponent: true, before: /\{\s*$/ },
  vue: { attribute: 'binding', isComponent: true, before: /\s(?:v-bind)?:[\w.-]+="\s*$/ },
};

/**
 * Where a string can become code.
 * @param inner What is in the quotes.
 */
export function codePlaceOf(
  text: string,
  inner: OffsetRange,
  languageId: string,
): CodePlace | undefined {
  const language = languages[languageId];
  const start = inner.start - 1;
  const end = inner.end + 1;
  const quote = text[start] ?? '';
  if (!language || !/["'`]/.test(quote) || text[inner.end] !== quote) return undefined;
  const isInScript = !language.isComponent || scriptAt(text, start);
  const imports = language.isComponent && !isInScript ? importInComponent : importInCode;
  const finish = (newText: string, from = start): readonly TextEdit[] | undefined => {
    const needed = imports(text, start, languageId);
    return needed && [...needed, { start: from, end, newText }];
  };
  if (opensAttribute(text, start) && !(language.isComponent && isInScript)) {
    if (!language.attribute || quote === '`') return undefined;
    return attributeForms[language.attribute](text, start, finish);
  }
  const before = text.slice(Math.max(0, start - 100), start);
  if (!isInScript && !language.before?.test(before)) return undefined;
  // In an attribute its quotes are taken.
  const isQuoted = languageId === 'vue' && !isInScript;
  return {
    holeOpening: '${',
    quote: quote === '"' && !isQuoted ? '"' : "'",
    replaceBy: (code) => (isQuoted && code.includes('"') ? undefined : finish(code)),
  };
}

type Finish = (newText: string, from?: number) => readonly TextEdit[] | undefined;

const attributeForms: Readonly<
  Record<AttributeForm, (text: string, start: number, finish: Finish) => CodePlace | undefined>
> = {
  braces: (text, start, finish) => ({
    holeOpening: '{',
    quote: text[start] === '"' ? '"' : "'",
    replaceBy: (code) => finish(`{${code}}`),
  }),
  binding: (text, start, finish) => {
    const name = /[^\s"'<>/=]+(?==$)/.exec(text.slice(Math.max(0, start - 100), start));
    const from = start - 1 - (name?.[0].length ?? 0);
    // What is bound already, or a directive, is code and no text.
    if (!name || /^[:@#]|^v-/.test(name[0])) return undefined;
    return {
      holeOpening: '{',
      quote: "'",
      replaceBy: (code) => (code.includes('"') ? undefined : finish(`:${name[0]}="${code}"`, from)),
    };
  },
};

/** Whether an offset is between `<script>` and `</script>`. */
function scriptAt(text: string, offset: number): boolean {
  const open = text.lastIndexOf('<script', offset);
  return open !== -1 && !text.slice(open, offset).includes('</script');
}
