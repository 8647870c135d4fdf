/**
 * How a language fills its strings in, beside the brackets that are no part of a URL in any
 * language: `dollar` is `$name` and `$(name)`, `backslash` is `\(name)`, `at` is Razor's `@name`.
 */
type Filling = 'dollar' | 'backslash' | 'at';

/** How a language goes on with a string behind its closing quote. */
type Join = keyof typeof joins;

const joins = {
  /** `'…' + name`; an operator may begin the next line. */
  plus: String.raw`\s{0,99}\+(?!=)`,
  /** `'…'.concat(name)`, `'…'.format(name)` */
  method: String.raw`\s{0,99}\.\s?(?:concat|format(?:ted)?|f|plus|append(?:ing)?|join|sub|gsub|replace(?:All|_?first|ingOccurrences)?)\(`,
  /** PHP: `'…' . $name` */
  dot: String.raw`\s{0,99}\.(?!\.)`,
  /** The same where a point may as well end a sentence or call a method. */
  spacedDot: String.raw`(?: \.(?= )| ?\.\s?(?=["'$]))`,
  /** Python and Ruby: `'…' % name`; a tag may end there. */
  percent: String.raw`[ \t]{0,99}%(?![>}=])`,
  /** Visual Basic: `"…" & name` */
  ampersand: String.raw`[ \t]{0,99}&(?=[\s_])`,
  /** C++ and Ruby: `"…" << name` */
  shift: String.raw`\s{0,99}<<`,
  /** Lua: `"…" .. name` */
  dots: String.raw`\s{0,99}\.\.(?!\.)`,
  /** SQL: `'…' || name` */
  bars: String.raw`\s{0,99}\|\|`,
  /** Twig and Jinja: `'…' ~ name` */
  tilde: String.raw`\s{0,99}~`,
  /** Elixir and Haskell: `"…" <> name` */
  diamond: String.raw`\s{0,99}<>`,
  /** C and Python: `"…" "…"` */
  literal: String.raw`\s{0,99}\\?\s{0,99}[fFrRbBuUL]{0,2}["']`,
  /** Shells: `"…"$name` */
  word: String.raw`["'$\w{]`,
} as const;

/** What of a language decides where its strings have holes and whether they end. */
export interface StringSyntax {
  readonly fillings: ReadonlySet<Filling>;
  /** Tested right behind a closing quote. */
  readonly goesOn: RegExp;
}

const everywhere: readonly Join[] = ['plus', 'method'];

/** Of a language that is not in the table: whatever is not plain text in nearly all others. */
const unknownSyntax = syntax(
  ['dollar', 'backslash'],
  ['spacedDot', 'percent', 'ampersand', 'shift', 'dots'],
);

/** Languages by VS Code's identifiers; in those with few own ways a `$` is a letter like others. */
const rows: readonly (readonly [
  languages: string,
  fillings: readonly Filling[],
  joins?: readonly Join[],
])[] = [
  ['javascript javascriptreact typescript typescriptreact vue svelte astro coffeescript', []],
  ['html handlebars pug xml xsl svg markdown mdx restructuredtext latex', []],
  ['css scss sass less stylus json jsonc jsonl json5 toml diff', []],
  ['go rust java fsharp clojure r', []],
  ['twig jinja jinja-html django-html liquid', [], ['tilde']],
  ['csharp', []],
  ['razor aspnetcorerazor cshtml', ['at']],
  ['vb', [], ['ampersand']],
  ['sql plsql pgsql mysql', [], ['bars']],
  ['python', [], ['percent', 'literal']],
  ['c cpp cuda-cpp objective-c objective-cpp', [], ['shift', 'literal']],
  ['ruby erb haml slim crystal', [], ['percent', 'shift']],
  ['elixir haskell', [], ['diamond']],
  ['lua', [], ['dots']],
  ['swift', ['backslash']],
  ['php hack', ['dollar'], ['dot']],
  ['perl perl6 raku', ['dollar'], ['spacedDot', 'tilde']],
  ['kotlin groovy gradle scala dart julia', ['dollar']],
  ['powershell dotenv dockerfile makefile', ['dollar']],
  ['shellscript', ['dollar'], ['word']],
];

const syntaxes: ReadonlyMap<string, StringSyntax> = new Map(
  rows.flatMap(([languages, fillings, own = []]) => {
    const one = syntax(fillings, own);
    return languages.split(' ').map((language) => [language, one] as const);
  }),
);

function syntax(fillings: readonly Filling[], own: readonly Join[]): StringSyntax {
  const sources = [...everywhere, ...own].map((join) => joins[join]);
  return { fillings: new Set(fillings), goesOn: new RegExp(sources.join('|'), 'y') };
}

/** @param languageId VS Code's identifier; `undefined` for a text of whatever language. */
export function stringSyntaxOf(languageId: string | undefined): StringSyntax {
  return syntaxes.get(languageId ?? '') ?? unknownSyntax;
}
