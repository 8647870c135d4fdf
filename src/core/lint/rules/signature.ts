import type { UrlRule } from '../rule.ts';
import { replaceSpan } from '../fixes.ts';
import type { ImageKitUrl } from '../../url/imageKitUrl.ts';
import { holesIn } from '../../text/interpolation.ts';
import type { OffsetRange } from '../../text/offsetRange.ts';
import { t } from '../../text/l10n.ts';
import { queryOf } from './urlFacts.ts';

// Signed and private URLs, and downloads.
// Source: https://imagekit.io/docs/media-delivery-basic-security

const signature = /^[0-9a-f]{40}$/;

export const expiredSignature: UrlRule = {
  code: 'V14',
  name: 'signature',
  severity: 'warning',
  checkUrl(url, { now }) {
    const expiry = queryOf(url, 'ik-t');
    const signed = queryOf(url, 'ik-s');
    if (expiry?.value && isLiteral(url, expiry.value)) {
      const seconds = Number(expiry.value.text);
      if (now !== undefined && seconds * 1000 < now) {
        return { at: expiry, message: t('This URL has expired; sign it again.') };
      }
      if (!signed) return { at: expiry, message: t('ik-t needs a signature; sign the URL.') };
    }
    if (!signed?.value || !isLiteral(url, signed.value)) return undefined;
    return signature.test(signed.value.text)
      ? undefined
      : {
          at: signed,
          message: t('A signature is 40 hex digits in lower case; sign the URL again.'),
        };
  },
};

function isLiteral(url: ImageKitUrl, part: OffsetRange): boolean {
  return holesIn(url, part).length === 0;
}

export const signedTransformation: UrlRule = {
  code: 'V15',
  name: 'signedTransformation',
  severity: 'off',
  checkUrl(url) {
    const signed = queryOf(url, 'ik-s');
    return signed && { at: signed, message: t('Sign the URL again after every change of it.') };
  },
};

export const attachment: UrlRule = {
  code: 'V16',
  name: 'attachment',
  severity: 'warning',
  checkUrl(url) {
    const parameter = queryOf(url, 'ik-attachment');
    const value = parameter?.value;
    if (!parameter || value?.text === 'true' || !isLiteral(url, parameter)) return undefined;
    const span = value ?? { start: parameter.end, end: parameter.end };
    return {
      at: parameter,
      message: t('ik-attachment is either true or absent; write ik-attachment=true.'),
      fixes: [replaceSpan(span, value ? 'true' : '=true', t('Change to ik-attachment=true'))],
    };
  },
};
