import type { TextEdit } from '../text/textEdit.ts';
import type { Finding } from './finding.ts';
import type { RuleInfo } from './rule.ts';
import { t } from '../text/l10n.ts';

export const privateKeyRule: RuleInfo = {
  code: 'P01',
  name: 'privateKey',
  severity: 'error',
};

export const privateKeyTrigger = 'private_';

/** A long base64 text; a name such as `private_helperFunction` has no digit. */
const privateKey = /(?<![\w$])private_(?=[A-Za-z+/]*\d)[A-Za-z0-9+/]{16,}={0,2}(?![\w(])/g;

const variable = 'IMAGEKIT_PRIVATE_KEY';

/** How a language reads an environment variable; by VS Code's language identifiers. */
const environment: Readonly<Record<string, string>> = {
  javascript: `process.env.${variable}`,
  javascriptreact: `process.env.${variable}`,
  typescript: `process.env.${variable}`,
  typescriptreact: `process.env.${variable}`,
  vue: `process.env.${variable}`,
  svelte: `process.env.${variable}`,
  python: `os.environ["${variable}"]`,
  php: `getenv('${variable}')`,
  ruby: `ENV.fetch('${variable}')`,
  java: `System.getenv("${variable}")`,
  kotlin: `System.getenv("${variable}")`,
  groovy: `System.getenv("${variable}")`,
  go: `os.Getenv("${variable}")`,
  csharp: `Environment.GetEnvironmentVariable("${variable}")`,
  swift: `ProcessInfo.processInfo.environment["${variable}"]`,
  rust: `std::env::var("${variable}").unwrap()`,
  shellscript: `"$${variable}"`,
};

/**
 * The ImageKit private keys in a text. No finding repeats the key.
 * @param languageId VS Code's; decides what a key can be replaced by.
 */
export function findPrivateKeys(text: string, languageId: string): Finding[] {
  if (!text.includes(privateKeyTrigger)) return [];
  return [...text.matchAll(privateKey)].map(({ index, 0: key }) => {
    const end = index + key.length;
    const edit = replacement(text, index, end, environment[languageId]);
    return {
      code: privateKeyRule.code,
      severity: 'error',
      message: t(
        'This is a private key: whoever reads this file can change your account; keep it in an environment variable or a file that Git ignores, and make a new key if it was ever shared.',
      ),
      start: index,
      end,
      fixes: edit ? [{ title: t('Read it from {variable}', { variable }), edits: [edit] }] : [],
    };
  });
}

/** Of a key that is a whole string, with its quotes. */
function replacement(
  text: string,
  start: number,
  end: number,
  newText: string | undefined,
): TextEdit | undefined {
  const quote = text[start - 1] ?? '';
  const isString = /["'`]/.test(quote) && text[end] === quote;
  return newText !== undefined && isString
    ? { start: start - 1, end: end + 1, newText }
    : undefined;
}
