import type { TextEdit } from '../text/textEdit.ts';
import type { Finding } from './finding.ts';
import { privateKeyTrigger } from '../language/triggers.ts';
import { opensAttribute } from '../text/markupAttribute.ts';
import { goOs, pythonOs, swiftFoundation, type NeededImport } from './neededImports.ts';
import type { RuleInfo } from './rule.ts';
import { t } from '../text/l10n.ts';

export const privateKeyRule: RuleInfo = {
  code: 'P01',
  name: 'privateKey',
  severity: 'error',
};

/** A long base64 text; a name such as `private_helperFunction` has no digit. */
const privateKey = /(?<![\w$])private_(?=[A-Za-z+/]*\d)[A-Za-z0-9+/]{16,}={0,2}(?![\w(])/g;

const variable = 'IMAGEKIT_PRIVATE_KEY';

/** How a language reads an environment variable in place of a string. */
interface EnvironmentForm {
  readonly code: string;
  /** In place of the value of an attribute; absent where there is no such form. */
  readonly attribute?: string;
  /** Whether a constant is made when the program is built, and so cannot be read from there. */
  readonly hasFixedConstants?: true;
  /** Added where it is missing. */
  readonly needs?: NeededImport;
  /** In place of `code` in a file that has this. */
  readonly shorter?: readonly [has: RegExp, code: string];
}

const node = `process.env.${variable}`;
const inBraces: EnvironmentForm = { code: node, attribute: `{${node}}` };
const dotnet = `Environment.GetEnvironmentVariable("${variable}")`;
const jvm: EnvironmentForm = { code: `System.getenv("${variable}")` };

/** By VS Code's language identifiers. */
const environment: Readonly<Record<string, EnvironmentForm>> = {
  javascript: inBraces,
  javascriptreact: inBraces,
  typescript: { code: node },
  typescriptreact: inBraces,
  vue: { code: node },
  svelte: inBraces,
  python: { code: `os.environ["${variable}"]`, needs: pythonOs },
  php: { code: `getenv('${variable}')`, hasFixedConstants: true },
  ruby: { code: `ENV.fetch('${variable}')` },
  java: jvm,
  kotlin: { ...jvm, hasFixedConstants: true },
  groovy: jvm,
  go: { code: `os.Getenv("${variable}")`, hasFixedConstants: true, needs: goOs },
  csharp: {
    code: `System.${dotnet}`,
    shorter: [/^[\t ]*(?:global\s+)?using\s+System\s*;/m, dotnet],
    hasFixedConstants: true,
  },
  swift: {
    code: `(ProcessInfo.processInfo.environment["${variable}"] ?? "")`,
    needs: swiftFoundation,
  },
  rust: { code: `std::env::var("${variable}").unwrap()`, hasFixedConstants: true },
  shellscript: { code: `"$${variable}"` },
};

/**
 * The ImageKit private keys in a text. No finding repeats the key.
 * @param languageId VS Code's; decides what a key can be replaced by.
 */
export function findPrivateKeys(text: string, languageId: string): Finding[] {
  if (!text.includes(privateKeyTrigger)) return [];
  return [...text.matchAll(privateKey)].map(({ index, 0: key }) => {
    const end = index + key.length;
    const edits = replacement(text, index, end, environment[languageId]);
    return {
      code: privateKeyRule.code,
      severity: 'error',
      message: t(
        'This is a private key: whoever reads this file can change your account; keep it in an environment variable or a file that Git ignores, and make a new key if it was ever shared.',
      ),
      start: index,
      end,
      fixes: edits
        ? [{ title: t('Read it from {variable}', { variable }), edits, onRequest: true }]
        : [],
    };
  });
}

/** Of a key that is a whole string, with its quotes. */
function replacement(
  text: string,
  start: number,
  end: number,
  form: EnvironmentForm | undefined,
): readonly TextEdit[] | undefined {
  const quote = start - 1;
  if (!form || !/["'`]/.test(text[quote] ?? '') || text[end] !== text[quote]) return undefined;
  const isAttribute = opensAttribute(text, quote);
  const before = text.slice(text.lastIndexOf('\n', quote) + 1, quote);
  if (!isAttribute && !mayBeCode(before, form)) return undefined;
  const [isShort, shortCode] = form.shorter ?? [];
  const code = isShort?.test(text) ? shortCode : form.code;
  const newText = isAttribute ? form.attribute : code;
  if (newText === undefined) return undefined;
  const { needs } = form;
  const imported = needs && !needs.isThere.test(text) ? needs.insert(text) : undefined;
  const edit = { start: quote, end: end + 1, newText };
  return imported ? [imported, edit] : [edit];
}

/** What makes the quote part of a longer token: `f"`, `"""`, `@"`, `\"`. */
const tokenBefore = /[\w"'`@$#\\]$/;

/** @param before What stands in the line before the quote. */
function mayBeCode(before: string, { hasFixedConstants }: EnvironmentForm): boolean {
  const isFixed = hasFixedConstants && /\bconst\b/.test(before);
  return !isFixed && !tokenBefore.test(before) && !endsInString(before);
}

/** Whether a string is open at the end of a line’s beginning. */
function endsInString(line: string): boolean {
  const others = line.replaceAll(/\\.|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g, '');
  return /["'`]/.test(others);
}
