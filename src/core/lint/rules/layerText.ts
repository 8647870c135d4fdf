import { decodeBase64, decodeText } from '../../text/decodeText.ts';
import { encodeBase64 } from '../../text/encodeBase64.ts';
import type { OffsetRange } from '../../text/offsetRange.ts';
import type { Parameter } from '../../transformation/tree.ts';
import { guess, replaceSpan } from '../fixes.ts';
import { relation } from '../relation.ts';
import type { Complaint, ParameterRule, RuleInfo, UnknownKeyRule, UrlRule } from '../rule.ts';
import { isOnly, textOf, type Scope } from '../scope.ts';
import { findTornPath } from './tornPath.ts';
import { findTornText } from './tornText.ts';
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

/** In the path of a URL a slash ends the transformation. */
export const slashOfPath: UrlRule = {
  code: 'S15',
  name: 'slashInPath',
  severity: 'error',
  checkUrl(_, source) {
    const torn = findTornPath(source);
    if (!torn || torn.isText) return undefined;
    const path = torn.text.replaceAll('/', '@@');
    const text = torn.parameter.key.text;
    return {
      at: torn.at,
      message: t('Write @@ for the slashes of a path: {text}-{path}.', { text, path }),
      fixes: [replaceSpan(torn.at, path)],
    };
  },
};

export const outerSlash: ParameterRule = {
  code: 'S16',
  name: 'outerSlash',
  severity: 'warning',
  keys: ['i', 'ff'],
  skipsTexts: true,
  checkParameter(parameter) {
    if (!parameter.valueStartsWith('@@') && !parameter.valueEndsWith('@@')) return undefined;
    const { value, holes } = parameter;
    if (!value || holes.length > 0) return undefined;
    const path = value.text.replaceAll(/^(?:@@)+|(?:@@)+$/g, '');
    if (path === '') return undefined;
    return {
      at: value,
      message: t('A path has no slash at its ends; write {text}-{path}.', {
        text: parameter.key.text,
        path,
      }),
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

const needsBase64: RuleInfo = {
  code: 'S17',
  name: 'textNeedsBase64',
  severity: 'error',
};

export const textNeedsBase64: ParameterRule = {
  ...needsBase64,
  keys: ['i', 'bg', 'e-changebg', 'e-edit'],
  skipsPlain: true,
  checkParameter(parameter, scope) {
    const { key, value, holes } = parameter;
    if (!value || holes.length > 0) return undefined;
    const prefix = promptPrefix(value.text);
    if (prefix === undefined && !isText(key.text, scope)) return undefined;
    const text = decodeText(value.text.slice(prefix?.length ?? 0));
    if (plainText.test(text)) return undefined;
    // No page tells whether %2C and %3A are separators or a part of the text.
    const isUnconfirmed = plainText.test(text.replaceAll(/[,:]/g, ''));
    return {
      ...complainOf(parameter, parameter, value.text),
      ...(isUnconfirmed && { severity: 'warning' }),
    };
  },
};

/** @param at What is to be replaced: the parameter, and what its own separators tore off. */
function complainOf({ key }: Parameter, at: OffsetRange, value: string): Complaint {
  const prefix = promptPrefix(value);
  const encoded = encodeURIComponent(encodeBase64(decodeText(value.slice(prefix?.length ?? 0))));
  const newText =
    prefix === undefined
      ? `ie-${encoded}`
      : `${key.text}-${prefix.replace(/prompt-$/, 'prompte-')}${encoded}`;
  return {
    at,
    message: t('Commas, colons, quotes and the like break a plain text; write it in base64.'),
    fixes: [replaceSpan(at, newText, t('Change to base64'))],
  };
}

/** `l-text,i-Hello, world,l-end`: the rest of a text reads like a parameter of its own. */
export const tornText: UnknownKeyRule = {
  ...needsBase64,
  checkUnknownKey(parameter, scope) {
    const torn = findTornText(parameter, scope);
    if (!torn) return undefined;
    if (!torn.isFirstRest) return [];
    const { key, start } = torn.parameter;
    const value = textOf(scope, torn.at).slice(key.end + 1 - start);
    return complainOf(torn.parameter, torn.at, value);
  },
};

/** `l-text,i-1/2,l-end` in the path of a URL. */
export const slashInText: UrlRule = {
  ...needsBase64,
  checkUrl(_, source) {
    const torn = findTornPath(source);
    if (!torn?.isText) return undefined;
    const { parameter, at, text } = torn;
    return complainOf(parameter, { start: parameter.start, end: at.end }, text);
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
      return {
        at,
        message: t('This is not base64 of UTF-8 text; encode the text anew.'),
        fixes: [
          guess(replaceSpan(at, encodeURIComponent(encodeBase64(decoded)), t('Change to base64'))),
        ],
      };
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
