import { decodeBase64, decodeText } from '../../text/decodeText.ts';
import { encodeBase64 } from '../../text/encodeBase64.ts';
import { replaceParameter, replaceSpan } from '../fixes.ts';
import { relation } from '../relation.ts';
import type { ParameterRule } from '../rule.ts';
import { isOnly, type Scope } from '../scope.ts';
import { t } from '../../text/l10n.ts';

// Paths and texts inside a transformation.
// Source: https://imagekit.io/docs/add-overlays-on-images

export const slashInPath: ParameterRule = {
  code: 'S15',
  name: 'slashInPath',
  severity: 'error',
  keys: ['i', 'di', 'ff'],
  skipsPlain: true,
  skipsTexts: true,
  checkParameter({ key, value, holes }) {
    if (!value || holes.length > 0 || !/\/|%2f/i.test(value.text)) return undefined;
    const path = value.text.replaceAll(/\/|%2f/gi, '@@');
    return {
      at: value,
      message: t('Write @@ for the slashes of a path: {text}-{path}.', { text: key.text, path }),
      fixes: [replaceSpan(value, path)],
    };
  },
};

export const outerSlash: ParameterRule = {
  code: 'S16',
  name: 'outerSlash',
  severity: 'warning',
  keys: ['i', 'ff'],
  skipsTexts: true,
  checkParameter({ key, value, holes }) {
    if (!value || holes.length > 0) return undefined;
    if (!value.text.startsWith('@@') && !value.text.endsWith('@@')) return undefined;
    const path = value.text.replaceAll(/^(?:@@)+|(?:@@)+$/g, '');
    if (path === '') return undefined;
    return {
      at: value,
      message: t('A path has no slash at its ends; write {text}-{path}.', { text: key.text, path }),
      fixes: [replaceSpan(value, path)],
    };
  },
};

/** Only `i` may be a text, and only in a text layer. */
function isText(key: string, scope: Scope): boolean {
  return key === 'i' && isOnly(scope, ['textLayer']);
}

/**
 * Letters, marks and numbers of any script, spaces and `_ - % ! @ &`, and what sentences have
 * besides; a comma or colon would split the transformation even when it is percent-encoded.
 */
const plainText = /^[\p{L}\p{N}\p{M} _\-%!@&.'()+*=;$~]*$/u;

export const textNeedsBase64: ParameterRule = {
  code: 'S17',
  name: 'textNeedsBase64',
  severity: 'error',
  keys: ['i', 'bg', 'e-changebg', 'e-edit'],
  skipsPlain: true,
  checkParameter(parameter, scope) {
    const { key, value, holes } = parameter;
    if (!value || holes.length > 0) return undefined;
    const prefix = promptPrefix(value.text);
    if (prefix === undefined && !isText(key.text, scope)) return undefined;
    const text = decodeText(value.text.slice(prefix?.length ?? 0));
    if (plainText.test(text)) return undefined;
    const encoded = encodeURIComponent(encodeBase64(text));
    const newText =
      prefix === undefined
        ? `ie-${encoded}`
        : `${key.text}-${prefix.replace(/prompt-$/, 'prompte-')}${encoded}`;
    return {
      message: t('Commas, colons, quotes and the like break a plain text; write it in base64.'),
      fixes: [{ ...replaceParameter(parameter, newText), title: t('Change to base64') }],
    };
  },
};

/** `genfill-prompt-` of `genfill-prompt-flowers`. */
function promptPrefix(value: string): string | undefined {
  return /^(?:genfill-)?prompt-/.exec(value)?.[0];
}

/** What has been percent-decoded once must be base64. */
const base64 = /^[A-Za-z0-9+/]+={0,2}$/;

export const invalidBase64: ParameterRule = {
  code: 'S18',
  name: 'invalidBase64',
  severity: 'warning',
  keys: ['ie', 'bg', 'e-changebg', 'e-edit'],
  checkParameter({ key, value, holes }) {
    if (!value || holes.length > 0) return undefined;
    const prefix = key.text === 'ie' ? '' : /^(?:genfill-)?prompte-/.exec(value.text)?.[0];
    if (prefix === undefined || value.text === prefix) return undefined;
    const at = { start: value.start + prefix.length, end: value.end };
    const written = value.text.slice(prefix.length);
    const decoded = decodeText(written);
    if (!base64.test(decoded) || decodeBase64(written) === undefined) {
      return { at, message: t('This is not base64 of UTF-8 text; encode the text anew.') };
    }
    const encoded = encodeURIComponent(decoded);
    if (!/[+/=]/.test(written)) return undefined;
    return {
      at,
      message: t('Write + / = of base64 as %2B %2F %3D.'),
      fixes: [replaceSpan(at, encoded)],
    };
  },
};

export const twoInputs = relation({
  code: 'S19',
  name: 'twoInputs',
  severity: 'warning',
  keys: ['i'],
  beside: ['ie'],
  message: 'i is ignored beside ie; remove it.',
  fix: 'remove',
});
